// A real Debian 12 root, installed from Debian's own packages by `.ci/run`: its verdicts as an image, kept beside.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hostChecks } from '@bongsu/catalog';
import { expect, it } from 'vitest';
import { gathered, judgedBy } from './runner.ts';

const root = fileURLToPath(new URL('../.cache/debian-12', import.meta.url));
const there = existsSync(`${root}/etc/os-release`) && process.getuid?.() === 0;
if (!there) process.stderr.write('SKIPPED: a real Debian root needs root and debootstrap: see .ci/run\n');

it.runIf(there)('judges a stock Debian 12 as the guide reads it', { timeout: 180_000 }, async () => {
  const evidence = await gathered(root, hostChecks, 'path-prefix');
  const both = ['strict', 'distro-aware'] as const;
  const [strict = [], aware = []] = both.map((profile) => judgedBy(hostChecks, evidence, profile));
  const lines = strict
    // Whether the release is still supported changes with the day.
    .filter(({ unit }) => unit !== 'patch.policy')
    .map(({ unit, status }) => {
      const other = aware.find((verdict) => verdict.unit === unit);
      return `${unit.padEnd(32)} ${status.padEnd(13)} ${other?.status}`;
    })
    .sort();
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/real-debian-12.txt');
});
