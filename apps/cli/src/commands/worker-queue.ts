// A worker's reading of a queue, beside its steps: SQS gives each message to one of those who wait.
import type { Gap } from '@bongsu/core';
import { forTerminal } from '../screen/harmless.ts';
import { realClock } from '../wire.ts';
import { queueShown } from './events.ts';
import type { Session } from './session.ts';

export interface QueueReader<Received> {
  readonly url: string;
  receive(waitSeconds: number, signal?: AbortSignal): Promise<Received>;
}

export interface Reading<Received> {
  readonly signal: AbortSignal;
  /** Asks for a look at what has come. */
  heard?(received: Received): Promise<void> | undefined;
  /** Trouble of the store, which comes back. */
  trouble(fault: unknown): void;
}

/** SQS's longest: an idle queue costs three calls a minute. */
const pollSeconds = 20;
/** A queue that cannot be read is a matter for people; it is tried again all the same. */
const pauseMilliseconds = 30_000;

export async function queueReading<Received extends { readonly gap: Gap | null }>(
  reader: QueueReader<Received>,
  { signal, heard, trouble }: Reading<Received>,
  { screen, say }: Session,
): Promise<void> {
  let told = '';
  while (!signal.aborted) {
    let pause = 0;
    try {
      const received = await reader.receive(pollSeconds, signal);
      await heard?.(received);
      const { gap } = received;
      const words = gap === null ? '' : `${gap.call} ${gap.code}`;
      if (gap !== null) {
        pause = pauseMilliseconds;
        const { call, code, message } = gap;
        const at = realClock.now().toISOString();
        if (words !== told)
          screen.say(forTerminal(say('events.unread', { queue: queueShown(reader.url), at, call, code, message })));
      }
      told = words;
    } catch (fault) {
      pause = pauseMilliseconds;
      trouble(fault);
    }
    if (pause > 0)
      await realClock.sleep(pause, signal).catch((fault: unknown) => {
        if (!signal.aborted) throw fault;
      });
  }
}
