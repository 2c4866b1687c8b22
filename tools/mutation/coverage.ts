// Which examinations can find which mutant, learned from one run of all of them without any mutant.
import type { Mutant } from './mutants.ts';
import { metDuring } from './switch.ts';
import type { Examination } from './unit-tests.ts';

/** What one mutant is asked: what comes by it, the quick first, then what may use it otherwise. */
export interface Trial {
  readonly id: string;
  /** Indices of examinations. */
  readonly order: readonly number[];
  /** More meetings than this within one examination count as a loop without an end. */
  readonly hitsMax: number;
  /** Met while the modules load: it needs a program that was loaded with it. */
  readonly loading: boolean;
}

/** One run of every examination: the mutants that each met, and those met while the modules loaded. */
interface Meetings {
  readonly asked: readonly Examination[];
  readonly loading: ReadonlyMap<string, number>;
  readonly each: readonly ReadonlyMap<string, number>[];
  /** How long each took. */
  readonly cost: readonly number[];
}

/**
 * The trial of every mutant that something comes by. One met while the modules load sits in a value that any module which
 * imports its own may use: it is asked of all examinations that come by such a module.
 */
export async function trialsOf(
  evaluate: () => readonly Examination[],
  mutants: readonly Mutant[],
  importersOf: (path: string) => readonly string[],
): Promise<ReadonlyMap<string, Trial>> {
  const { asked, loading, each, cost } = await meetings(evaluate);
  const pathOf = new Map(mutants.map(({ id, path }) => [id, path]));
  const modules = each.map((met, index) => {
    const paths = new Set([...met.keys()].map((id) => pathOf.get(id) ?? ''));
    return paths.add(asked[index]?.of ?? '');
  });
  const quickFirst = [...asked.keys()].toSorted((a, b) => (cost[a] ?? 0) - (cost[b] ?? 0));
  const users = new Map<string, readonly number[]>();
  const usersOf = (path: string): readonly number[] => {
    const known = users.get(path);
    if (known) return known;
    const reached = closure(path, importersOf);
    const found = quickFirst.filter((index) => reached.some((one) => modules[index]?.has(one)));
    // A module that only lists others is imported by nothing that is come by.
    const some = found.length > 0 ? found : quickFirst;
    users.set(path, some);
    return some;
  };
  const metBy = new Map<string, number[]>();
  for (const index of quickFirst)
    for (const id of each[index]?.keys() ?? []) {
      const near = metBy.get(id);
      if (near) near.push(index);
      else metBy.set(id, [index]);
    }
  return new Map(
    mutants.flatMap(({ id, path }) => {
      const near = metBy.get(id) ?? [];
      const order = loading.has(id) ? [...new Set([...near, ...usersOf(path)])] : near;
      const most = Math.max(loading.get(id) ?? 0, ...near.map((index) => each[index]?.get(id) ?? 0));
      // A hundred times what is met in good order is no order; small numbers get room.
      return order.length === 0
        ? []
        : [[id, { id, order, hitsMax: most * 100 + 10_000, loading: loading.has(id) }] as const];
    }),
  );
}

async function meetings(evaluate: () => readonly Examination[]): Promise<Meetings> {
  let asked: readonly Examination[] = [];
  const loading = await metDuring(() => {
    asked = evaluate();
  });
  const each: ReadonlyMap<string, number>[] = [];
  const cost: number[] = [];
  for (const { name, run } of asked) {
    const started = performance.now();
    each.push(
      await metDuring(async () => {
        try {
          await run();
        } catch (cause) {
          throw new Error(`fails without any mutant: ${name}`, { cause });
        }
      }),
    );
    cost.push(performance.now() - started);
  }
  return { asked, loading, each, cost };
}

/** The module and all that import it, over any number of steps. */
function closure(path: string, importersOf: (path: string) => readonly string[]): readonly string[] {
  const reached = new Set([path]);
  for (const one of reached) for (const importer of importersOf(one)) reached.add(importer);
  return [...reached];
}
