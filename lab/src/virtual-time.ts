// Drives virtual time for tests and measurements: moves the lab's clock on whenever the product does nothing but sleep.
import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from './endpoint/activity.ts';
import type { LabClock } from './endpoint/contract.ts';

export interface VirtualTime {
  /** For the product: it tells and sleeps the lab's time. */
  readonly clock: {
    now(): Date;
    sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  };
  /** Holds time still while real work goes on that neither the lab nor the event loop shows, such as that of a database elsewhere. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Ends the driving; who still sleeps then sleeps until someone else advances the clock. */
  stop(): void;
}

export interface VirtualTimeOptions {
  /** Real milliseconds in which nothing may happen before time moves on; 5 where absent. */
  readonly quietMilliseconds?: number;
}

/** Turns of the event loop that what has just been resolved gets to go on in. */
const turns = 8;

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/**
 * Time moves to the next timer of the lab or of the product when somebody sleeps, the lab is busy with nothing (no request in flight
 * but long polls, no host's program running), and neither has changed during some turns of the event loop and a few real milliseconds.
 * That is a guess: a product that waits longer for something else, while another part of it sleeps, finds that time has gone on. Such an
 * early step makes virtual time longer than it had to be and loses nothing, for timers fire in their order all the same.
 */
export function driveTime(
  lab: { readonly clock: LabClock; readonly activity: Activity },
  options: VirtualTimeOptions = {},
): VirtualTime {
  const { clock, activity } = lab;
  const { quietMilliseconds = 5 } = options;
  let asleep = 0;
  let naps = 0;
  let held = 0;
  let stopped = false;
  let driving = false;

  const isQuiet = async (): Promise<boolean> => {
    const before = [activity.changes(), naps, held].join(' ');
    const still = (): boolean =>
      activity.busy() === 0 && held === 0 && before === [activity.changes(), naps, held].join(' ');
    for (let round = 0; round < turns && still(); round += 1) await turn();
    await delay(still() ? quietMilliseconds : 1);
    return still();
  };
  const drive = async (): Promise<void> => {
    driving = true;
    while (asleep > 0 && !stopped) {
      if (!(await isQuiet())) continue;
      const next = clock.next();
      if (next !== undefined && asleep > 0 && !stopped) clock.advance(Math.max(0, next - clock.now()));
    }
    driving = false;
  };

  return {
    clock: {
      now: () => new Date(clock.now()),
      sleep: (milliseconds, signal) =>
        new Promise((resolve, reject) => {
          if (signal?.aborted) {
            reject(signal.reason as Error);
            return;
          }
          asleep += 1;
          naps += 1;
          const wake = (end: () => void): void => {
            asleep -= 1;
            signal?.removeEventListener('abort', abort);
            end();
          };
          const cancel = clock.at(clock.now() + Math.max(0, milliseconds), () => wake(resolve));
          const abort = (): void => {
            cancel();
            wake(() => reject(signal?.reason as Error));
          };
          signal?.addEventListener('abort', abort, { once: true });
          if (!driving) void drive();
        }),
    },
    during: async (work) => {
      held += 1;
      try {
        return await work();
      } finally {
        held -= 1;
      }
    },
    stop: () => {
      stopped = true;
    },
  };
}
