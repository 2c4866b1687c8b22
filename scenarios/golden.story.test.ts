// The verdicts of every root of the lab, as it is, kept word for word beside: stock images and hardened ones of each platform.
import type { Profile } from '@bongsu/core';
import { isolationDetect, rootSpecs } from '@bongsu/lab';
import { describe, expect, it } from 'vitest';
import { rootVerdicts } from './runner.ts';

const runs = process.getuid?.() === 0 && (await isolationDetect()) === 'bubblewrap';
if (!runs) process.stderr.write('SKIPPED: golden verdicts need root and bubblewrap\n');

const kept = rootSpecs.filter((spec) => /-(?:stock|tidy|ssm-only)$/.test(spec.name));
const both: readonly Profile[] = ['strict', 'distro-aware'];

describe.runIf(runs)('the verdicts of', { timeout: 180_000 }, () => {
  it.each(kept.map((spec) => ({ spec, name: spec.name })))('$name', async ({ spec }) => {
    for (const [profile, verdicts] of await rootVerdicts(spec, both)) {
      const lines = verdicts
        .map(({ unit, status, reason }) => `${unit.padEnd(32)} ${status.padEnd(13)} ${reason.en}`)
        .sort();
      await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${spec.name}.${profile}.txt`);
    }
  });
});
