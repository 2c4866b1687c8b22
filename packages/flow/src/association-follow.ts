// Closes a period: asks State Manager once or twice what became of those that gave no result, and names the nodes that nobody knew of.
import type {
  AssociationRun,
  Campaign,
  EvidenceStore,
  Gap,
  InstanceId,
  Invocation,
  KeptAssociation,
  Newcomer,
  Place,
  Target,
} from '@bongsu/core';
import { gapWords, hostKey, placeKey } from '@bongsu/core';
import { associationEnd, invocationEnd, type TargetEnd } from '@bongsu/engines';
import type { KeepPorts } from './association-keep.ts';
import { periodOf, recurringHost, recurringRun } from './delivery/recurring-keys.ts';
import { recurringResults } from './delivery/recurring-results.ts';
import type { Followed } from './follow.ts';
import type { FollowPorts } from './follow-ports.ts';
import { forEachLimited } from './limited.ts';
import { type Whereabouts, whereIsIt } from './send-target.ts';
import { isUnderWay } from './under-way.ts';

export interface AssociationFollowPorts extends KeepPorts, Whereabouts, Pick<FollowPorts, 'commands'> {
  readonly evidence: Pick<EvidenceStore, 'refusalList'>;
}

/** The first look at those that owe a result: after this share of the time until the period is closed. */
const firstShare = 1 / 3;
/** A result that has come but could not be read is tried again for so long after that. */
const graceSeconds = 600;
const memoryOf = { accountId: '*', region: 'association' } as const;
/** When the last full look at what has arrived began. */
const gatheredOf = { accountId: '*', region: 'gathered' } as const;

/** Said when every result that had arrived by then was dealt with, or could not be. */
export async function gatheredRemember(
  { campaignId }: Campaign,
  began: number,
  { campaigns }: Pick<KeepPorts, 'campaigns'>,
): Promise<void> {
  await campaigns.placeRemember(campaignId, gatheredOf, { nextAt: new Date(began).toISOString() });
}

export async function followAssociation(campaign: Campaign, ports: AssociationFollowPorts): Promise<Followed> {
  const { campaignId, createdAt } = campaign;
  const { from, closeAt } = periodOf(campaign);
  const owing = new Map(
    (await ports.campaigns.targetTally(campaignId)).filter(isUnderWay).map((row) => [placeKey(row), row]),
  );
  if (owing.size === 0) return { gaps: [], nextAt: null, looked: false };
  const now = ports.clock.now().getTime();
  const closes = Date.parse(closeAt);
  const begins = Math.max(Date.parse(from), Date.parse(createdAt));
  const memories = new Map((await ports.campaigns.placeList(campaignId)).map((one) => [placeKey(one), one]));
  const memory = memories.get(placeKey(memoryOf));
  const first = begins + (closes - begins) * firstShare;
  const due = memory?.nextAt ? Date.parse(memory.nextAt) : first;
  if (now < due) return { gaps: [], nextAt: due, looked: false };
  const places = [...owing.values()].map(({ accountId, region }) => ({ accountId, region }));
  const gathered = Date.parse(memories.get(placeKey(gatheredOf))?.nextAt ?? createdAt);
  const gaps = await sweep(campaign, places, { now, gathered }, ports);
  const next = now < closes ? closes : now + (graceSeconds / 2) * 1000;
  await ports.campaigns.placeRemember(campaignId, memoryOf, { nextAt: new Date(next).toISOString() });
  return { gaps, nextAt: next, looked: false };
}

interface Asked {
  readonly target: Target;
  readonly run: AssociationRun | undefined;
  readonly kept: KeptAssociation | undefined;
}

async function sweep(
  campaign: Campaign,
  places: readonly Place[],
  { now, gathered }: { readonly now: number; readonly gathered: number },
  ports: AssociationFollowPorts,
): Promise<readonly Gap[]> {
  const { schedule, from, closeAt } = periodOf(campaign);
  const kept = new Map(
    (await ports.kept.associationList()).filter((one) => one.schedule === schedule).map((one) => [placeKey(one), one]),
  );
  const asked: Asked[] = [];
  const gaps: Gap[] = [];
  await forEachLimited(places, 8, async (place) => {
    const seen = await placeAsk(campaign, place, kept.get(placeKey(place)), ports);
    asked.push(...seen.asked);
    gaps.push(...seen.gaps);
  });
  // After the runs: S3 lists what was written before (strong consistency, Amazon S3 User Guide).
  const results = await recurringResults(campaign, ports);
  gaps.push(...results.gaps);
  const refusals = await ports.evidence.refusalList(campaign.campaignId);
  const refused = new Set(refusals.map((one) => `${one.key} ${one.etag}`));
  const said = new Map(refusals.map((one) => [one.runId, one.reason]));
  const arrived = new Map(
    results.items.flatMap(({ key, etag, writtenAt }) => {
      const host = refused.has(`${key} ${etag}`) ? null : recurringHost(key);
      return host === null ? [] : [[hostKey(host), Date.parse(writtenAt)] as const];
    }),
  );
  const closed = now >= Date.parse(closeAt);
  const tried = gathered >= Date.parse(closeAt) + graceSeconds * 1000;
  const unread: TargetEnd = { state: 'timed-out', detail: 'its result could not be read' };
  // One that is there is left to who reads them, however long that takes; where they cannot be listed, absence proves nothing.
  const thereOf = ({ target }: Asked): number | null =>
    arrived.get(hostKey(target)) ?? (results.gaps.length > 0 ? 0 : null);
  const told = await commandsOf(
    asked.filter((one) => thereOf(one) === null),
    gaps,
    ports,
  );
  const missing = asked.filter((one) => one.run === undefined && thereOf(one) === null);
  const whereabouts = { estate: { instances: remembered(ports.estate.instances, missing) } };
  for (const one of asked) {
    const there = thereOf(one);
    const late = there !== null && tried && there < gathered ? unread : null;
    const end =
      there === null ? (toldEnd(one, told) ?? (closed ? await lateEnd(one, { gaps, from }, whereabouts) : null)) : late;
    if (end === null) continue;
    const why = end.state === 'no-result' ? said.get(one.target.runId) : undefined;
    await ports.campaigns.targetMove(campaign.campaignId, one.target.runId, {
      phase: 'ended',
      ...(why === undefined ? end : { state: 'result-refused', detail: why }),
      endedAt: ports.clock.now().toISOString(),
    });
  }
  return gaps;
}

/** How the association ran on those of a place that owe a result. */
async function placeAsk(
  campaign: Campaign,
  place: Place,
  kept: KeptAssociation | undefined,
  ports: AssociationFollowPorts,
): Promise<{ asked: readonly Asked[]; gaps: readonly Gap[] }> {
  const { campaignId } = campaign;
  const period = periodOf(campaign);
  const open = (await ports.campaigns.targetOpen(campaignId, place)).filter(isUnderWay);
  const id = kept?.associationId ?? null;
  const seen = id === null ? null : await ports.associations.runs(place, id, period.from);
  // Somebody has removed it: it is made again before the next look.
  if (id !== null && seen === null && period.places.length > 0)
    await ports.campaigns.placeRemember(campaignId, place, { nextAt: ports.clock.now().toISOString() });
  const runs = new Map<InstanceId, AssociationRun>();
  for (const run of seen?.items ?? []) {
    const other = runs.get(run.instanceId);
    if (other === undefined || other.startedAt < run.startedAt) runs.set(run.instanceId, run);
  }
  await newcomersTell(campaign, place, [...runs.keys()], ports);
  const asked = open.map((target) => ({ target, kept, run: runs.get(target.instanceId) }));
  return { asked, gaps: seen?.gaps ?? [] };
}

/** The commands of runs that have ended and gave nothing: one call each, so that the step that failed is known. By command id. */
async function commandsOf(
  asked: readonly Asked[],
  gaps: Gap[],
  { commands }: Pick<AssociationFollowPorts, 'commands'>,
): Promise<ReadonlyMap<string, Invocation>> {
  const told = new Map<string, Invocation>();
  const ended = asked.filter(({ run }) => run !== undefined && associationEnd(run) !== null);
  await forEachLimited([...Map.groupBy(ended, ({ target }) => placeKey(target)).values()], 8, async (of) => {
    const [first] = of;
    const commandIds = of.flatMap(({ run }) => run?.commandId ?? []);
    if (first === undefined || commandIds.length === 0) return;
    const { accountId, region } = first.target;
    const seen = await commands.invocations({ accountId, region }, { commandIds });
    for (const one of seen.items) told.set(one.commandId, one);
    gaps.push(...seen.gaps);
  });
  return told;
}

/** A campaign of newcomers has others than these in its period, and names none. */
async function newcomersTell(
  campaign: Campaign,
  place: Place,
  instanceIds: readonly InstanceId[],
  { campaigns, kept, clock }: AssociationFollowPorts,
): Promise<void> {
  const period = periodOf(campaign);
  if (campaign.plan.part || instanceIds.length === 0) return;
  const runIds = instanceIds.map((one) => recurringRun(period, one));
  const known = new Set((await campaigns.targetOfRuns(campaign.campaignId, runIds)).map((one) => one.instanceId));
  const others = instanceIds.filter((one) => !known.has(one));
  const seen = { seen: 'execution', at: clock.now().toISOString(), campaignFor: null } as const;
  const newcomers = others.map((instanceId): Newcomer => ({ ...place, instanceId, ...seen }));
  await kept.newcomerPut(campaign.campaignId, newcomers);
}

/** What State Manager, or better the command by which it ran, says has ended. */
function toldEnd({ run }: Asked, told: ReadonlyMap<string, Invocation>): TargetEnd | null {
  const end = run === undefined ? null : associationEnd(run);
  if (end === null) return null;
  const exact = told.get(run?.commandId ?? '');
  return (exact === undefined ? null : invocationEnd(exact)) ?? end;
}

/** When the period is closed nobody is waited for: the nearest cause that is known. */
async function lateEnd(
  { target, run, kept }: Asked,
  { gaps, from }: { readonly gaps: readonly Gap[]; readonly from: string },
  whereabouts: Whereabouts,
): Promise<TargetEnd> {
  if (run?.status === 'InProgress') return { state: 'timed-out', detail: 'execution' };
  const [, away] = /^(agent-offline|stopped): /.exec(target.detail) ?? [];
  if (away === 'agent-offline' || away === 'stopped')
    return { state: away, detail: `${target.detail.slice(away.length + 2)}; did not come back in time` };
  const blind = gaps.find((gap) => gap.accountId === target.accountId && gap.region === target.region);
  if (run === undefined && blind) return { state: 'timed-out', detail: `no result; ${gapWords(blind)}` };
  if (run !== undefined) return { state: 'timed-out', detail: 'delivery' };
  const told = kept?.toldAt && kept.toldAt >= from ? `: ${kept.told}` : '';
  return whereIsIt(target, `the association did not run on it in this period${told}`, whereabouts);
}

/** One question for all that are missing in a place. */
function remembered(ask: Whereabouts['estate']['instances'], missing: readonly Asked[]): typeof ask {
  const ids = Map.groupBy(missing, ({ target }) => placeKey(target));
  const held = new Map<string, ReturnType<typeof ask>>();
  return (place) => {
    const key = placeKey(place);
    const only = (ids.get(key) ?? []).map(({ target }) => target.instanceId).filter((id) => !id.startsWith('mi-'));
    const answer = held.get(key) ?? ask(place, only);
    held.set(key, answer);
    return answer;
  };
}
