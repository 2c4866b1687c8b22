// A lab whose hosts are checked by an association, in virtual time, with a worker's looks over it: for stories of many periods.
import { openAws, permissionsInstance, rolePolicyOfBucket } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import type { KeptAssociation, Newcomer, Schedule, ScheduleRun, Target } from '@bongsu/core';
import type { Coverage } from '@bongsu/engines';
import {
  associationsTick,
  type CampaignPorts,
  collect,
  coverageOf,
  defaultLimits,
  planCampaign,
  type PlanOrder,
  planStore,
  runCampaign,
  scheduleTick,
  storePorts,
} from '@bongsu/flow';
import type { CallTally, Lab, LabSettings, WorldSpec } from '@bongsu/lab';
import { driveTime, startLab, timeHeld } from '@bongsu/lab';
import type { Store } from '@bongsu/store';
import { storeOpen } from '@bongsu/store';
import { pointSdkAt, realIds } from '../wire.ts';
import { labSettings } from './lab-settings.ts';
import { unsigned, untold } from './unsigned.ts';

export interface Recurring {
  readonly lab: Lab;
  readonly store: Store;
  /** A worker at work for so many minutes of the lab's time: looks at its schedules, and runs what comes of them. */
  work(minutes: number): Promise<void>;
  /** Other schedules, from the next look on. */
  schedule(schedules: readonly Schedule[]): void;
  runs(): Promise<readonly ScheduleRun[]>;
  /** Campaigns of whole periods, oldest first, with what each came to once it has ended. */
  periods(): Promise<readonly Period[]>;
  /** Those of newcomers. */
  parts(): Promise<readonly Period[]>;
  kept(): Promise<readonly KeptAssociation[]>;
  /** Calls since it was asked last, by API. */
  calls(): Readonly<Record<string, number>>;
  now(): Date;
  /** Everything that a campaign asks for. */
  readonly ports: RecurringAll;
  /** Plans a period of a schedule, and runs nothing. */
  plan(schedule: Schedule, from?: string): Promise<string>;
  close(): Promise<void>;
}

export type RecurringAll = CampaignPorts & { readonly schedules: Store };

export interface Period {
  readonly campaignId: string;
  readonly coverage: Coverage;
  readonly targets: readonly Target[];
  readonly newcomers: readonly Newcomer[];
  readonly record: readonly string[];
}

/** Few checks: it is the campaign that is proven, not what it judges. */
const content = { checks: hostChecks.slice(0, 3), system };
const limits = { ...defaultLimits, deliverySeconds: 120, executionSeconds: 180, urlSeconds: 900 };
const lookSeconds = 300;

export async function recurringStart(
  world: WorldSpec,
  schedules: readonly Schedule[],
  settings: LabSettings = {},
  order: Partial<PlanOrder> = {},
): Promise<Recurring> {
  const store = await storeOpen({ directory: 'memory' });
  const lab = await startLab({ world, virtualFrom: new Date('2031-05-01T00:00:30Z'), settings });
  const time = driveTime(lab);
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  const own = { ...labSettings(lab), roleDelivery: true, associations: true };
  const aws = await openAws(own, time.clock);
  const who = await aws.identity();
  const accountIds = lab.accounts.map((one) => one.accountId);
  lab.bucketPolicy(rolePolicyOfBucket(own, who, { accountIds }));
  lab.grant({ instance: JSON.stringify(permissionsInstance(own, who)) });
  // A busy machine would else let time run on while the database works.
  const kept = timeHeld(store, time);
  const ports = {
    ...{ ...aws, exchange: timeHeld(aws.exchange, time), ...storePorts(kept) },
    ...untold,
    ...{ schedules: kept, signing: unsigned, clock: time.clock, ids: realIds, progress: (): void => {} },
  };
  const plan = { ...content, exclusions: [], limits, ...order };
  const start = async (schedule: Schedule, dueAt: string): Promise<string> => {
    const snapshot = await collect(ports);
    const others = schedule.tag ? [{ by: 'schedule', why: 'of another group', exceptTag: schedule.tag }] : [];
    const exclusions = [...plan.exclusions, ...others];
    const planned = await planCampaign({ ...plan, snapshot, exclusions, recurring: { schedule, from: dueAt } }, ports);
    await planStore(planned, store);
    return planned.campaign.campaignId;
  };
  let current = schedules;
  let before: Readonly<Record<string, CallTally>> = lab.tally();
  const running = new Map<string, Promise<unknown>>();
  const faults: unknown[] = [];
  const run = (campaignId: string): void => {
    if (running.has(campaignId)) return;
    running.set(
      campaignId,
      runCampaign(campaignId, content, ports).catch((fault: unknown) => faults.push(fault)),
    );
  };
  const all = async (part: boolean): Promise<Period[]> => {
    await Promise.all(running.values());
    if (faults.length > 0) throw faults[0];
    const campaigns = (await store.campaignList()).filter((one) => (one.plan.part === true) === part);
    return Promise.all(
      campaigns
        .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
        .map(async (campaign) => ({
          campaignId: campaign.campaignId,
          coverage: await coverageOf(campaign, ports),
          targets: await store.targetList(campaign.campaignId),
          newcomers: await store.newcomerList(campaign.campaignId),
          record: ((await store.recordGet(campaign.campaignId)) ?? '').split('\n'),
        })),
    );
  };
  return {
    ...{ lab, store },
    work: async (minutes) => {
      const until = time.clock.now().getTime() + minutes * 60_000;
      while (time.clock.now().getTime() < until) {
        for (const { campaignId } of await scheduleTick(current, {
          schedules: store,
          campaigns: store,
          clock: time.clock,
          start,
        }))
          if (campaignId !== null) run(campaignId);
        for (const campaignId of (await associationsTick(current, plan, ports)).campaignIds) run(campaignId);
        if (faults.length > 0) throw faults[0];
        await time.clock.sleep(lookSeconds * 1000);
      }
    },
    schedule: (next) => {
      current = next;
    },
    runs: () => store.scheduleRunList(),
    periods: () => all(false),
    parts: () => all(true),
    kept: () => store.associationList(),
    calls: () => {
      const now = lab.tally();
      const counts = Object.entries(now).map(([api, { calls }]) => [api, calls - (before[api]?.calls ?? 0)] as const);
      before = now;
      return Object.fromEntries(counts.filter(([, count]) => count > 0));
    },
    now: () => time.clock.now(),
    ports,
    plan: (schedule, from = time.clock.now().toISOString()) => start(schedule, from),
    close: async () => {
      time.stop();
      await lab.close();
      await store.close();
    },
  };
}
