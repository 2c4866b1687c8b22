// Files of cron and at against the limits: which limit and owner each has, how much is quoted, and who may use them.
import type { FileRecord } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { debian12, rocky9 } from '../host-checks/hosts.ts';
import type { CronFiles } from '../probes/cron-files.ts';
import { type CronLimits, cronAccepted, judgeSchedulers, type Scheduler } from './cron-limits.ts';

const limits: CronLimits = { crontabLimit: 0o750, atLimit: 0o750, fileLimit: 0o640, scriptLimit: 0o750 };
const file = (path: string, mode: number, uid = 0, lines: readonly string[] = []): FileRecord => ({
  kind: 'file',
  path,
  state: 'present',
  type: 'file',
  mode,
  uid,
  gid: 0,
  sizeBytes: 0,
  linkTarget: '',
  lines,
});
const crontab = file('/usr/bin/crontab', 0o750);
const at = file('/usr/bin/at', 0o750);
const cron = (programs: readonly FileRecord[], files: readonly FileRecord[] = []): CronFiles => ({
  file: (path) => [...programs, ...files].find((one) => one.path === path),
  files,
});
const users = [{ name: 'kim', uid: 1000 }] as unknown as Parameters<typeof judgeSchedulers>[1];
const judge = (seen: CronFiles, which: readonly Scheduler[] = ['cron', 'at'], host = rocky9) =>
  judgeSchedulers(seen, users, host, which, limits);

it.each([
  ['/etc/crontab', 'uid 0', '0640'],
  ['/etc/cron.d/x', 'uid 0', '0640'],
  ['/etc/cron.hourly/x', 'uid 0', '0750'],
  ['/etc/cron.daily/x', 'uid 0', '0750'],
  ['/etc/cron.weekly/x', 'uid 0', '0750'],
  ['/etc/cron.monthly/x', 'uid 0', '0750'],
  ['/etc/at.allow', 'uid 0', '0640'],
  ['/var/spool/cron/kim', 'uid 0 or kim', '0640'],
  ['/var/spool/cron/crontabs/kim', 'uid 0 or kim', '0640'],
  ['/var/spool/at/a1', 'its user', '0750'],
  ['/var/spool/cron/atjobs/a1', 'its user', '0750'],
  ['/var/spool/cron/atspool/a1', 'its user', '0750'],
  // None of these is what its end or its beginning looks like.
  ['/srv/etc/cron.daily/x', 'uid 0', '0640'],
  ['/srv/var/spool/at/a1', 'uid 0', '0640'],
  ['/srv/var/spool/cron/kim', 'uid 0', '0640'],
  ['/var/spool/cron/kim/x', 'uid 0', '0640'],
])('%s belongs to %s within %s', (path, owner, mode) => {
  const { evidence } = judge(cron([crontab, at], [file(path, 0o600)]));
  expect(evidence.find(({ source }) => source === path)).toEqual({
    source: path,
    found: '0600 0:0',
    expected: `${owner}, no bit outside ${mode}`,
  });
});

it.each<[string, FileRecord, string]>([
  ['the user’s own', file('/var/spool/cron/kim', 0o600, 1000), 'pass'],
  ['of a user whom passwd does not know', file('/var/spool/cron/lee', 0o600, 7000), 'pass'],
  ['of another', file('/var/spool/cron/kim', 0o600, 1001), 'fail'],
  ['a job of anybody', file('/var/spool/at/a1', 0o700, 1001), 'pass'],
  ['a system file of a user', file('/etc/cron.d/x', 0o600, 1000), 'fail'],
  ['a wide one', file('/etc/cron.d/x', 0o644), 'fail'],
])('%s', (_name, one, status) => {
  expect(judge(cron([crontab], [one])).status).toBe(status);
});

it.each([
  [crontab.path, 1, 'fail'],
  [at.path, 1, 'pass'],
  [at.path, 2, 'fail'],
])('%s of uid %i: %s', (path, uid, status) => {
  expect(judge(cron([file(path, 0o750, uid)])).status).toBe(status);
});

it.each<[string, Scheduler]>([
  ['/usr/bin/crontab', 'cron'],
  ['/usr/sbin/cron', 'cron'],
  ['/usr/sbin/crond', 'cron'],
  ['/usr/bin/at', 'at'],
  ['/usr/sbin/atd', 'at'],
])('%s tells that %s is installed', (path, scheduler) => {
  const files = [file('/etc/cron.d/x', 0o666), file('/etc/at.deny', 0o666)];
  for (const which of ['cron', 'at'] as const)
    expect(judge(cron([file(path, 0o750)], files), [which]).status).toBe(
      which === scheduler ? 'fail' : 'notApplicable',
    );
});

it('judges the files of those schedulers alone', () => {
  const files = [file('/etc/cron.d/x', 0o666), file('/etc/at.deny', 0o666), file('/srv/etc/at.deny', 0o600)];
  const sources = (which: Scheduler) => judge(cron([crontab, at], files), [which]).evidence.map(({ source }) => source);
  expect(sources('cron')).toEqual(['/etc/cron.d/x', '/etc/cron.allow, /etc/cron.deny']);
  expect(sources('at')).toEqual(['/etc/at.deny', '/etc/at.allow, /etc/at.deny']);
  expect(
    judge(cron([crontab, at], [file('/srv/etc/at.deny', 0o600), file('/srv/var/spool/at/x', 0o600)]), ['at']).evidence,
  ).toHaveLength(2);
});

it('says which are not installed', () => {
  expect(judge(cron([]))).toEqual({
    status: 'notApplicable',
    reason: { ko: 'cron·at이(가) 설치되어 있지 않음', en: 'cron and at not installed' },
    evidence: [
      { source: '/usr/bin/crontab /usr/sbin/cron /usr/sbin/crond /usr/bin/at /usr/sbin/atd', found: 'absent' },
    ],
  });
});

describe('what is quoted', () => {
  const crowd = (count: number, mode: number) =>
    Array.from({ length: count }, (_, index) => file(`/etc/cron.d/${index}`, mode));

  it('fifty faults, with a count of the rest', () => {
    const { reason, evidence } = judge(cron([crontab], crowd(53, 0o666)), ['cron', 'at']);
    expect(reason).toEqual({
      ko: 'cron·at 명령이나 파일 53개가 기준을 넘음(/etc/cron.d/0 0666 0:0)',
      en: '53 programs or files of cron and at go beyond the limit (/etc/cron.d/0 0666 0:0)',
    });
    expect(evidence).toHaveLength(53);
    expect(evidence[50]).toEqual({ source: 'cron·at files', found: '3 more' });
  });

  it('no count where all are quoted', () => {
    expect(judge(cron([crontab], crowd(50, 0o666))).evidence).toHaveLength(52);
    expect(judge(cron([crontab], crowd(1, 0o666))).evidence).toHaveLength(3);
  });

  it('what is fine, where nothing is at fault', () => {
    const { reason, evidence } = judge(cron([crontab, file('/usr/sbin/crond', 0o755)], crowd(1, 0o600)), ['cron']);
    expect(reason.ko).toBe('cron 명령과 파일의 소유자와 권한이 기준 안에 있음');
    expect(evidence.map(({ source }) => source)).toEqual([
      '/usr/bin/crontab',
      '/etc/cron.d/0',
      '/etc/cron.allow, /etc/cron.deny',
    ]);
  });
});

it.each<[string, readonly string[] | null, readonly string[] | null, string]>([
  ['the allowed', [' kim ', '', '# lee', 'lee#'], [], 'only root and those allowed: kim, lee#'],
  ['nobody but root', [], null, 'only root and those allowed: nobody'],
  ['all but the denied', null, ['kim', '  '], 'everybody but those denied: kim'],
  ['everybody', null, ['# kim'], 'everybody: deny is empty'],
  ['nobody said', null, null, 'both absent: only root'],
  [
    'a long list',
    Array.from({ length: 22 }, (_, index) => `u${index}`),
    null,
    `only root and those allowed: ${Array.from({ length: 20 }, (_, index) => `u${index}`).join(', ')} and 2 more`,
  ],
  [
    'a list that is shown whole',
    Array.from({ length: 20 }, (_, index) => `u${index}`),
    null,
    `only root and those allowed: ${Array.from({ length: 20 }, (_, index) => `u${index}`).join(', ')}`,
  ],
])('who may use cron: %s', (_name, allow, deny, found) => {
  const lists = [
    ...(allow ? [file('/etc/cron.allow', 0o600, 0, allow)] : []),
    ...(deny ? [file('/etc/cron.deny', 0o600, 0, deny)] : []),
  ];
  expect(judge(cron([crontab], lists), ['cron']).evidence.at(-1)).toEqual({
    source: '/etc/cron.allow, /etc/cron.deny',
    found,
  });
});

it('without lists Debian lets everybody use cron, and only root at', () => {
  const evidence = judge(cron([crontab, at]), ['cron', 'at'], debian12).evidence;
  expect(evidence.slice(-2).map(({ found }) => found)).toEqual([
    'both absent: everybody on this distribution',
    'both absent: only root',
  ]);
});

it('the profile knows what each distribution installs', () => {
  expect(cronAccepted.map(({ families }) => families)).toEqual([
    ['amazon-linux', 'rhel'],
    ['debian', 'ubuntu'],
  ]);
});
