// A server is patched where nothing waits by fresh lists; what is old, locked or not known is for a person.
import type { Host } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import type { PackageUpdates } from '../probes/package-updates.ts';
import { judgePatched } from './patched-package.ts';

const host: Host = {
  family: 'rhel',
  distro: 'rocky',
  version: '9.4',
  prettyName: '',
  container: false,
  live: true,
};
const updates: PackageUpdates = {
  manager: 'dnf',
  security: [{ name: 'vim', said: 'vim waits' }],
  fault: '',
  listsAgeDays: 7,
  installed: new Map([
    ['postfix', '3.5.25'],
    ['bind', '9.16'],
  ]),
  source: 'dnf',
};
const judge = (change: Partial<PackageUpdates> = {}, on: Partial<Host> = {}) =>
  judgePatched({ ...updates, ...change }, /^postfix/, [{ source: 'unit', found: 'active' }], { ...host, ...on });

it('passes by lists of a week, and quotes the server alone', () => {
  expect(judge()).toMatchObject({
    status: 'pass',
    evidence: [
      { source: 'unit', found: 'active' },
      { source: 'package database', found: 'postfix 3.5.25' },
      { source: 'dnf', found: 'none waits; lists fetched 7 days ago' },
    ],
  });
});

it('fails while an update of the server waits', () => {
  const judged = judge({ security: [{ name: 'postfix', said: 'postfix waits' }] });
  expect(judged.status).toBe('fail');
  expect(judged.evidence.at(-1)).toEqual({ source: 'dnf', found: 'postfix waits', expected: 'none waits' });
});

describe('asks a person', () => {
  it('by lists of eight days', () => {
    expect(judge({ listsAgeDays: 8 })).toMatchObject({
      status: 'manual',
      reason: { en: expect.stringContaining('8 days old') as string },
    });
  });
  it('by lists of an age that nobody knows', () => {
    const judged = judge({ listsAgeDays: null });
    expect(judged).toMatchObject({
      status: 'manual',
      reason: { ko: expect.stringContaining('?일') as string, en: expect.stringContaining('? days old') as string },
    });
    expect(judged.evidence.at(-1)?.found).toContain('fetched ? days ago');
  });
  it('within the locked release of Amazon Linux 2023, and of no other', () => {
    expect(judge({}, { distro: 'amzn', version: '2023' })).toMatchObject({
      status: 'manual',
      reason: { en: expect.stringContaining('locked') as string },
    });
    expect(judge({}, { distro: 'amzn', version: '2' }).status).toBe('pass');
    expect(judge({}, { distro: 'other', version: '2023' }).status).toBe('pass');
  });
  it('where the package manager could not tell, with the start of what it said', () => {
    const judged = judge({ security: null, fault: 'x'.repeat(300) });
    expect(judged.status).toBe('manual');
    expect(judged.evidence.at(-1)).toEqual({ source: 'dnf', found: 'x'.repeat(200) });
  });
});
