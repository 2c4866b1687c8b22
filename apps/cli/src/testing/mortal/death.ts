// Counts the writes and calls of a process, and kills it at the one that was ordered.
import { writeSync } from 'node:fs';
import type { Counts, Kill } from './order.ts';
import type { ToldTime } from './told-time.ts';

export interface Mortality {
  readonly counts: Counts;
  /** The part, whose counted methods may be the last; time stands still in all of them. */
  mortal<Part extends object>(part: Part, kind: 'write' | 'call', counted?: (name: string) => boolean): Part;
}

/** What only reads changes nothing by dying. */
export const writes = (name: string): boolean =>
  !/(?:Get|List|Latest|Tally|OfRuns|OfHosts|Open|Before|Waiting|Idle|Checked|Last)$/.test(name) &&
  !['close', 'shared'].includes(name);

/** Nothing of the process survives it: no handler runs, no buffer is flushed. */
function die({ when, step, nth }: Kill): void {
  writeSync(2, `killed ${when} ${step} ${nth}\n`);
  process.kill(process.pid, 'SIGKILL');
}

export function mortality(kill: Kill | undefined, { during }: Pick<ToldTime, 'during'>): Mortality {
  const counts: Record<string, number> = {};
  const mortal: Mortality['mortal'] = (part, kind, counted = () => true) =>
    new Proxy(part, {
      get(held, key, receiver) {
        const member: unknown = Reflect.get(held, key, receiver);
        const name = String(key);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) =>
          during(async () => {
            if (!counted(name)) return Reflect.apply(member, held, given) as unknown;
            const step = `${kind} ${name}`;
            const nth = (counts[step] ?? 0) + 1;
            counts[step] = nth;
            const here = kill?.step === step && kill.nth === nth;
            if (here && kill.when === 'before') die(kill);
            const done: unknown = await Reflect.apply(member, held, given);
            if (here) die(kill);
            return done;
          });
      },
    });
  return { counts, mortal };
}
