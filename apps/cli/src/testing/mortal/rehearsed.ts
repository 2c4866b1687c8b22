// A death that is played within this process, for many of them: the life is never answered again, and what it held is thrown away.
//
// It leaves what a kill leaves just after the steps in hand: they come to their end in the store and in AWS, and nobody learns of it.
import type { Lab } from '@bongsu/lab';
import { driveTime } from '@bongsu/lab';
import { pointSdkAt } from '../../wire.ts';
import { mortality } from './death.ts';
import type { Kill, MortalOrder, MortalSaid } from './order.ts';
import type { ToldTime } from './told-time.ts';
import { workStart } from './work.ts';

export interface Rehearsed {
  /** null where it died. */
  readonly said: MortalSaid | null;
  readonly died: string | null;
}

const never = (): Promise<never> => new Promise(() => {});

export async function lifeRehearse(order: MortalOrder, kill: Kill | null, lab: Lab): Promise<Rehearsed> {
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  const driven = driveTime(lab, { quietMilliseconds: 1 });
  const death = new AbortController();
  const { signal } = death;
  const inHand = new Set<Promise<unknown>>();
  let died: string | null = null;

  const time: ToldTime = {
    clock: {
      now: driven.clock.now,
      sleep: async (milliseconds, own) => {
        if (signal.aborted) return never();
        try {
          await driven.clock.sleep(milliseconds, own ? AbortSignal.any([own, signal]) : signal);
        } catch (fault) {
          if (!signal.aborted) throw fault;
        }
        return signal.aborted ? never() : undefined;
      },
    },
    during: async (work) => {
      if (signal.aborted) return never();
      const done = driven.during(work);
      inHand.add(done);
      try {
        const answer = await done;
        return signal.aborted ? await never() : answer;
      } catch (fault) {
        if (signal.aborted) return never();
        throw fault;
      } finally {
        inHand.delete(done);
      }
    },
  };
  const work = await workStart(
    order,
    time,
    mortality(kill ?? undefined, time, async (words) => {
      died ??= words;
      death.abort();
      throw new Error(words);
    }),
  );
  const dead = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  try {
    const said = await Promise.race([work.said, dead]);
    return { said, died };
  } finally {
    await Promise.allSettled(inHand);
    driven.stop();
    await work.close();
  }
}
