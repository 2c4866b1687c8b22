// receive-results: takes what a queue tells of results to the targets they are of, and a message out of the queue only when all is stored.
import type {
  Campaign,
  CampaignStore,
  EventStore,
  Gap,
  MessageContent,
  ResultQueue,
  WrittenMatter,
} from '@bongsu/core';
import type { AssessPorts } from './assess-one.ts';
import { assessTold, type KeyFate } from './assess-told.ts';
import { campaignOfKey, isScriptKey } from './campaign-keys.ts';
import { recurringHost } from './delivery/recurring-keys.ts';
import type { Content } from './judge-target.ts';
import { receivesMax } from './receive.ts';

export interface ResultReceiverPorts extends AssessPorts {
  readonly queue: ResultQueue;
  readonly events: Pick<EventStore, 'eventRefusalPut' | 'queuePollPut'>;
  readonly campaigns: CampaignStore;
  /** By what a campaign is judged: the queue tells of all that run. */
  contentOf(campaign: Campaign): Promise<Content>;
}

export interface ResultsReceived {
  readonly messages: number;
  /** Results that were fetched and dealt with. */
  readonly kept: number;
  readonly refused: number;
  /** Campaigns of which enough has come for their other steps to look. */
  readonly campaignIds: readonly string[];
  readonly gap: Gap | null;
}

export interface ResultReceiver {
  /** Of the queue. */
  readonly url: string;
  /** Reads once. Any number of processes may do so at a time; one that dies in between leaves its messages to the others. */
  receive(waitSeconds: number, signal?: AbortSignal): Promise<ResultsReceived>;
  /** Whether results are told of here as they come: the queue is read, and was readable the last time. */
  told(): boolean;
}

/** A long poll and its work; whoever has not read for longer is not reading. */
const readMilliseconds = 90_000;
/** Between a poll that did not fill its ten and the next: a call a message would be dear. */
const fillMilliseconds = 1_000;
const batch = 10;
/** While messages come ten at a time, the other steps are not told of each ten: counting a large campaign's targets takes longer. */
const tellMilliseconds = 2_000;
/** A campaign's plan and script do not change; that it has ended shows in its targets. */
const campaignMilliseconds = 60_000;

interface Held {
  readonly at: number;
  readonly campaign: Campaign | null;
  /** null where it has ended: it has listed all that it owes a word of. */
  readonly content: Content | null;
}

export function openResultReceiver(ports: ResultReceiverPorts): ResultReceiver {
  const { queue, events, clock } = ports;
  const held = new Map<string, Held>();
  let readAt = -Infinity;
  let unread: Gap | null = null;
  let full = true;
  const untold = new Set<string>();
  let toldAt = -Infinity;

  const heldOf = async (campaignId: string): Promise<Held> => {
    const now = clock.now().getTime();
    for (const [id, one] of held) if (now - one.at > campaignMilliseconds) held.delete(id);
    const known = held.get(campaignId);
    if (known) return known;
    const campaign = await ports.campaigns.campaignGet(campaignId);
    const content = campaign === null || campaign.phase === 'ended' ? null : await ports.contentOf(campaign);
    const one = { at: now, campaign, content };
    // Others may be planned, or be opened again, at any moment.
    if (content !== null) held.set(campaignId, one);
    return one;
  };

  const take = async (keys: readonly string[]) => {
    const fates = new Map<string, KeyFate | 'no-result' | 'no-campaign'>();
    const gaps: Gap[] = [];
    let kept = 0;
    for (const [campaignId, some] of Map.groupBy(keys, campaignOfKey)) {
      const { campaign, content } = campaignId === null ? { campaign: null, content: null } : await heldOf(campaignId);
      if (campaign === null) {
        // Scripts, and what recurring checks give: a period finds its own by listing, and campaigns have no part in those keys.
        for (const key of some) {
          const ours = isScriptKey(key) || recurringHost(key) !== null;
          fates.set(key, ours ? 'done' : campaignId === null ? 'no-result' : 'no-campaign');
        }
        continue;
      }
      if (content === null) {
        for (const key of some) fates.set(key, 'done');
        continue;
      }
      const told = await assessTold(campaign, content, some, ports);
      for (const [key, fate] of told.fates) fates.set(key, fate);
      gaps.push(...told.gaps);
      kept += told.taken;
      if (told.taken > 0) untold.add(campaign.campaignId);
    }
    return { fates, gaps, kept };
  };

  return {
    url: queue.url,
    told: () => unread === null && clock.now().getTime() - readAt < readMilliseconds,
    async receive(waitSeconds, signal) {
      readAt = clock.now().getTime();
      if (!full) await pause(fillMilliseconds, signal, ports);
      // What is not told yet is told when no more comes.
      const seconds = untold.size > 0 ? Math.min(waitSeconds, tellMilliseconds / 1000) : waitSeconds;
      const { messages, gap } = await queue.receive(seconds, signal);
      const more = messages.length >= batch;
      full = more || messages.length === 0;
      const { fates, gaps, kept } = await take(messages.flatMap(({ content }) => keysOf(content)));
      const at = clock.now().toISOString();
      const done: string[] = [];
      let refused = 0;
      for (const { messageId, receipt, receives, content } of messages) {
        const of = keysOf(content).map((key) => ({ key, fate: fates.get(key) ?? 'later' }));
        const why = content.kind === 'refused' ? content : strange(of);
        // What is not stored yet comes again until it is, or until its campaign has ended; what is no message, a few times.
        const removed = content.kind === 'refused' ? receives >= receivesMax : !of.some(({ fate }) => fate === 'later');
        if (removed && receipt !== '') done.push(receipt);
        if (why === null) continue;
        refused += 1;
        const { reason, excerpt } = why;
        await events.eventRefusalPut({ messageId, reason, excerpt, receives, removed, at });
      }
      const left = done.length > 0 ? await queue.remove(done) : null;
      // Messages that cannot be deleted come again and again, in the way of new ones.
      unread = gap ?? left;
      readAt = clock.now().getTime();
      const campaignIds = more && readAt - toldAt < tellMilliseconds ? [] : [...untold];
      if (campaignIds.length > 0) {
        untold.clear();
        toldAt = readAt;
      }
      await events.queuePollPut({ url: queue.url, at, gap: unread ?? gaps[0] ?? null });
      return { messages: messages.length, kept, refused, campaignIds, gap: unread };
    },
  };
}

function keysOf(content: MessageContent<WrittenMatter>): readonly string[] {
  return content.kind === 'written' ? content.keys : [];
}

const strangers: Readonly<Record<string, string>> = {
  'no-result': 'not the key of a result',
  'no-campaign': 'the key of no campaign that this store has',
  foreign: 'a key that no target of its campaign was given',
};

/** Keys are made of ids, but anybody who may write to the bucket can make up others. */
function strange(of: readonly { readonly key: string; readonly fate: string }[]) {
  const [one] = of.filter(({ fate }) => Object.hasOwn(strangers, fate));
  return one === undefined ? null : { reason: strangers[one.fate] ?? one.fate, excerpt: one.key.slice(0, 200) };
}

async function pause(milliseconds: number, signal: AbortSignal | undefined, { clock }: AssessPorts): Promise<void> {
  await clock.sleep(milliseconds, signal).catch((fault: unknown) => {
    if (!signal?.aborted) throw fault;
  });
}
