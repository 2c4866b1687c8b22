// Looks after recurring checks between their campaigns: that associations stand, that those of old schedules go, and that new nodes are judged.
import type { Campaign, Newcomer, Place, Schedule, ScheduleRun, ScheduleStore, SnapshotStore } from '@bongsu/core';
import { hostKey, placeKey } from '@bongsu/core';
import { associationsKeep, associationsLeave, type KeepPorts } from './association-keep.ts';
import { periodOf, recurringHost, recurringRun } from './delivery/recurring-keys.ts';
import { recurringResults } from './delivery/recurring-results.ts';
import { type PartPorts, partSnapshot } from './part-snapshot.ts';
import { planCampaign, type PlanOrder, planStore } from './plan.ts';
import { lostEnd, setGoing, unrunEnd } from './planned-apart.ts';

export interface RecurringPorts extends KeepPorts, PartPorts {
  readonly schedules: Pick<ScheduleStore, 'scheduleRunList'>;
  readonly snapshots: Pick<SnapshotStore, 'snapshotPut'>;
}

export interface Recurred {
  /** Campaigns of newcomers that were set going. */
  readonly campaignIds: readonly string[];
  /** Associations of old schedules that could not be removed, with the reason. */
  readonly left: readonly string[];
}

/** Between two looks for results of nodes that nobody knows of. */
const newcomerSeconds = 600;
const memoryOf = { accountId: '*', region: 'newcomers' } as const;

/** Looks once. `plan` is how a campaign of the schedule is planned. Safe to repeat, and in several processes. */
export async function associationsTick(
  schedules: readonly Schedule[],
  plan: Omit<PlanOrder, 'snapshot'>,
  ports: RecurringPorts,
): Promise<Recurred> {
  const recurring = schedules.filter((one) => one.delivery === 'association');
  const left = await associationsLeave(new Set(recurring.map((one) => one.name)), ports);
  const runs = recurring.length > 0 ? await ports.schedules.scheduleRunList() : [];
  // Planned by a process that died before it could set them going.
  const campaignIds = [...(await ports.kept.recurringIdle())];
  for (const campaignId of campaignIds) await setGoing(campaignId, ports);
  await lostEnd((before) => ports.kept.recurringLost(before), ports);
  for (const schedule of recurring) {
    const campaign = await campaignOfLast(schedule, runs, ports);
    if (campaign === null) continue;
    // While it runs, the campaign sees to both by itself.
    if (campaign.phase === 'ended') {
      await associationsKeep(campaign, ports);
      await newcomersList(campaign, ports);
    }
    campaignIds.push(...(await newcomersStart(schedule, campaign, plan, ports)));
  }
  return { campaignIds, left: left.map((one) => `${one.schedule} ${placeKey(one)}: ${one.told}`) };
}

async function campaignOfLast(
  { name }: Schedule,
  runs: readonly ScheduleRun[],
  { campaigns }: RecurringPorts,
): Promise<Campaign | null> {
  // Newest first.
  const last = runs.find((run) => run.name === name && run.campaignId !== null);
  return last?.campaignId ? campaigns.campaignGet(last.campaignId) : null;
}

async function newcomersList(campaign: Campaign, ports: RecurringPorts): Promise<void> {
  const { campaignId } = campaign;
  const now = ports.clock.now().getTime();
  const memory = (await ports.campaigns.placeList(campaignId)).find(
    (one) => one.accountId === memoryOf.accountId && one.region === memoryOf.region,
  );
  if (memory?.nextAt && now < Date.parse(memory.nextAt)) return;
  const nextAt = new Date(now + newcomerSeconds * 1000).toISOString();
  await ports.campaigns.placeRemember(campaignId, memoryOf, { nextAt });
  const { items } = await recurringResults(campaign, ports);
  const seen = new Map<string, Newcomer>();
  for (const { key, writtenAt } of items) {
    const host = recurringHost(key);
    if (host === null) continue;
    const { accountId, region, instanceId } = host;
    seen.set(hostKey(host), { accountId, region, instanceId, seen: 'result', at: writtenAt, campaignFor: null });
  }
  const period = periodOf(campaign);
  const runIds = [...seen.values()].map((one) => recurringRun(period, one.instanceId));
  for (const known of await ports.campaigns.targetOfRuns(campaignId, runIds)) seen.delete(hostKey(known));
  await ports.kept.newcomerPut(campaignId, [...seen.values()]);
}

/** One small campaign for the newcomers of each account and Region: the period of the large one goes on in it. */
async function newcomersStart(
  schedule: Schedule,
  campaign: Campaign,
  plan: Omit<PlanOrder, 'snapshot'>,
  ports: RecurringPorts,
): Promise<string[]> {
  const waiting = (await ports.kept.newcomerList(campaign.campaignId)).filter((one) => one.campaignFor === null);
  const started: string[] = [];
  for (const some of Map.groupBy(waiting, placeKey).values()) {
    const [first] = some;
    if (first === undefined) continue;
    const place = { accountId: first.accountId, region: first.region };
    const id = await placeStart(
      { schedule, campaign, plan, place },
      some.map((one) => one.instanceId),
      ports,
    );
    if (id !== null) started.push(id);
  }
  return started;
}

interface Start {
  readonly schedule: Schedule;
  readonly campaign: Campaign;
  readonly plan: Omit<PlanOrder, 'snapshot'>;
  readonly place: Place;
}

async function placeStart(
  { schedule, campaign, plan, place }: Start,
  instanceIds: readonly string[],
  ports: RecurringPorts,
): Promise<string | null> {
  const { campaigns, kept, snapshots } = ports;
  const { from, until } = periodOf(campaign);
  const snapshot = await partSnapshot(place, instanceIds, ports);
  // What could not be listed is not gone: the next look asks again.
  if (snapshot.gaps.length > 0) return null;
  const there = new Set(snapshot.instances.map((one) => one.instanceId));
  const gone = instanceIds.filter((one) => !there.has(one));
  if (gone.length > 0) await kept.newcomerSettle(campaign.campaignId, place, gone, '');
  if (there.size === 0) return null;
  const order = { ...plan, snapshot, recurring: { schedule, from, until, newcomers: true as const } };
  const planned = await planCampaign(order, ports);
  // Another version of the program runs than the one that made the association: the next period has them all.
  if (planned.campaign.plan.scriptSha256 !== campaign.plan.scriptSha256) return null;
  const { campaignId } = planned.campaign;
  await snapshots.snapshotPut(snapshot);
  await planStore(planned, campaigns);
  if (await kept.newcomerSettle(campaign.campaignId, place, [...there], campaignId)) {
    await setGoing(campaignId, ports);
    return campaignId;
  }
  await unrunEnd(campaignId, 'another process was first', ports);
  return null;
}
