// Clocks of processes that share a database: a claim says until when it is its sender's alone, so they must agree.
import type { Clock } from '@bongsu/core';
import type { Store } from '@bongsu/store';
import { CliError } from './cli-error.ts';
import type { Voice } from './language/say.ts';
import type { Screen } from './screen/screen.ts';

/** A claim is 60 s, a call begins within its first 20 and takes 35 at most: two clocks may be 20 s apart, each from the database's. */
const apartSecondsMax = 20;
/** NTP does better by far; a clock that is off so much is off by more tomorrow. */
const apartSecondsTold = 5;

export interface Apart {
  /** Of this machine's clock against the database's: above 0 it is ahead. */
  readonly seconds: number;
  /** Half the time that asking took. */
  readonly giveOrTake: number;
}

export function apartOf(askedAt: Date, told: Date, answeredAt: Date): Apart {
  const half = (answeredAt.getTime() - askedAt.getTime()) / 2;
  return { seconds: (askedAt.getTime() + half - told.getTime()) / 1000, giveOrTake: half / 1000 };
}

/** `far`: surely more than may be. `near`: worth a word. What the asking itself may explain is held against nobody. */
export function apartJudge({ seconds, giveOrTake }: Apart): 'well' | 'near' | 'far' {
  const surely = Math.abs(seconds) - giveOrTake;
  return surely > apartSecondsMax ? 'far' : surely > apartSecondsTold ? 'near' : 'well';
}

/** @throws CliError `refused` with the numbers where this machine's clock is too far from the database's. */
export async function clocksExamine(
  store: Pick<Store, 'shared' | 'databaseTime'>,
  clock: Clock,
  { screen, say }: { readonly screen: Pick<Screen, 'say'>; readonly say: Voice },
): Promise<void> {
  // Of one process there is one clock.
  if (!store.shared) return;
  const askedAt = clock.now();
  const apart = apartOf(askedAt, await store.databaseTime(), clock.now());
  const judged = apartJudge(apart);
  if (judged === 'well') return;
  const way = apart.seconds > 0 ? 'ahead' : 'behind';
  const words = say(`clocks.${way}`, {
    seconds: Math.abs(apart.seconds).toFixed(1),
    give: apart.giveOrTake.toFixed(1),
    most: apartSecondsMax,
  });
  if (judged === 'far') throw new CliError('refused', words);
  screen.say(words);
}
