// A campaign over simulated hosts in virtual time, for stories: how it was delivered, and what became of it.
import { openAws, rolePolicyOfBucket } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import type { Refusal, Target } from '@bongsu/core';
import type { Coverage } from '@bongsu/engines';
import {
  collect,
  defaultLimits,
  planCampaign,
  planStore,
  type PlannedCampaign,
  type PlannedDelivery,
  runCampaign,
  storePorts,
} from '@bongsu/flow';
import type { CallRecord, FaultRule, HostTruth, Lab, LabSettings, WorldSpec } from '@bongsu/lab';
import { driveTime, startLab } from '@bongsu/lab';
import { storeOpen } from '@bongsu/store';
import { pointSdkAt, realIds } from '../wire.ts';
import { labSettings } from './lab-settings.ts';
import { unsigned, untold } from './unsigned.ts';

export interface SimulatedRun {
  readonly planned: PlannedCampaign;
  readonly coverage: Coverage;
  readonly targets: readonly Target[];
  readonly refusals: readonly Refusal[];
  readonly truth: readonly HostTruth[];
  readonly calls: readonly CallRecord[];
  /** The run record's lines. */
  readonly record: readonly string[];
}

export interface SimulatedOrder {
  readonly world: WorldSpec;
  readonly delivery: PlannedDelivery;
  /** A bucket that has none, where role delivery would give it one. */
  readonly policy?: null;
  readonly settings?: LabSettings;
  /** In force from the plan on. */
  readonly faults?: readonly FaultRule[];
  /** Seen before the campaign is planned, and once more when it is. */
  readonly onLab?: (lab: Lab) => void;
  readonly onPlan?: (planned: PlannedCampaign, lab: Lab) => void;
}

/** One campaign, from collecting to its end. */
export async function simulatedCampaign(order: SimulatedOrder): Promise<SimulatedRun> {
  const store = await storeOpen({ directory: 'memory' });
  const { world, delivery, settings } = order;
  const virtualFrom = new Date('2031-05-01T00:00:00Z');
  const lab = await startLab({ world, virtualFrom, ...(settings ? { settings } : {}) });
  const time = driveTime(lab);
  try {
    order.onLab?.(lab);
    const { clock } = time;
    pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
    const aws = await openAws(labSettings(lab), clock);
    const certificates = (): readonly string[] => [lab.identityCertificate];
    const ports = {
      ...{ ...aws, ...storePorts(store), ...untold, signing: unsigned, clock, ids: realIds, certificates },
      progress: (): void => {},
    };
    if (delivery === 'role' && order.policy !== null) {
      const writers = { organizationId: lab.organizationId };
      lab.bucketPolicy(rolePolicyOfBucket(labSettings(lab), await aws.identity(), writers));
    }
    const content = { checks: hostChecks, system };
    const snapshot = await collect(ports);
    const planned = await planCampaign(
      { ...content, snapshot, exclusions: [], limits: defaultLimits, delivery, certificates },
      ports,
    );
    await planStore(planned, store);
    lab.faults.set(order.faults ?? []);
    order.onPlan?.(planned, lab);
    const { campaignId } = planned.campaign;
    const coverage = await runCampaign(campaignId, content, ports);
    return {
      planned,
      coverage,
      targets: await store.targetList(campaignId),
      refusals: await store.refusalList(campaignId),
      truth: lab.truth(),
      calls: lab.calls(),
      record: ((await store.recordGet(campaignId)) ?? '').split('\n'),
    };
  } finally {
    time.stop();
    await lab.close();
    await store.close();
  }
}
