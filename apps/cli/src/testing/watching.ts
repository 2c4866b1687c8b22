// A lab with a queue of events in virtual time, and a worker's round over it: receive, look, run what comes of it.
import { openAws } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import type { Channel, EventPolicy, HandledEvent, Target } from '@bongsu/core';
import type { Coverage } from '@bongsu/engines';
import { defaultLimits, eventsReceive, runCampaign, watchTick, storePorts } from '@bongsu/flow';
import type { InstanceSpec, Lab, LabSettings } from '@bongsu/lab';
import { driveTime, eventQueues, fleetWorld, hybridNode, instance, startLab } from '@bongsu/lab';
import { storeOpen } from '@bongsu/store';
import type { Store } from '@bongsu/store';
import { accountsKept } from '../wire-watch.ts';
import { pointSdkAt, realIds } from '../wire.ts';
import { labSettings } from './lab-settings.ts';
import { unsigned, untold } from './unsigned.ts';

export const region = 'ap-northeast-2';
export const account = '200000000000';
/** Left out by the configuration. */
export const excluded = '200000000001';
export const registrationSeconds = 30;

export interface Watching {
  readonly lab: Lab;
  readonly store: Store;
  /** Campaigns that events started, with the coverage each ended in. */
  readonly campaigns: ReadonlyMap<string, Coverage>;
  /** Kinds of the channels that were told of an end. */
  readonly told: readonly string[];
  launch(name: string, more?: Partial<InstanceSpec>, accountId?: string): InstanceSpec;
  /** A machine outside of AWS that registers. */
  register(name: string): InstanceSpec;
  /** Workers at work, in step, for so many seconds of the lab's time. */
  work(seconds: number, workers?: number): Promise<void>;
  events(instanceId?: string): Promise<readonly HandledEvent[]>;
  targets(): Promise<readonly Target[]>;
  close(): Promise<void>;
}

export interface WatchingOptions {
  readonly policy?: Partial<EventPolicy>;
  readonly settings?: LabSettings;
  readonly queue?: 'bongsu-hosts' | 'bongsu-results';
}

export async function watchingStart({
  policy,
  settings,
  queue = 'bongsu-hosts',
}: WatchingOptions = {}): Promise<Watching> {
  const store = await storeOpen({ directory: 'memory' });
  const world = { ...fleetWorld(4, 2, { simulated: true }), queues: eventQueues(region, 'v1/') };
  const lab = await startLab({
    world,
    virtualFrom: new Date('2031-05-01T00:00:00Z'),
    settings: { registrationSeconds, simulation: { scriptSeconds: { min: 5, max: 15 } }, ...settings },
  });
  const time = driveTime(lab);
  const { clock } = time;
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  const accounts = { kind: 'organization', exclude: [excluded] } as const;
  const aws = await openAws({ ...labSettings(lab), accounts, queueUrl: lab.queueUrl(queue) }, clock);
  const content = { checks: hostChecks, system };
  const ports = {
    ...{ ...aws, ...untold, signing: unsigned, clock, ids: realIds, progress: () => {} },
    ...storePorts(store),
    events: store,
    accounts: accountsKept(() => aws.estate.accounts(), clock),
  };
  const rule: EventPolicy = {
    ...{ groups: 'all', sinceDays: 7, minHours: 24, waitMinutes: 15, regions: lab.regions },
    ...policy,
  };
  const told: string[] = [];
  const channels = (['slack', 'webhook'] as const).map((kind): Channel => {
    const send: Channel['send'] = async () => {
      told.push(kind);
      return { kind: 'sent', said: '' };
    };
    return { name: kind, kind, lang: 'en', send };
  });
  // Each worker has a memory of its own.
  const looked = [0, 1, 2].map(() => new Map<string, number>());
  const order = { policy: rule, plan: { ...content, exclusions: [], limits: defaultLimits } };
  const campaigns = new Map<string, Coverage>();
  const { queue: messages } = aws;
  if (messages === null) throw new Error('the lab has no queue');
  return {
    ...{ lab, store, campaigns, told },
    launch: (name, more = {}, accountId = account) => {
      const spec = instance(accountId, name, 'amazon-linux-2023-tidy', { simulated: 'well', ...more });
      lab.launch(accountId, region, spec);
      return spec;
    },
    register: (name) => {
      const spec = hybridNode(account, name, 'amazon-linux-2023-tidy', { simulated: 'well' });
      lab.launch(account, region, spec);
      return spec;
    },
    work: async (seconds, workers = 1) => {
      const until = clock.now().getTime() + seconds * 1000;
      const running: Promise<void>[] = [];
      while (clock.now().getTime() < until) {
        const received = await eventsReceive({ ...ports, queue: messages }, rule, 0);
        if (received.messages > 0) continue;
        const looks = await Promise.all(
          looked.slice(0, workers).map((own) => watchTick(order, { ...ports, looked: own })),
        );
        for (const id of new Set(looks.flatMap((one) => one.campaignIds)))
          running.push(
            runCampaign(id, content, { ...ports, channels }).then((coverage) => void campaigns.set(id, coverage)),
          );
        await clock.sleep(5_000);
      }
      await Promise.all(running);
    },
    events: async (instanceId) =>
      (await store.eventList(1000)).filter((one) => instanceId === undefined || one.instanceId === instanceId),
    targets: async () =>
      (await Promise.all((await store.campaignList()).map((one) => store.targetList(one.campaignId)))).flat(),
    close: async () => {
      time.stop();
      await lab.close();
      await store.close();
    },
  };
}
