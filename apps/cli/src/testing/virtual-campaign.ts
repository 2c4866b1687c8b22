// A lab of simulated hosts in virtual time and a store, for stories of campaigns that take hours.
import { openAws } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import type { Target } from '@bongsu/core';
import type { Coverage } from '@bongsu/engines';
import type { CampaignPorts, PlanOrder, ResultReceiver } from '@bongsu/flow';
import { campaignRetry, collect, defaultLimits, planCampaign, planStore, runCampaign, storePorts } from '@bongsu/flow';
import type { Lab, LabSettings, WorldSpec } from '@bongsu/lab';
import { driveTime, startLab, timeHeld } from '@bongsu/lab';
import type { Store } from '@bongsu/store';
import { storeOpen } from '@bongsu/store';
import { pointSdkAt, realIds } from '../wire.ts';
import { resultsOf } from '../wire-results.ts';
import { labSettings } from './lab-settings.ts';
import { unsigned, untold } from './unsigned.ts';

export interface VirtualCampaign {
  readonly lab: Lab;
  readonly store: Store;
  readonly ports: CampaignPorts;
  /** Collects and plans; gives the campaign's id. */
  plan(order?: Partial<PlanOrder>): Promise<string>;
  /** Runs what was planned to its end. */
  go(campaignId: string): Promise<Coverage>;
  /** Collects, plans and runs to the end. */
  run(order?: Partial<PlanOrder>): Promise<{ campaignId: string; coverage: Coverage; targets: readonly Target[] }>;
  retry(campaignId: string, states: Parameters<typeof campaignRetry>[1]): Promise<Coverage>;
  /** Of the queue of results, as another worker would be. */
  reader(): ResultReceiver;
  close(): Promise<void>;
}

/** Few checks: it is the campaign that is proven, not what it judges. */
const content = { checks: hostChecks.slice(0, 3), system };
const limits = { ...defaultLimits, deliverySeconds: 120, executionSeconds: 180, urlSeconds: 600 };

/** More `quietMilliseconds` where it is measured how long a campaign takes: to unpack a result on a busy machine is no virtual time. */
export async function virtualCampaign(
  world: WorldSpec,
  settings: LabSettings = {},
  quietMilliseconds = 5,
): Promise<VirtualCampaign> {
  const store = await storeOpen({ directory: 'memory' });
  const lab = await startLab({
    ...{ world, virtualFrom: new Date('2031-05-01T00:00:00Z') },
    settings: { ...settings, simulation: { fetchScript: false, ...settings.simulation } },
  });
  const time = driveTime(lab, { quietMilliseconds });
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  const resultQueueUrl = world.queues?.some((one) => one.name === 'bongsu-results')
    ? lab.queueUrl('bongsu-results')
    : undefined;
  const aws = await openAws({ ...labSettings(lab), ...(resultQueueUrl ? { resultQueueUrl } : {}) }, time.clock);
  const certificates = (): readonly string[] => [lab.identityCertificate];
  // A busy machine would else let time run on while the database works.
  const kept = timeHeld(store, time);
  const exchange = timeHeld(aws.exchange, time);
  const held = { ...aws, exchange, ...storePorts(kept), events: kept, clock: time.clock, certificates };
  const readerOf = () => resultsOf(aws.resultQueue, { ...held, contentOf: async () => content }, null);
  const ports = {
    ...held,
    ...readerOf(),
    ...untold,
    ...{ signing: unsigned, ids: realIds, progress: (): void => {} },
  };
  const plan: VirtualCampaign['plan'] = async (order = {}) => {
    const snapshot = await collect(ports);
    const planned = await planCampaign({ ...content, snapshot, exclusions: [], limits, certificates, ...order }, ports);
    await planStore(planned, store);
    return planned.campaign.campaignId;
  };
  return {
    lab,
    store,
    ports,
    plan,
    go: (campaignId) => runCampaign(campaignId, content, ports),
    async run(order) {
      const campaignId = await plan(order);
      const coverage = await runCampaign(campaignId, content, ports);
      return { campaignId, coverage, targets: await store.targetList(campaignId) };
    },
    reader() {
      const { results } = readerOf();
      if (!results) throw new Error('the world has no queue of results');
      return results;
    },
    async retry(campaignId, states) {
      const campaign = await store.campaignGet(campaignId);
      if (campaign) await campaignRetry(campaign, states, ports);
      return runCampaign(campaignId, content, ports);
    },
    async close() {
      time.stop();
      await lab.close();
      await store.close();
    },
  };
}
