// The instrumented sources, the cases and the unit tests as one script, which can be evaluated anew for every mutant in a few milliseconds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, relative } from 'node:path';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { rolldown } from 'rolldown';
import { asking, type Examination, unitTests } from './unit-tests.ts';

// The same property values for every mutant and in every run, or a survivor of today is killed tomorrow.
fc.configureGlobal({ seed: 20260101 });

const entry = '\0entry';
const load = createRequire(import.meta.url);

/** What the program may know of time. */
type Clock = Pick<typeof performance, 'now'>;

export interface Bundle {
  readonly code: string;
  /** By module, the modules that import it; absolute paths. */
  readonly importers: ReadonlyMap<string, readonly string[]>;
}

/**
 * Bundles the modules and what they import, with instrumented text in place of the sources that have it. The paths are absolute.
 * A module may export `examinations`; unit tests state theirs through vitest.
 */
export async function bundleOf(
  root: string,
  modules: readonly string[],
  instrumented: ReadonlyMap<string, string>,
): Promise<Bundle> {
  const importers = new Map<string, readonly string[]>();
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    treeshake: false,
    external: (name) => name !== entry && !name.startsWith('.') && !name.startsWith('@bongsu/') && !isAbsolute(name),
    plugins: [
      {
        name: 'instrumented',
        resolveId: (name) => (name === entry ? entry : null),
        load(path) {
          if (path === entry) return modules.map((module) => `export * from ${JSON.stringify(module)};`).join('\n');
          if (modules.includes(path)) {
            const says = `globalThis.${asking} = ${JSON.stringify(relative(root, path))};`;
            return { code: `${says}\n${readFileSync(path, 'utf8')}`, moduleType: 'ts' as const };
          }
          const code = instrumented.get(path);
          return code === undefined ? null : { code, moduleType: 'ts' as const };
        },
        buildEnd() {
          for (const id of this.getModuleIds()) importers.set(id, this.getModuleInfo(id)?.importers ?? []);
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'cjs' });
  await bundle.close();
  return { code: output[0].code, importers };
}

/**
 * Compiles a bundle once; each call of the result evaluates it anew and gives what it can be asked.
 * The clock is the program's own: where every meeting is counted, and the machine is shared, the time a text took says nothing.
 */
export function programOf(code: string, clock: Clock = performance): () => readonly Examination[] {
  const script = new Script(`(function (exports, require, performance) {${code}\n})`);
  return () => {
    const exports: { examinations?: readonly Examination[] } = {};
    const { vitest, stated } = unitTests();
    const evaluate = script.runInThisContext() as (
      exports: object,
      require: (name: string) => unknown,
      performance: Clock,
    ) => void;
    evaluate(exports, (name) => (name === 'vitest' ? vitest : (load(name) as unknown)), clock);
    return [...stated, ...(exports.examinations ?? [])];
  };
}
