// Stands in for vitest's `describe` and `it` inside the program, so that unit tests can be run as plain functions, thousands of times.
import { expect } from 'vitest';

/** One thing that can be asked of the program: it throws, or its promise fails, where the answer is wrong. */
export interface Examination {
  readonly name: string;
  /** The module it stands in or is about, relative to the root. */
  readonly of: string;
  run(): unknown;
}

/** The global in which each module that asks says its path before it states anything. */
export const asking = 'mutationAsking';

type Body = (...row: unknown[]) => unknown;

/** What the test files import as `vitest`, and the tests they stated. What it lacks (hooks, spies) fails loudly where it is called. */
export function unitTests(): { readonly vitest: unknown; readonly stated: readonly Examination[] } {
  const stated: Examination[] = [];
  const within: string[] = [];
  const describe = (name: string, body: Body): void => {
    within.push(name);
    body();
    within.pop();
  };
  const it = (name: string, body: Body): void => {
    const of = String((globalThis as { [asking]?: string })[asking]);
    stated.push({ name: `${of} > ${[...within, name].join(' > ')}`, of, run: () => body() });
  };
  const each =
    (state: (name: string, body: Body) => void) =>
    (rows: readonly unknown[]) =>
    (name: string, body: Body): void => {
      for (const row of rows)
        state(`${name} ${JSON.stringify(row) ?? ''}`, () => body(...(Array.isArray(row) ? (row as unknown[]) : [row])));
    };
  return {
    vitest: {
      describe: Object.assign(describe, { each: each(describe) }),
      it: Object.assign(it, { each: each(it) }),
      test: Object.assign(it, { each: each(it) }),
      expect,
    },
    stated,
  };
}
