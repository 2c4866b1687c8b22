// An answer gives a manual verdict its status while it is valid, the nearest first, and moves nothing else.
import type { Answer, HostVerdict, VerdictStatus } from '@bongsu/core';
import { strictBasis } from '@bongsu/core';
import { expect, it } from 'vitest';
import { answered } from './answers.ts';

const now = '2026-06-01T00:00:00.000Z';
const host = { campaignId: 'c', accountId: '111111111111', region: 'us-east-1', instanceId: 'i-1' };
const verdict = (status: VerdictStatus, unit = 'log.review'): HostVerdict => ({
  ...host,
  unit,
  status,
  reason: { ko: '', en: '' },
  evidence: [],
  gaps: [],
  basis: strictBasis,
});
const answer = (change: Partial<Answer> = {}): Answer => ({
  unit: 'log.review',
  scope: '*',
  verdict: 'pass',
  words: 'reviewed weekly',
  by: 'kim',
  at: '2026-01-01T00:00:00.000Z',
  expiresAt: '2027-01-01T00:00:00.000Z',
  ...change,
});
const statusOf = (status: VerdictStatus, ...answers: Answer[]): VerdictStatus | undefined =>
  answered([verdict(status)], answers, now)[0]?.status;

it('answers what is manual and nothing else', () => {
  expect(statusOf('manual', answer())).toBe('pass');
  expect(statusOf('manual', answer({ verdict: 'notApplicable' }))).toBe('notApplicable');
  for (const status of ['pass', 'fail', 'unknown', 'notApplicable'] as const)
    expect(statusOf(status, answer({ verdict: 'pass' }))).toBe(status);
});

it('leaves open what nobody has answered', () => {
  expect(answered([verdict('manual')], [], now)).toEqual([verdict('manual')]);
});

it('speaks only of its unit and its hosts', () => {
  expect(statusOf('manual', answer({ unit: 'patch.policy' }))).toBe('manual');
  expect(statusOf('manual', answer({ scope: '222222222222' }))).toBe('manual');
  expect(statusOf('manual', answer({ scope: '111111111111/us-east-1/i-2' }))).toBe('manual');
  expect(statusOf('manual', answer({ scope: '111111111111/us-east-1/i-1' }))).toBe('pass');
});

it('takes the nearest, then the latest', () => {
  const wide = answer({ at: '2026-05-01T00:00:00.000Z' });
  const account = answer({ scope: host.accountId, verdict: 'fail' });
  const own = answer({ scope: `${host.accountId}/${host.region}/${host.instanceId}`, verdict: 'notApplicable' });
  expect(statusOf('manual', wide, account)).toBe('fail');
  expect(statusOf('manual', own, wide, account)).toBe('notApplicable');
  expect(statusOf('manual', answer({ verdict: 'fail' }), wide)).toBe('pass');
  expect(statusOf('manual', wide, answer({ verdict: 'fail' }))).toBe('pass');
});

it('lets an expired answer count for nothing, and shows it', () => {
  const old = answer({ expiresAt: now });
  expect(answered([verdict('manual')], [old], now)[0]).toMatchObject({ status: 'manual', expired: old });
  const nearer = answer({ scope: host.accountId, expiresAt: now, verdict: 'fail' });
  expect(answered([verdict('manual')], [nearer, answer()], now)[0]).toMatchObject({ status: 'pass', answer: answer() });
});
