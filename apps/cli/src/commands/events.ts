// bongsu events, bongsu watch: what AWS told of instances and what became of it; one look without a worker.
import type { EventRefusal, HandledEvent } from '@bongsu/core';
import { CliError } from '../cli-error.ts';
import { detailIn } from '../language/said-in.ts';
import { forTerminal } from '../screen/harmless.ts';
import { tableLines } from '../screen/table.ts';
import { awsOf, withStore } from '../wire.ts';
import { watcherOf } from '../wire-watch.ts';
import { runToEnd } from './campaign-end.ts';
import type { Session } from './session.ts';
import { configOf, storeOf, storePlace } from './session.ts';

export async function events(flags: { readonly limit: string }, session: Session): Promise<void> {
  const { screen, say } = session;
  const limit = Number(flags.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100_000)
    throw new CliError('bad-input', `--limit ${JSON.stringify(flags.limit)}: 1 to 100000`);
  await withStore(await storePlace(session), session, async (store) => {
    const list = await store.eventList(limit);
    const refusals = await store.eventRefusalList(limit);
    const queues = await store.queuePollList();
    if (screen.asJson) return screen.json({ events: list, refused: refusals, queues });
    for (const { url, at, gap } of queues) {
      const queue = queueShown(url);
      const told =
        gap === null ? say('events.read', { queue, at }) : say('events.unread', { queue, at, ...gapWords(gap) });
      screen.out(forTerminal(told));
    }
    if (list.length === 0 && refusals.length === 0) return screen.out(say('events.none'));
    eventsShow(list, session);
    if (refusals.length > 0) refusalsShow(refusals, session);
    const waiting = list.filter((one) => one.outcome === 'waiting').length;
    screen.out(say('events.sum', { count: list.length, waiting, refused: refusals.length }));
  });
}

/** The last part of its address. */
export function queueShown(url: string): string {
  return url.split('/').at(-1) ?? url;
}

function gapWords({ call, code, message }: { call: string; code: string; message: string }): Record<string, string> {
  return { call, code, message };
}

function eventsShow(list: readonly HandledEvent[], { screen, say }: Session): void {
  const heads = [
    ...(['head.at', 'head.account', 'head.region', 'head.instance', 'event.what'] as const),
    ...(['event.outcome', 'head.campaign', 'head.detail'] as const),
  ];
  const rows = list.map((one) => [
    ...[one.at, one.accountId, one.region, one.instanceId, say(`event.${one.what}`)],
    ...[say(`outcome.${one.outcome}`), one.campaignId ?? '·'],
    [one.standIn ?? '', detailIn(one.detail, say)].filter((words) => words !== '').join(': '),
  ]);
  const columns = heads.map((head) => ({ head: say(head) }));
  for (const line of tableLines(columns, rows)) screen.out(line);
}

function refusalsShow(list: readonly EventRefusal[], { screen, say }: Session): void {
  screen.out('');
  screen.out(screen.bold(say('events.refused')));
  const heads = ['head.at', 'event.reason', 'event.receives', 'event.removed', 'event.excerpt'] as const;
  const rows = list.map((one) => [
    ...[one.at, one.reason, String(one.receives), say(one.removed ? 'event.yes' : 'event.no'), one.excerpt],
  ]);
  for (const line of tableLines(
    heads.map((head) => ({ head: say(head) })),
    rows,
  ))
    screen.out(line);
}

/** A queue that is filled faster than it is read is not emptied for ever. */
const receivesMax = 1_000;

/** Exit code 1 where the queue could not be read. */
export async function watchOnce(session: Session): Promise<number> {
  const { screen, say } = session;
  const config = await configOf(session);
  const aws = await awsOf(config);
  return withStore(await storeOf(config, session, aws), session, async (store) => {
    const watcher = await watcherOf(config, store, session);
    if (watcher === null) throw new CliError('bad-input', say('events.unset'));
    const queue = queueShown(watcher.url);
    const took = { messages: 0, kept: 0, refused: 0 };
    let unread = false;
    for (let reads = 0; reads < receivesMax; reads += 1) {
      const { messages, kept, refused, gap } = await watcher.receive(1);
      took.messages += messages;
      took.kept += kept;
      took.refused += refused;
      if (gap !== null) {
        unread = true;
        screen.say(forTerminal(say('events.unread', { queue, at: '', ...gapWords(gap) })));
      }
      if (messages === 0 || gap !== null) break;
    }
    screen.say(say('events.took', took));
    const { campaignIds, waiting } = await watcher.look();
    if (waiting > 0) screen.say(say('events.waiting', { count: waiting }));
    // Those, too, that a look before this one did not bring to their end.
    const open = (await store.campaignList()).filter((one) => one.plan.part && one.phase === 'running');
    const campaigns: object[] = [];
    for (const campaignId of new Set([...campaignIds, ...open.map((one) => one.campaignId)])) {
      screen.say(say('events.started', { campaign: campaignId }));
      campaigns.push((await runToEnd(campaignId, { aws, store, config }, session)).json);
    }
    if (screen.asJson) screen.json({ ...took, waiting, campaigns });
    return unread ? 1 : 0;
  });
}
