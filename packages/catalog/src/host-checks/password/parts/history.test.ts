// How many earlier passwords each module refuses, for root too, and from where it takes that.
import type { Host } from '@bongsu/core';
import { isUnread, recordsOf } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { pam } from '../../../probes/pam.ts';
import { al2, al2023, debian12, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../../hosts.ts';
import { statedFiles } from '../../stated-files.ts';
import { historyPart } from './history.ts';
import { policyLimits } from './part.ts';
import { passwordStacks } from './stacks.ts';

const conf = '/etc/security/pwhistory.conf';
const expected = 'remember=4 or more, enforce_for_root';
const limits = {
  lengthMin: policyLimits.lengthMin.default,
  maxDays: policyLimits.maxDays.default,
  minDays: policyLimits.minDays.default,
  remember: policyLimits.remember.default,
};

function told(host: Host, line: string, settings: Readonly<Record<string, string>> = {}) {
  const passwd = `${line}password required pam_unix.so use_authtok\n`;
  const seen = pam.read(recordsOf(statedFiles({ '/etc/pam.d/passwd': passwd, ...settings })));
  if (isUnread(seen)) throw new Error(seen.unread.en);
  const { missing, proofs } = historyPart(seen, passwordStacks(seen.stacks), host, limits);
  for (const proof of proofs) expect(proof).toMatchObject({ expected, rules: ['history'] });
  return {
    missing: missing.map(({ what }) => what.en),
    found: proofs.map(({ source, found }) => `${source} | ${found}`),
  };
}

const history = (args = ''): string => `password requisite pam_pwhistory.so${args}\n`;
const line = (args: string): string => `/etc/pam.d/passwd:1 | password requisite pam_pwhistory.so${args}`;

describe('pam_pwhistory', () => {
  it('by arguments', () => {
    const args = ' remember=4 enforce_for_root';
    expect(told(rocky9, history(args), { [conf]: 'remember = 1\n' })).toEqual({ missing: [], found: [line(args)] });
  });
  it('by its file: the last number counts, and nothing else that stands there', () => {
    expect(
      told(rocky9, history(), { [conf]: 'remember = 2\nremember = 5\nremember = many\nretry = 1\nenforce_for_root\n' }),
    ).toEqual({ missing: [], found: [line(''), `${conf}:2 | remember=5`, `${conf}:5 | enforce_for_root`] });
  });
  it('by what is built in, where its argument is no number', () => {
    expect(told(rocky9, history(' remember=all'))).toEqual({
      missing: ['history for root (no enforce_for_root)'],
      found: [line(' remember=all'), 'pam_pwhistory(8) | remember=10'],
    });
  });
  it('by a file of its own', () => {
    const files = { [conf]: 'remember = 9\nenforce_for_root\n', '/etc/history.conf': 'remember = 3\n' };
    expect(told(rocky9, history(' conf=/etc/history.conf'), files)).toEqual({
      missing: ['history (3 of 4)', 'history for root (no enforce_for_root)'],
      found: [line(' conf=/etc/history.conf'), '/etc/history.conf:1 | remember=3'],
    });
  });
  it.each([al2, ubuntu20, ubuntu22, { ...debian12, version: '11' }, debian12])('reads no file on %j', (host) => {
    expect(told(host, history(), { [conf]: 'remember = 3\nenforce_for_root\n' }).missing).toEqual([
      'history for root (no enforce_for_root)',
    ]);
  });
  it.each([al2023, ubuntu24, { ...debian12, version: '13' }])('reads its file on %j', (host) => {
    expect(told(host, history(), { [conf]: 'remember = 3\nenforce_for_root\n' }).missing).toEqual(['history (3 of 4)']);
  });
});

describe('pam_unix', () => {
  it.each([
    ['remember=4', 'history for root (pam_unix does not hold it to root)'],
    ['remember=3', 'history (4 or more)'],
    ['remember=all', 'history (4 or more)'],
  ])('with %s', (argument, missing) => {
    const unix = `password required pam_unix.so use_authtok ${argument}`;
    expect(told(al2, `${unix}\n`)).toEqual({ missing: [missing], found: [`/etc/pam.d/passwd:1 | ${unix}`] });
  });
  it.each(['', 'password requisite pam_pwhistory_site.so remember=9\n', 'password requisite my_pam_pwhistory.so\n'])(
    'alone behind %j',
    (before) => {
      expect(told(rocky9, before)).toEqual({
        missing: ['history (4 or more)'],
        found: ['/etc/pam.d/passwd | no pam_pwhistory line that can refuse, no remember= of pam_unix'],
      });
    },
  );
});
