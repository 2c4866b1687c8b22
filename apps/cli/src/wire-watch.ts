// The wiring of new and changed instances: the queue, the policy, and how their campaigns are planned.
import type { Account, Clock, EventPolicy, Seen } from '@bongsu/core';
import { eventsReceive, type Received, watchTick, type Watched, type WatchOrder } from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import { exclusionsOf, orderOf, packsOf } from './commands/campaign.ts';
import type { Session } from './commands/session.ts';
import { judgingOf } from './commands/session.ts';
import type { Config } from './config/schema.ts';
import { contentWith } from './packs/content.ts';
import { awsOf, realClock, realIds } from './wire.ts';

/** null where the configuration names no queue. */
export function policyOf({ events, regions }: Config): EventPolicy | null {
  if (events === undefined) return null;
  const { groups, sinceDays, minHours, waitMinutes } = events;
  return { groups, sinceDays, minHours, waitMinutes, regions };
}

export interface Watcher {
  readonly url: string;
  receive(waitSeconds: number, signal?: AbortSignal): Promise<Received>;
  look(): Promise<Watched>;
}

/** Makes no call; null where the configuration names no queue. */
export async function watcherOf(config: Config, store: Store, session: Session): Promise<Watcher | null> {
  const policy = policyOf(config);
  // Of its own: what it calls is not counted with any campaign.
  const aws = await awsOf(config);
  const { queue } = aws;
  if (policy === null || queue === null) return null;
  const content = contentWith(await packsOf(config, session));
  const settings = await judgingOf(session);
  const plan: WatchOrder['plan'] = { ...content, ...orderOf(config), exclusions: exclusionsOf(config), settings };
  const ports = {
    ...{ estate: aws.estate, exchange: aws.exchange, clock: realClock, ids: realIds },
    ...{ events: store, snapshots: store, campaigns: store },
    accounts: accountsKept(() => aws.estate.accounts(), realClock),
    looked: new Map<string, number>(),
  };
  return {
    url: queue.url,
    receive: (waitSeconds, signal) =>
      eventsReceive({ queue, events: store, clock: realClock }, policy, waitSeconds, signal),
    look: () => watchTick({ policy, plan }, ports),
  };
}

/** A list of five hundred accounts is 25 calls: one a minute is enough for events that wait. */
const accountsSeconds = 60;

export function accountsKept(read: () => Promise<Seen<Account>>, clock: Clock): () => Promise<Seen<Account>> {
  let kept: { at: number; seen: Promise<Seen<Account>> } | null = null;
  return () => {
    const now = clock.now().getTime();
    if (kept === null || now - kept.at >= accountsSeconds * 1000) {
      const seen = read();
      const fresh = { at: now, seen };
      kept = fresh;
      seen.catch(() => {
        if (kept === fresh) kept = null;
      });
    }
    return kept.seen;
  };
}
