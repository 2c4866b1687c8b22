// Keys that somebody tells of lead to one campaign, or to none.
import { neverSent, type Target } from '@bongsu/core';
import { expect, it } from 'vitest';
import { batchPrefix, campaignOfKey, isScriptKey, resultKey, rolePrefix, scriptKey } from './campaign-keys.ts';

const target: Target = {
  ...{ ...neverSent, campaignId: 'c20310501000000-abc123', accountId: '200000000000', region: 'ap-northeast-2' },
  ...{ instanceId: 'i-0123456789abcdef0', name: '', detail: '', state: null, phase: 'sent', runId: 'r-1' },
};

it('of every way of delivering lead to their campaign', () => {
  for (const key of [
    resultKey(target),
    `${batchPrefix(target)}r-1/x.tar.gz`,
    `${rolePrefix(target, 'aws')}i-0/r-1.tar.gz`,
  ])
    expect([key, campaignOfKey(key)]).toEqual([key, target.campaignId]);
});

it.each([
  ...['', 'v1/', 'v1//results/x', 'v1/c1/result/x', 'v1/../results/x', 'v1/c1/x/results/y', 'x/v1/c1/results/y'],
  ...['v2/c1/results/x', 'role/', 'role//x', 'role/../x', 'v1/c1\n/results/x', `v1/${'c'.repeat(101)}/results/x`],
])('%j is of none', (key) => expect(campaignOfKey(key)).toBeNull());

it('the script of a campaign is no result of it, and nothing else is its script', () => {
  const key = scriptKey(target.campaignId, 'a'.repeat(64));
  expect([campaignOfKey(key), isScriptKey(key)]).toEqual([null, true]);
  for (const other of [resultKey(target), `${key}/x`, `x/${key}`, key.replace('.sh', '.tar.gz')])
    expect(isScriptKey(other)).toBe(false);
});
