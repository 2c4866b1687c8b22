// The order of versions is that of `dpkg --compare-versions`, where dpkg is.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { debianVersionOrder } from './debian-version.ts';
import { rising } from './debian-version.vectors.ts';

const dpkg = spawnSync('dpkg', ['--version']).status === 0;
if (!dpkg) process.stderr.write('SKIPPED: the order of versions is not held against dpkg, which is not here\n');

it.runIf(dpkg)('says of each pair what dpkg says', () => {
  const numbered = rising.filter((version) => /^\d/.test(version));
  const pairs = numbered.flatMap((left) => numbered.map((right) => [left, right] as const));
  const asks = 'while read -r a b; do dpkg --compare-versions "$a" lt "$b" && echo older || echo other; done';
  const input = pairs.map((pair) => pair.join(' ')).join('\n');
  const said = spawnSync('sh', ['-c', asks], { input: `${input}\n`, encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  expect(pairs.map(([left, right]) => ((debianVersionOrder(left, right) ?? 0) < 0 ? 'older' : 'other'))).toEqual(said);
});
