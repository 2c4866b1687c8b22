// What a process that may die works on: each story goes on from what was stored, and ends when nothing is left to do.
import { createReadStream } from 'node:fs';
import { strictSettings } from '@bongsu/core';
import type { Store } from '@bongsu/store';
import type { CampaignPorts, Content } from '@bongsu/flow';
import {
  assessResults,
  collect,
  deliverDue,
  eventsReceive,
  importEvidence,
  planCampaign,
  planStore,
  runCampaign,
  watchTick,
} from '@bongsu/flow';
import type { Estate, EventPolicy, EventQueue } from '@bongsu/core';
import type { MortalOrder, Story } from './order.ts';

type Ports = CampaignPorts & { readonly estate: Estate; readonly queue: EventQueue | null };

const limits = { deliverySeconds: 60, executionSeconds: 60, urlSeconds: 420, resultBytes: 262_144, concurrency: 4 };

export async function stories(order: MortalOrder, ports: Ports, store: Store, content: Content): Promise<void> {
  const { story } = order;
  switch (story.kind) {
    case 'campaign':
      await campaign(order, story, ports, content);
      break;
    case 'watch':
      await watch(order, story, ports, store, content);
      break;
    case 'import':
      await carried(story, ports, store, content);
  }
  await tellPeople(ports);
}

async function campaign(
  { alone }: MortalOrder,
  { delivery, retry }: Extract<Story, { kind: 'campaign' }>,
  ports: Ports,
  content: Content,
): Promise<void> {
  let found = await ports.campaigns.campaignLatest();
  if (found === null) {
    const snapshot = await collect(ports);
    const { certificates } = ports;
    const planned = await planCampaign(
      {
        ...{ ...content, snapshot, exclusions: [], limits, delivery },
        ...(retry ? { retry } : {}),
        ...(certificates ? { certificates } : {}),
      },
      ports,
    );
    await planStore(planned, ports.campaigns);
    ({ campaign: found } = planned);
  }
  await runCampaign(found.campaignId, content, ports, { alone });
  // What a worker does with a campaign that ended just before its predecessor died.
  await assessResults(found, content, ports);
}

const policy: EventPolicy = { groups: 'all', sinceDays: 7, minHours: 24, waitMinutes: 15, regions: 'enabled' };
const lookMilliseconds = 5_000;
/** What still lies in the queue is taken too, also what a dead process had received and is hidden for half a minute: the next turn must not find it. */
const idleRounds = 3;
const idleMilliseconds = 15_000;
/** Until a campaign that a dead process planned and nobody names counts as lost. */
const lostMilliseconds = 3_660_000;

/** A worker's rounds, until every instance's events have an end and every campaign of theirs has ended. */
async function watch(
  { alone }: MortalOrder,
  { instanceIds }: Extract<Story, { kind: 'watch' }>,
  ports: Ports,
  store: Store,
  content: Content,
): Promise<void> {
  const { queue } = ports;
  if (queue === null) throw new Error('there is no queue');
  const rounds = {
    ...{ ...ports, queue, events: store },
    accounts: () => ports.estate.accounts(),
  };
  const plan = { ...content, exclusions: [], limits };
  let idle = 0;
  while (idle < idleRounds) {
    const received = await eventsReceive(rounds, policy, 0);
    if (received.messages > 0) continue;
    const { waiting } = await watchTick({ policy, plan }, rounds);
    const running = (await store.campaignList()).filter(({ phase }) => phase === 'running');
    for (const { campaignId } of running) await runCampaign(campaignId, content, ports, { alone });
    const known = new Set((await store.eventList(1_000)).map((one) => one.instanceId));
    const done = waiting === 0 && running.length === 0 && instanceIds.every((id) => known.has(id));
    idle = done ? idle + 1 : 0;
    if (idle === idleRounds - 1) await ports.clock.sleep(lostMilliseconds);
    await ports.clock.sleep(done ? idleMilliseconds : lookMilliseconds);
  }
}

/** As a person does it who imports the same files until all were taken in. */
async function carried(
  { files, build }: Extract<Story, { kind: 'import' }>,
  ports: Ports,
  store: Store,
  content: Content,
): Promise<void> {
  if ((await store.buildGet(build.buildId)) === null) await store.buildPut(build);
  const order = {
    files: files.map((file) => ({ file, source: createReadStream(file), as: null })),
    settings: strictSettings,
    contentOf: async () => content,
  };
  await importEvidence(order, { ...ports, carried: store, schedules: store });
}

/** Longer than it takes until a sender that died is known to be dead. */
const tellSeconds = 180;

async function tellPeople(ports: Ports): Promise<void> {
  const until = ports.clock.now().getTime() + tellSeconds * 1000;
  const open = async (): Promise<boolean> =>
    (await ports.deliveries.deliveryList()).some((one) => one.phase === 'waiting' || one.phase === 'sending');
  await deliverDue(ports);
  while ((await open()) && ports.clock.now().getTime() < until) {
    await ports.clock.sleep(5_000);
    await deliverDue(ports);
  }
}
