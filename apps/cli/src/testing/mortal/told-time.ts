// The lab's time in a process of its own, which tells its keeper when it does nothing but sleep.
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@bongsu/core';
import type { FromKeeper, ToKeeper } from './order.ts';

export interface ToldTime {
  readonly clock: Clock;
  /** Time stands still while this goes on. */
  during<T>(work: () => Promise<T>): Promise<T>;
}

export function tell(what: ToKeeper): void {
  process.send?.(what);
}

/** Turns of the event loop in which what has just been resolved gets to go on. */
const turns = 8;
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

interface Nap {
  readonly until: number;
  readonly wake: () => void;
}

/** `skew`: milliseconds by which this process's clock is ahead. */
export function toldTime(from: number, skew = 0): ToldTime {
  const naps = new Set<Nap>();
  let now = from;
  let held = 0;
  let stirs = 0;
  let settling = false;
  let quietUntil: number | null = null;

  const settle = async (): Promise<void> => {
    settling = true;
    while (held === 0 && naps.size > 0 && quietUntil === null) {
      const before = stirs;
      for (let round = 0; round < turns && stirs === before; round += 1) await turn();
      await delay(1);
      if (held > 0 || naps.size === 0 || stirs !== before) continue;
      quietUntil = Math.min(...[...naps].map((nap) => nap.until));
      tell({ quietUntil });
    }
    settling = false;
  };
  const stir = (): void => {
    stirs += 1;
    if (quietUntil !== null) tell({ awake: true });
    quietUntil = null;
    if (!settling) void settle();
  };
  process.on('message', (told: FromKeeper) => {
    now = told.now;
    // The keeper knows by the same rule who has woken.
    if (quietUntil === null || now < quietUntil) return;
    quietUntil = null;
    for (const nap of [...naps].sort((a, b) => a.until - b.until)) if (nap.until <= now) nap.wake();
    stir();
  });

  return {
    clock: {
      now: () => new Date(now + skew),
      sleep: (milliseconds, signal) =>
        new Promise((resolve, reject) => {
          if (signal?.aborted) {
            reject(signal.reason as Error);
            return;
          }
          const over = (end: () => void): void => {
            naps.delete(nap);
            signal?.removeEventListener('abort', abort);
            end();
          };
          const abort = (): void => {
            over(() => reject(signal?.reason as Error));
            stir();
          };
          const nap = { until: now + Math.max(1, milliseconds), wake: () => over(resolve) };
          naps.add(nap);
          signal?.addEventListener('abort', abort, { once: true });
          stir();
        }),
    },
    during: async (work) => {
      held += 1;
      stir();
      try {
        return await work();
      } finally {
        held -= 1;
        stir();
      }
    },
  };
}
