// A plan names its packs, and is refused with the numbers where their scripts make the host script too large to fetch.
import type { Snapshot } from '@bongsu/core';
import { defaultLimits, planCampaign } from '@bongsu/flow';
import { expect, it } from 'vitest';
import { contentWith } from './content.ts';
import { packKept } from './load-pack.ts';
import { packTemplate } from './template.ts';
import { sha256Of } from '@bongsu/engines';

const snapshot: Snapshot = {
  snapshotId: 's',
  takenAt: '2026-01-01T00:00:00.000Z',
  accounts: [],
  places: [],
  instances: [],
  gaps: [],
};
const ports = {
  exchange: { credentialSeconds: async () => null, roleBinding: async () => ({ missing: [] }) },
  clock: { now: () => new Date(0), sleep: async () => {} },
  ids: { random: (length: number) => 'a'.repeat(length) },
};

function scriptPack(name: string, bytes: number) {
  const script = `#!/bin/sh\n#${'x'.repeat(bytes)}\n`;
  const yaml = (packTemplate(true)['pack.yaml'] ?? '')
    .replaceAll('mine-script', name)
    .replace(/sha256: [0-9a-f]{64}/, `sha256: ${sha256Of(Buffer.from(script))}`);
  const files = { 'pack.yaml': Buffer.from(yaml).toString('base64'), 'script.sh': btoa(script) };
  return packKept({ name, version: '1', edition: `${name}-1`, kind: 'legacy', sha256: '', files });
}
const planned = (...sizes: readonly number[]) => {
  const content = contentWith(sizes.map((size, index) => scriptPack(`p${index}`, size)));
  return planCampaign({ ...content, snapshot, exclusions: [], limits: defaultLimits }, ports);
};

it('keeps the packs with the campaign and names them in the plan', async () => {
  const { campaign } = await planned(100);
  expect(campaign.packs?.map((pack) => Object.keys(pack.files))).toEqual([['pack.yaml', 'script.sh']]);
  expect(campaign.plan.packs).toMatchObject([
    { name: 'p0', kind: 'legacy', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
  ]);
  expect(campaign.plan.packs?.[0]).not.toHaveProperty('files');
  expect(campaign.script).toContain(sha256Of(Buffer.from(`#!/bin/sh\n#${'x'.repeat(100)}\n`)));
});

it('refuses a host script that no host would fetch', async () => {
  await expect(planned(250_000, 250_000, 250_000)).rejects.toThrow(
    /the host script has \d+ bytes, hosts fetch at most 1048576: leave a pack out/,
  );
});

it('has no packs where there are none', async () => {
  const { campaign } = await planned();
  expect(campaign).not.toHaveProperty('packs');
  expect(campaign.plan).not.toHaveProperty('packs');
});
