// bongsu worker, bongsu jobs: takes the steps of campaigns as they fall due, beside as many others as there are.
import { resolve } from 'node:path';
import type { JobNext, JobTrouble } from '@bongsu/core';
import { recordsSign, scheduleTick } from '@bongsu/flow';
import type { CampaignPorts } from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import { campaignEnqueue, campaignQueue } from '../campaign-jobs.ts';
import { clocksExamine } from '../clocks.ts';
import type { Config } from '../config/schema.ts';
import { errorIn } from '../language/said-in.ts';
import { forTerminal } from '../screen/harmless.ts';
import { tableLines } from '../screen/table.ts';
import { awsOf, campaignPorts, realClock, withStore } from '../wire.ts';
import type { Watcher } from '../wire-watch.ts';
import { watcherOf } from '../wire-watch.ts';
import { campaignsEnqueue, campaignStep, scheduledGive } from '../wire-worker.ts';
import { unsignedSaid } from './campaign-end.ts';
import { seldom } from './queue-trouble.ts';
import { queueReading } from './worker-queue.ts';
import { recurringLook, schedulePorts, schedulesOf } from './schedule.ts';
import { configOf, type Session, storeOf, storePlace } from './session.ts';

/** How long after a worker's death its steps are with another. A step that is held up longer than half of it loses its lease. */
const leaseSeconds = 60;
/** An idle step is taken again after so long, and a campaign that nobody put into the queue gets there. */
const lookSeconds = 60;
const scheduleSeconds = 20;
/** Not a campaign: the times of the schedules. */
const schedulesKey = 'schedules';
/** Not a campaign: instances that events told of. */
const eventsKey = 'events';
const eventSeconds = 10;
/** Not a campaign: run records that wait for their signature. */
const recordsKey = 'records';
const recordSeconds = 60;

export async function worker(flags: { readonly concurrency: string }, session: Session): Promise<void> {
  const { screen, say } = session;
  const concurrency = Number(flags.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 32)
    throw new CliError('bad-input', `--concurrency ${JSON.stringify(flags.concurrency)}: 1 to 32`);
  const config = await configOf(session);
  const aws = await awsOf(config);
  const ending = endingAwait();
  try {
    await withStore(await storeOf(config, session, aws), session, async (store) => {
      await clocksExamine(store, realClock, session);
      if (store.shared && config.evidence.kind === 'folder')
        screen.say(say('worker.folder', { folder: resolve(config.store) }));
      const ports = await campaignPorts(aws, store, screen, config, store);
      const ended = (campaign: string): void => screen.say(say('worker.ended', { campaign }));
      const queueSay = seldom(realClock, (words) =>
        screen.say(say('worker.queue', { words: forTerminal(errorIn(words, say)) })),
      );
      const told = (trouble: JobTrouble): void =>
        trouble.key === null ? queueSay(trouble.words) : stepSay(trouble, trouble.key, session);
      const limits = { leaseSeconds, concurrency, told };
      const watcher = await watcherOf(config, store, session);
      const stop = await store.jobWork(campaignQueue, limits, (key) => {
        if (key === schedulesKey) return schedulesLook(config, store, session);
        if (key === eventsKey) return eventsLook(watcher, store, session);
        if (key === recordsKey) return recordsLook(ports, session);
        return campaignStep(key, ports, store, ended);
      });
      screen.say(say('worker.works'));
      const wake = (): Promise<void> => store.jobPut(campaignQueue, eventsKey);
      const trouble = (fault: unknown): void => queueSay(String(fault));
      const { signal } = ending;
      const hosts = watcher
        ? queueReading(watcher, { signal, trouble, heard: ({ kept }) => (kept > 0 ? wake() : undefined) }, session)
        : Promise.resolve();
      const results = ports.results ? queueReading(ports.results, { signal, trouble }, session) : Promise.resolve();
      await looksUntil(ending.signal, config, store, trouble);
      screen.say(say('worker.stopping'));
      await Promise.all([hosts, results]);
      await stop();
    });
  } finally {
    ending.forget();
  }
  screen.say(say('worker.stopped'));
}

/** Aborted by the first signal; the second one ends the process as if nobody listened. */
function endingAwait(): { signal: AbortSignal; forget: () => void } {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  const signals = ['SIGTERM', 'SIGINT'] as const;
  for (const name of signals) process.once(name, end);
  return {
    signal: controller.signal,
    forget: () => {
      for (const name of signals) process.off(name, end);
    },
  };
}

/** One of the workers looks; the queue sees to it that it is one. */
async function schedulesLook(config: Config, store: Store, session: Session): Promise<JobNext> {
  const { screen, say } = session;
  const told = await scheduleTick(schedulesOf(config), await schedulePorts(config, store, session));
  for (const { name, dueAt, outcome, why } of told)
    screen.say(
      forTerminal(
        say('schedule.told', { name, at: dueAt, outcome: say(`schedule.${outcome}`), why: errorIn(why, say) }),
      ),
    );
  await scheduledGive(store);
  for (const campaignId of await recurringLook(config, store, session)) await campaignEnqueue(campaignId, store);
  return config.schedules.length === 0 ? 'done' : { againInSeconds: scheduleSeconds };
}

/** One of the workers looks, as with the schedules; what waits is looked at again soon. */
async function eventsLook(watcher: Watcher | null, store: Store, { screen, say }: Session): Promise<JobNext> {
  if (watcher === null) return 'done';
  const { campaignIds, waiting } = await watcher.look();
  for (const campaignId of campaignIds) {
    screen.say(say('events.started', { campaign: campaignId }));
    await campaignEnqueue(campaignId, store);
  }
  return waiting > 0 ? { againInSeconds: eventSeconds } : 'done';
}

/** As with the schedules; why a record is not signed is said once a minute, as long as it is not. */
async function recordsLook(ports: CampaignPorts, { screen, say }: Session): Promise<JobNext> {
  const { signed, left } = await recordsSign(ports);
  for (const { campaignId: campaign } of signed) screen.say(say('record.signed', { campaign }));
  for (const { campaignId: campaign, why } of left) screen.say(unsignedSaid(campaign, why, say));
  return left.length > 0 ? { againInSeconds: recordSeconds } : 'done';
}

async function looksUntil(
  signal: AbortSignal,
  config: Config,
  store: Store,
  trouble: (fault: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await campaignsEnqueue(store);
      if ((await store.recordsUnsigned()).length > 0) await store.jobPut(campaignQueue, recordsKey, { onlyIdle: true });
      if (config.events !== undefined) await store.jobPut(campaignQueue, eventsKey, { onlyIdle: true });
      const kept = config.schedules.length > 0 || (await store.associationList()).length > 0;
      if (kept) await store.jobPut(campaignQueue, schedulesKey, { onlyIdle: true });
    } catch (fault) {
      // A server that is away comes back; the jobs in it wait.
      trouble(fault);
    }
    await realClock.sleep(lookSeconds * 1000, signal).catch((fault: unknown) => {
      if (!signal.aborted) throw fault;
    });
  }
}

function stepSay({ words, tries, triedAgain }: JobTrouble, key: string, { screen, say }: Session): void {
  screen.say(
    say(triedAgain ? 'worker.trouble' : 'worker.failed', { words: forTerminal(errorIn(words, say)), tries, key }),
  );
}

export async function jobs(session: Session): Promise<void> {
  const { screen, say } = session;
  await withStore(await storePlace(session), session, async (store) => {
    const list = await store.jobList(campaignQueue);
    if (screen.asJson) return screen.json({ jobs: list });
    if (list.length === 0) return screen.out(say('jobs.none'));
    const columns = [
      { head: say('head.job') },
      { head: say('head.state') },
      { head: say('head.at') },
      { head: say('head.tries'), right: true },
      { head: say('head.detail') },
    ];
    const rows = list.map((one) => [
      one.key,
      say(`jobs.${one.state}`),
      one.at,
      String(one.tries),
      errorIn(one.trouble, say),
    ]);
    for (const line of tableLines(columns, rows)) screen.out(line);
  });
}
