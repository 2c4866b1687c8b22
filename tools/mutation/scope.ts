// Which sources are mutated: the code that judges; and which unit tests are asked beside the cases.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSource } from '../architecture/source.ts';

/** Code that turns what a host sent into a verdict. What states or compares cases judges nothing. */
const judging = [
  /^packages\/engines\/src\/judge\/(?!case-)/,
  /^packages\/catalog\/src\/(?:criteria|host-checks)\//,
  /^packages\/catalog\/src\/probes\/[^/]+\.ts$/,
  /^packages\/core\/src\/knowledge\//,
];

const doors = ['core', 'catalog', 'engines'].map((name) => `packages/${name}/src/index.ts`);

/** The judging sources that the packages load without their cases; relative to the root, in order. */
export function judgingSources(root: string): readonly string[] {
  const reached = new Set<string>();
  const follow = (path: string): void => {
    if (reached.has(path) || path.endsWith('.cases.ts')) return;
    reached.add(path);
    for (const { specifier } of parseSource(path, readFileSync(join(root, path), 'utf8')).imports)
      if (specifier?.startsWith('.')) follow(join(path, '..', specifier));
  };
  doors.forEach(follow);
  return [...reached].filter((path) => judging.some((folder) => folder.test(path))).toSorted();
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
