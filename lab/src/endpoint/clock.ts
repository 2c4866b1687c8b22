// The lab's clock: real time plus what was advanced, with timers that fire by waiting or by advancing.
import type { LabClock } from './contract.ts';

/** setTimeout's limit; longer waits are taken in steps. */
const WAIT_MILLISECONDS_MAX = 2 ** 31 - 1;

interface Timer {
  readonly at: number;
  readonly action: () => void;
}

/** A clock that starts at real time; its timers never keep a process alive. */
export function createLabClock(realNow: () => number = Date.now): LabClock {
  let offset = 0;
  let wake: NodeJS.Timeout | undefined;
  const timers = new Set<Timer>();
  const now = (): number => realNow() + offset;

  const earliest = (): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers) if (first === undefined || timer.at < first.at) first = timer;
    return first;
  };
  const fireDue = (): void => {
    for (let timer = earliest(); timer !== undefined && timer.at <= now(); timer = earliest()) {
      timers.delete(timer);
      timer.action();
    }
    arm();
  };
  const arm = (): void => {
    clearTimeout(wake);
    const next = earliest();
    if (next === undefined) return;
    wake = setTimeout(fireDue, Math.min(Math.max(next.at - now(), 0), WAIT_MILLISECONDS_MAX));
    wake.unref();
  };

  return {
    now,
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new RangeError('The clock only goes forward');
      const target = now() + milliseconds;
      // Timers on the way see their own moment, so that what they start is dated right.
      for (let timer = earliest(); timer !== undefined && timer.at <= target; timer = earliest()) {
        offset += Math.max(timer.at - now(), 0);
        timers.delete(timer);
        timer.action();
      }
      offset += Math.max(target - now(), 0);
      fireDue();
    },
    at(milliseconds, action) {
      const timer: Timer = { at: milliseconds, action };
      timers.add(timer);
      arm();
      return () => {
        timers.delete(timer);
        arm();
      };
    },
  };
}
