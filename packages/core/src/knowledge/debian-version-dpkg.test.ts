// The order of versions is that of `dpkg --compare-versions`, where dpkg is.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { debianVersionOrder } from './debian-version.ts';

const versions = [
  '~~',
  '~~a',
  '~',
  '0',
  '0a',
  '0+',
  '1.0~beta1~svn1245',
  '1.0~beta1',
  '1.0',
  '1.0-0ubuntu1',
  '1.0-1~',
  '1.0-1',
  '1.0-1+b1',
  '1.2',
  '1.10',
  '1.10a',
  '1.10+dfsg',
  '1.18.0-6ubuntu14.4',
  '1.18.0-6ubuntu14.5',
  '1.22.1-9',
  '1.22.1-9+deb12u2',
  '1.22.1-9+deb12u10',
  '1.24.0-1~bookworm',
  '15.13-0+deb12u1',
  '15.13-1.pgdg120+1',
  '20240203-1',
  '99999999999999999998',
  '99999999999999999999',
  '1:0.9',
  '1:9.18.28-1~deb12u2',
  '1:9.18.28-1',
  '2:1-1-1',
];
const dpkg = spawnSync('dpkg', ['--version']).status === 0;
if (!dpkg) process.stderr.write('SKIPPED: the order of versions is not held against dpkg, which is not here\n');

it.runIf(dpkg)('says of each pair what dpkg says', () => {
  const numbered = versions.filter((version) => /^\d/.test(version));
  const pairs = numbered.flatMap((left) => numbered.map((right) => [left, right] as const));
  const asks = 'while read -r a b; do dpkg --compare-versions "$a" lt "$b" && echo older || echo other; done';
  const input = pairs.map((pair) => pair.join(' ')).join('\n');
  const said = spawnSync('sh', ['-c', asks], { input: `${input}\n`, encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  expect(pairs.map(([left, right]) => ((debianVersionOrder(left, right) ?? 0) < 0 ? 'older' : 'other'))).toEqual(said);
});
