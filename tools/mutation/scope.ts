// Which sources are mutated: the code that judges; and which unit tests are asked beside the cases.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSource, type Source } from '../architecture/source.ts';

/** Code that turns what a host sent into a verdict. What states or compares cases judges nothing. */
const judging = [
  /^packages\/engines\/src\/judge\/(?!case-)/,
  /^packages\/catalog\/src\/(?:criteria|host-checks|probes)\//,
  /^packages\/core\/src\/knowledge\//,
];

/** Cases, and what the packages show so that others can write cases. */
const forCases = /(?:\.cases|\/case-[a-z-]+)\.ts$/;

const doors = ['core', 'catalog', 'engines'].map((name) => `packages/${name}/src/index.ts`);

/** The judging sources that the packages load without their cases; relative to the root, in order. */
export function judgingSources(root: string): readonly string[] {
  const reached = new Map<string, Source>();
  const follow = (path: string): void => {
    if (reached.has(path) || forCases.test(path)) return;
    const source = parseSource(path, readFileSync(join(root, path), 'utf8'));
    reached.set(path, source);
    for (const { specifier } of source.imports) if (specifier?.startsWith('.')) follow(join(path, '..', specifier));
  };
  doors.forEach(follow);
  return [...reached.values()]
    .filter(({ path }) => judging.some((folder) => folder.test(path)))
    .filter((source) => !source.path.includes('/probes/') || reads(source))
    .map(({ path }) => path)
    .toSorted();
}

/** Whether a module of probes reads what hosts send; one without any function, or that knows no noun of records, is text for the host, or a list. */
function reads(source: Source): boolean {
  let functions = 0;
  const count = (): void => {
    functions += 1;
  };
  source.visit({ FunctionDeclaration: count, FunctionExpression: count, ArrowFunctionExpression: count });
  return functions > 0 && source.imports.some(({ specifier }) => specifier === '@bongsu/core');
}

/** The unit tests beside those sources; those that start processes prove the shell, and are too slow to ask of every mutant. */
export function unitTestFiles(root: string): readonly string[] {
  return globSync('packages/{core,catalog,engines}/src/**/*.test.ts', { cwd: root })
    .filter((path) => judging.some((folder) => folder.test(path)))
    .filter((path) => {
      const { imports } = parseSource(path, readFileSync(join(root, path), 'utf8'));
      return !imports.some(({ specifier }) => specifier === 'node:child_process');
    })
    .toSorted();
}
