// The lab's clock: real time plus what was advanced, or virtual time that only advancing moves; timers fire by both.
import type { LabClock } from './contract.ts';
import { createTimers } from './timers.ts';

/** setTimeout's limit; longer waits are taken in steps. */
const WAIT_MILLISECONDS_MAX = 2 ** 31 - 1;

/** A clock that starts at real time; its timers never keep a process alive. */
export function createLabClock(realNow: () => number = Date.now): LabClock {
  let wake: NodeJS.Timeout | undefined;
  return clockOver(realNow, (milliseconds, fire) => {
    clearTimeout(wake);
    if (milliseconds === undefined) return;
    wake = setTimeout(fire, Math.min(milliseconds, WAIT_MILLISECONDS_MAX));
    wake.unref();
  });
}

/** A clock that stands still at `startsAt` until it is advanced. What is due already fires in the event loop's next turn. */
export function createVirtualClock(startsAt: number): LabClock {
  let turn: NodeJS.Immediate | undefined;
  return clockOver(
    () => startsAt,
    (milliseconds, fire) => {
      if (milliseconds === undefined || milliseconds > 0) return;
      clearImmediate(turn);
      turn = setImmediate(fire);
    },
  );
}

/** `wait` is told whenever the time until the next timer has changed; undefined where there is none. */
function clockOver(
  realNow: () => number,
  wait: (milliseconds: number | undefined, fire: () => void) => void,
): LabClock {
  let offset = 0;
  const timers = createTimers();
  const now = (): number => realNow() + offset;
  const arm = (): void => {
    const next = timers.first();
    wait(next === undefined ? undefined : Math.max(next.at - now(), 0), fireDue);
  };
  const fireDue = (): void => {
    for (let timer = timers.first(); timer !== undefined && timer.at <= now(); timer = timers.first()) {
      timers.take();
      timer.action();
    }
    arm();
  };

  return {
    now,
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new RangeError('The clock only goes forward');
      const target = now() + milliseconds;
      // Timers on the way see their own moment, so that what they start is dated right.
      for (let timer = timers.first(); timer !== undefined && timer.at <= target; timer = timers.first()) {
        offset += Math.max(timer.at - now(), 0);
        timers.take();
        timer.action();
      }
      offset += Math.max(target - now(), 0);
      fireDue();
    },
    at(milliseconds, action) {
      const earliest = timers.first();
      const timer = timers.add(milliseconds, action);
      if (earliest === undefined || timer.at < earliest.at) arm();
      return () => {
        timers.cancel(timer);
        if (timers.first() === undefined) arm();
      };
    },
    next: () => timers.first()?.at,
  };
}
