// Counts the writes and calls of a life, and ends it at the one that was ordered.
import type { Counts, Kill } from './order.ts';
import type { ToldTime } from './told-time.ts';

export interface Mortality {
  readonly counts: Counts;
  /** The part, whose counted methods may be the last; time stands still in all of them. */
  mortal<Part extends object>(part: Part, kind: 'write' | 'call', counted?: (name: string) => boolean): Part;
}

/** What only reads changes nothing by dying. */
export const writes = (name: string): boolean =>
  !/(?:Get|List|Latest|Tally|OfRuns|OfHosts|Open|Before|Waiting|Idle|Checked|Last|Unsigned)$/.test(name) &&
  !['close', 'shared'].includes(name);

/** `die` is told in words where it was, and never returns. */
export function mortality(
  kill: Kill | undefined,
  { during }: Pick<ToldTime, 'during'>,
  die: (words: string) => Promise<never>,
): Mortality {
  const counts: Record<string, number> = {};
  const end = ({ when, step, nth }: Kill): Promise<never> => die(`killed ${when} ${step} ${nth}`);
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
            if (here && kill.when === 'before') await end(kill);
            const done: unknown = await Reflect.apply(member, held, given);
            if (here) await end(kill);
            return done;
          });
      },
    });
  return { counts, mortal };
}
