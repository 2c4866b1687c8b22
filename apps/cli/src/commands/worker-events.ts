// A worker's reading of the queue of events, beside its steps: SQS gives each message to one of those who wait.
import { forTerminal } from '../screen/harmless.ts';
import { realClock } from '../wire.ts';
import type { Watcher } from '../wire-watch.ts';
import type { Session } from './session.ts';

export interface Receiving {
  readonly signal: AbortSignal;
  /** Asks for a look at what has come. */
  wake(): Promise<void>;
  /** Trouble of the store, which comes back. */
  trouble(fault: unknown): void;
}

/** SQS's longest: an idle queue costs three calls a minute. */
const pollSeconds = 20;
/** A queue that cannot be read is a matter for people; it is tried again all the same. */
const pauseMilliseconds = 30_000;

export async function eventsReceiving(
  watcher: Pick<Watcher, 'receive'>,
  { signal, wake, trouble }: Receiving,
  { screen, say }: Session,
): Promise<void> {
  let told = '';
  while (!signal.aborted) {
    let pause = 0;
    try {
      const { kept, gap } = await watcher.receive(pollSeconds, signal);
      if (kept > 0) await wake();
      const words = gap === null ? '' : `${gap.call} ${gap.code}`;
      if (gap !== null) {
        pause = pauseMilliseconds;
        const { call, code, message } = gap;
        const at = realClock.now().toISOString();
        if (words !== told) screen.say(forTerminal(say('events.unread', { at, call, code, message })));
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
