// Updates that wait and versions that are installed, by the words of apt, dnf and yum; no answer is no "nothing waits".
import { describe, expect, it } from 'vitest';
import { packageUpdates } from './package-updates.ts';
import { factOf, note, said } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const names = (manager: string, ...lines: string[]) =>
  factOf(packageUpdates, said(manager, lines.join('\n'))).security?.map(({ name }) => name);

it('knows nothing of a host that was not asked', () => {
  expect(factOf(packageUpdates)).toEqual({
    manager: null,
    security: null,
    fault: 'no package manager was asked: the root is not booted, or has none',
    listsAgeDays: null,
    installed: new Map(),
    source: 'package manager',
  });
});

it.each([
  ['apt', 'apt-get -s dist-upgrade'],
  ['dnf', 'dnf -C updateinfo list --security'],
  ['yum', 'yum -C updateinfo list security'],
])('%s is asked as "%s"', (manager, source) => {
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
  const inst = 'Inst openssl [3.0.1] (3.0.2 Debian-Security:12/stable-security [amd64])';

  it('of apt', () => {
    expect(factOf(packageUpdates, said('apt', `  ${inst}  `)).security).toEqual([{ name: 'openssl', said: inst }]);
    expect(
      names(
        'apt',
        'NOTE: this is only a simulation',
        'Inst libc6:amd64 [2.35-1] (2.35-2 Ubuntu:22.04/jammy-updates, Ubuntu:22.04/jammy-security [amd64])',
        'Inst bash [5.1] (5.2 Debian-Security:12/x [amd64])',
        'Inst vim [9.0] (9.1 Ubuntu:22.04/jammy-updates [amd64])',
        'Conf openssl (3.0.2 Debian-Security:12/stable-security [amd64])',
        'x Inst openssl [3.0.1] (3.0.2 Debian-Security:12/x [amd64])',
      ),
    ).toEqual(['libc6', 'bash']);
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

it('tells what is installed', () => {
  const answer =
    'nginx 1.22.1-9 installed\n  httpd 2.4.62-1.el9 installed \npackage exim is not installed\nbind9 1 config-files\na b installed x\nx a 1 installed';
  expect([...factOf(packageUpdates, said('installed', answer)).installed]).toEqual([
    ['nginx', '1.22.1-9'],
    ['httpd', '2.4.62-1.el9'],
  ]);
});
