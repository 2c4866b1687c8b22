// What a process that may die works on: each story goes on from what was stored, and ends when nothing is left to do.
import { createReadStream } from 'node:fs';
import { strictSettings } from '@bongsu/core';
import type { Store } from '@bongsu/store';
import type { Content, ResultReceiver } from '@bongsu/flow';
import {
  assessResults,
  campaignOf,
  campaignRetry,
  collect,
  deliverDue,
  eventsReceive,
  importEvidence,
  planCampaign,
  planStore,
  recordsSign,
  runCampaign,
  watchTick,
} from '@bongsu/flow';
import type { EventPolicy } from '@bongsu/core';
import type { CampaignStory, MortalOrder, Story } from './order.ts';
import { recurring } from './recurring.ts';
import { storyLimits, type StoryPorts } from './story-ports.ts';

export async function stories(order: MortalOrder, ports: StoryPorts, store: Store, content: Content): Promise<void> {
  const { story } = order;
  switch (story.kind) {
    case 'campaign':
      await campaign(order, story, ports, content);
      break;
    case 'recurring':
      await recurring(order, story, ports, store, content);
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
  { delivery, retry, rings, askedAgain }: CampaignStory,
  ports: StoryPorts,
  content: Content,
): Promise<void> {
  let found = await ports.campaigns.campaignLatest();
  if (found === null) {
    const snapshot = await collect(ports);
    const { certificates } = ports;
    const planned = await planCampaign(
      {
        ...{ ...content, snapshot, exclusions: [], limits: storyLimits, delivery },
        ...(retry ? { retry } : {}),
        ...(rings ? { rings } : {}),
        ...(certificates ? { certificates } : {}),
      },
      ports,
    );
    await planStore(planned, ports.campaigns);
    ({ campaign: found } = planned);
  }
  await runCampaign(found.campaignId, content, ports, { alone });
  if (askedAgain && (await ports.campaigns.attemptList(found.campaignId)).length === 0) {
    await campaignRetry(await campaignOf(found.campaignId, ports), ['failed'], ports);
    await runCampaign(found.campaignId, content, ports, { alone });
  }
  // What a worker does with a campaign that ended just before its predecessor died.
  await assessResults(found, content, ports);
  while ((await recordsSign(ports)).left.length > 0) await ports.clock.sleep(signMilliseconds);
  if (ports.results) await emptied(ports.results, ports);
}

/** Between a worker's tries to sign what waits for its signature. */
const signMilliseconds = 60_000;

const idleRounds = 3;
const idleMilliseconds = 15_000;

/** What still lies in a queue, also what a dead process had received and is hidden for half a minute, is taken too: the next turn must not find it. */
async function emptied(results: ResultReceiver, { clock }: StoryPorts): Promise<void> {
  for (let round = 0; round < idleRounds; round += 1) {
    while ((await results.receive(0)).messages > 0);
    await clock.sleep(idleMilliseconds);
  }
}

const policy: EventPolicy = { groups: 'all', sinceDays: 7, minHours: 24, waitMinutes: 15, regions: 'enabled' };
const lookMilliseconds = 5_000;
/** Until a campaign that a dead process planned and nobody names counts as lost. */
const lostMilliseconds = 3_660_000;

/** A worker's rounds, until every instance's events have an end and every campaign of theirs has ended. */
async function watch(
  { alone }: MortalOrder,
  { instanceIds }: Extract<Story, { kind: 'watch' }>,
  ports: StoryPorts,
  store: Store,
  content: Content,
): Promise<void> {
  const { queue } = ports;
  if (queue === null) throw new Error('there is no queue');
  const rounds = {
    ...{ ...ports, queue, events: store },
    accounts: () => ports.estate.accounts(),
    looked: new Map<string, number>(),
  };
  const plan = { ...content, exclusions: [], limits: storyLimits };
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
  ports: StoryPorts,
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

async function tellPeople(ports: StoryPorts): Promise<void> {
  const until = ports.clock.now().getTime() + tellSeconds * 1000;
  const open = async (): Promise<boolean> =>
    (await ports.deliveries.deliveryList()).some((one) => one.phase === 'waiting' || one.phase === 'sending');
  await deliverDue(ports);
  while ((await open()) && ports.clock.now().getTime() < until) {
    await ports.clock.sleep(5_000);
    await deliverDue(ports);
  }
}
