// Runs of batches: one place, ring and window each, fifty at most; every id leads back to its batch and its host.
import { neverSent, type Target } from '@bongsu/core';
import { expect, it } from 'vitest';
import { batchPrefix, commandComment, resultPrefix, runOf } from '../campaign-keys.ts';
import { batchOf, batchRuns, sentRunOf } from './batch-run.ts';

let drawn = 0;
const ids = { random: (length: number) => String((drawn += 1)).padStart(length, '0') };

const target = (index: number, change: Partial<Target> = {}): Target => ({
  ...{ ...neverSent, campaignId: 'c1', accountId: '200000000000', region: 'ap-northeast-2', name: '', detail: '' },
  ...{ instanceId: `i-${index.toString(16).padStart(17, '0')}`, runId: `r-${index}`, phase: 'planned', state: null },
  ...change,
});

it('puts up to fifty of one place, ring and window together, and no others', () => {
  const targets = [
    ...Array.from({ length: 120 }, (_, index) => target(index)),
    ...Array.from({ length: 3 }, (_, index) => target(200 + index, { region: 'us-east-1' })),
    ...Array.from({ length: 2 }, (_, index) => target(300 + index, { accountId: '200000000001' })),
    target(400, { ring: 1 }),
    target(401, { window: 'nights' }),
  ];
  const runs = batchRuns(targets, ids);
  expect([...runs.keys()]).toEqual(expect.arrayContaining(targets.map((one) => one.runId)));
  expect(new Set(runs.values()).size).toBe(targets.length);
  const sizes = [...Map.groupBy(runs.values(), sentRunOf).values()].map((group) => group.length);
  expect(sizes.toSorted((a, b) => b - a)).toEqual([50, 50, 20, 3, 2, 1, 1]);
});

it('names the batch in comment and key, and is found by its key again', () => {
  const [first] = [target(7)];
  const runId = batchRuns([first], ids).get('r-7') ?? '';
  const one = { ...first, runId };
  const batch = batchOf(runId) ?? '';
  expect(runId).toBe(`${batch}-${first.instanceId}`);
  expect(runId).toMatch(/^[a-z0-9-]{8,64}$/);
  expect(commandComment(one)).toBe(`bongsu c1 ${batch}`);
  expect(batchPrefix(one)).toBe(`${resultPrefix('c1')}200000000000/ap-northeast-2/${batch}/`);
  expect(runOf(`${batchPrefix(one)}${runId}/${'a'.repeat(32)}.tar.gz`)).toBe(runId);
  expect(runOf(`${batchPrefix(one)}${runId}/name.tar.gz`)).toBe('name');
});

it('takes no other run for one of a batch', () => {
  for (const runId of ['r-0123456789', 'b-0123', 'b-01234567890123456789', 'b-01234567890123456789-x']) {
    expect(batchOf(runId)).toBeNull();
    expect(sentRunOf(runId)).toBe(runId);
  }
});
