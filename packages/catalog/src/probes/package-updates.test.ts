// Updates that wait and versions that are installed, by the words of apt, dnf and yum; no answer is no "nothing waits".
import { describe, expect, it } from 'vitest';
import { packageUpdates } from './package-updates.ts';
import { factOf, file, note, said } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const names = (manager: string, ...lines: string[]) =>
  factOf(packageUpdates, said(manager, lines.join('\n'))).security?.map(({ name }) => name);

it('knows nothing of a host that was not asked', () => {
  expect(factOf(packageUpdates)).toEqual({
    manager: null,
    security: null,
    fault: 'no package manager was asked: the root has no lists of apt, and is not booted or has no other',
    listsAgeDays: null,
    installed: new Map(),
    source: 'package manager',
  });
});

it.each([
  ['apt', 'lists of apt against the packages of dpkg'],
  ['dnf', 'dnf -C updateinfo list --security'],
  ['yum', 'yum -C updateinfo list security'],
])('%s is asked: %s', (manager, source) => {
  expect(factOf(packageUpdates, said(manager, ''))).toMatchObject({ manager, security: [], source });
});

it('says why a package manager could not tell', () => {
  const refused = (stderr: string[]) => factOf(packageUpdates, said('dnf', 'x', { exitCode: 1, stderr }));
  expect(refused(['Error: Cache-only enabled but no cache', 'more'])).toMatchObject({
    security: null,
    fault: 'Error: Cache-only enabled but no cache',
  });
  expect(refused([])).toMatchObject({ security: null, fault: 'exit code 1' });
});

describe('updates', () => {
  it('of apt: what is older than the lists, the last word of a name', () => {
    const told = [
      'openssl 3.0.1-1 3.0.2-1 install stable-security',
      'bash 5.2 5.1 install stable-security',
      'vim 9.0 9.0 install stable-security',
      'openssl 3.0.1-1 3.0.3-1 hold stable-security',
      'curl 7.9 7.10 install stable-security',
    ];
    expect(factOf(packageUpdates, said('apt', told.join('\n'))).security).toEqual([
      { name: 'openssl', said: 'openssl [3.0.1-1, held] (3.0.3-1 stable-security)' },
      { name: 'curl', said: 'curl [7.9] (7.10 stable-security)' },
    ]);
  });

  it.each([
    'openssl 3.0.1 3.0.2 install stable-security more',
    'openssl 3.0.1 3.0.2 install',
    'openssl 3.0.1',
    '',
    `openssl a!b 3.0.2 install ${'x'.repeat(200)}`,
  ])('of apt are not told by %j', (line) => {
    const answer = said('apt', ['bash 5.1 5.2 install x', line, 'curl 1 2 install x'].join('\n'));
    expect(factOf(packageUpdates, answer)).toMatchObject({
      security: null,
      fault: `cannot be compared: ${line.slice(0, 120)}`,
    });
  });

  it.each(['dnf', 'yum'])('of %s', (manager) => {
    expect(
      names(
        manager,
        'ALAS2-2024-1 important/Sec. openssl-1:1.0.2k-24.amzn2.x86_64',
        'RHSA-2024:1 Important/Sec. python3-libs-3.9.18-3.el9.aarch64 2024-01-01',
        'RLSA-2024:2 Security bind-12:9.16.23-18.el9.noarch',
        'glibc-2.34-60.el9.i686 security',
        'RHBA-2024:3 bugfix tzdata-2024a-1.el9.noarch',
        'RHSA-2024:4 Sec. x86_64',
        'RHSA-2024:5 Sec. kernel-5.14.0-1.el9.s390x',
        'RHSA-2024:6 Sec. kernel-5.14.0-1.el9.x86_64x',
        'Last metadata expiration check: security',
        'xsec. a-1-1.noarch',
      ),
    ).toEqual(['openssl', 'python3-libs', 'bind', 'glibc']);
    expect(factOf(packageUpdates, said(manager, '  a-1-1.noarch Sec. ')).security).toEqual([
      { name: 'a', said: 'a-1-1.noarch Sec.' },
    ]);
  });
});

it.each<[string[] | null, number | null]>([
  [['0'], 0],
  [['86399'], 0],
  [['86400'], 1],
  [['-1'], null],
  [['x'], null],
  [[], null],
  [null, null],
])('lists of %j seconds are %s days old', (values, days) => {
  const records: Told = values === null ? [] : [note('lists-age-seconds', ...values)];
  expect(factOf(packageUpdates, ...records).listsAgeDays).toBe(days);
});

it('lists of apt are as old as the oldest archive says, and those of Ubuntu Pro count alone only', () => {
  const release = (name: string, date: string, ...more: string[]) =>
    file(`/var/lib/apt/lists/${name}`, ['Suite: x', `Date: ${date}`, ...more].join('\n'));
  const now = note('now', String(Date.parse('2026-05-11T00:00:00Z') / 1000));
  const days = (...records: Told) => factOf(packageUpdates, ...records).listsAgeDays;
  const main = release('a_InRelease', 'Fri, 01 May 2026 00:00:00 UTC');
  const old = release('b_Release', 'Fri, 10 Apr 2026 00:00:00 UTC');
  const pro = release('c_InRelease', 'Wed, 01 Jan 2025 00:00:00 UTC', 'Origin: UbuntuESMApps');
  expect(days(now, main)).toBe(10);
  expect(days(now, main, old, pro)).toBe(31);
  expect(days(now, pro)).toBe(495);
  expect(days(now, main, file('/var/lib/apt/lists/a_Packages', 'Date: Wed, 01 Jan 2020 00:00:00 UTC'))).toBe(10);
  expect(days(now, main, release('d_InRelease', 'never'))).toBeNull();
  expect(days(now, main, file('/var/lib/apt/lists/e_Release', 'Suite: x'))).toBeNull();
  expect(days(now)).toBeNull();
  expect(days(main)).toBeNull();
  expect(days(note('now'), main)).toBeNull();
  expect(days(now, main, note('lists-age-seconds', '86400'))).toBe(1);
  expect(days(now, main, note('lists-age-seconds', 'x1'))).toBe(10);
  expect(days(now, main, note('lists-age-seconds', '1x'))).toBe(10);
});

it('tells what is installed', () => {
  const answer =
    'nginx 1.22.1-9 installed\n  httpd 2.4.62-1.el9 installed \npackage exim is not installed\nbind9 1 config-files\na b installed x\nx a 1 installed';
  expect([...factOf(packageUpdates, said('installed', answer)).installed]).toEqual([
    ['nginx', '1.22.1-9'],
    ['httpd', '2.4.62-1.el9'],
  ]);
});
