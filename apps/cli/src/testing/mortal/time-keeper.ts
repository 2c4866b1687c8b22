// Keeps the lab's time for processes beside it: it goes on whenever all of them, and the lab, do nothing but wait.
import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Lab } from '@bongsu/lab';
import { driveTime } from '@bongsu/lab';
import type { FromKeeper, ToKeeper } from './order.ts';

export interface TimeKeeper {
  /** Minds a process until it ends. */
  mind(child: ChildProcess): void;
  /** Lets the lab's seconds pass while no process lives. */
  rest(seconds: number): Promise<void>;
}

type Clocked = Pick<Lab, 'clock' | 'activity'>;

/** Turns of the lab's event loop in which nothing may begin before time goes on. */
const turns = 6;
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

export function timeKeeper({ clock, activity }: Clocked): TimeKeeper {
  /** Until when each is asleep; null where it is at work. */
  const minded = new Map<ChildProcess, number | null>();
  let driving = false;

  const isQuiet = async (): Promise<boolean> => {
    const asleep = (): boolean => minded.size > 0 && [...minded.values()].every((until) => until !== null);
    const before = activity.changes();
    for (let round = 0; round < turns; round += 1) {
      if (!asleep() || activity.busy() > 0 || activity.changes() !== before) return false;
      await turn();
    }
    return asleep() && activity.busy() === 0 && activity.changes() === before;
  };
  const advance = (): void => {
    const due = [...minded.values(), clock.next()].filter((at) => typeof at === 'number');
    clock.advance(Math.max(0, Math.min(...due) - clock.now()));
    const told: FromKeeper = { now: clock.now() };
    for (const [child, until] of minded) {
      if (until !== null && told.now >= until) minded.set(child, null);
      if (child.connected) child.send(told, () => {});
    }
  };
  const drive = async (): Promise<void> => {
    if (driving) return;
    driving = true;
    while (minded.size > 0) {
      if (await isQuiet()) advance();
      else await delay(1);
    }
    driving = false;
  };

  return {
    mind: (child) => {
      minded.set(child, null);
      child.on('message', (told: ToKeeper) => {
        if (!minded.has(child)) return;
        if ('quietUntil' in told) minded.set(child, told.quietUntil);
        else minded.set(child, null);
      });
      child.once('exit', () => minded.delete(child));
      void drive();
    },
    rest: async (seconds) => {
      const time = driveTime({ clock, activity }, { quietMilliseconds: 1 });
      await time.clock.sleep(seconds * 1000);
      time.stop();
    },
  };
}
