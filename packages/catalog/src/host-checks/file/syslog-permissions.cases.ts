// Cases of file.syslog-permissions.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const rsyslog = '/etc/rsyslog.conf';
const passwd = 'root:x:0:0::/root:/bin/sh\nbin:x:2:2::/bin:/sbin/nologin\nsys:x:3:3::/dev:\nsyslog:x:104:110::/:\n';
const none = {
  [rsyslog]: 'absent',
  '/etc/syslog.conf': 'absent',
  '/etc/syslog-ng/syslog-ng.conf': 'absent',
  '/etc/passwd': passwd,
} as const;
const on = (files: Readonly<Record<string, CaseFile>>) => ({ files: { ...none, ...files } });

export const syslogPermissionsCases: readonly HostCase[] = [
  { name: 'journald alone', host: al2023, ...on({}), expect: 'notApplicable', trap: 'U-11(4)' },
  { name: 'journald alone in an image', host: image(debian12), ...on({}), expect: 'notApplicable' },
  { name: 'exactly the limit', host: rocky9, ...on({ [rsyslog]: { mode: '0640' } }), expect: 'pass' },
  { name: 'bin may own it', host: ubuntu22, ...on({ [rsyslog]: { mode: '0600', uid: 2 } }), expect: 'pass' },
  {
    name: 'stock is beyond the letter, and the reason says that it is stock',
    host: al2,
    ...on({ [rsyslog]: { mode: '0644' } }),
    expect: 'fail',
    because: 'stock mode of the distribution',
    trap: 'U-11(2)',
  },
  {
    name: '577 is a smaller number',
    host: rocky9,
    ...on({ [rsyslog]: { mode: '0577' } }),
    expect: 'fail',
    trap: 'U-11(1)',
  },
  {
    name: 'of the daemon’s account',
    host: ubuntu22,
    ...on({ [rsyslog]: { mode: '0640', uid: 104 } }),
    expect: 'fail',
    because: '104:0',
  },
  {
    name: 'syslog-ng is wide beside a good rsyslog',
    host: debian12,
    ...on({ [rsyslog]: { mode: '0640' }, '/etc/syslog-ng/syslog-ng.conf': { mode: '0644' } }),
    expect: 'fail',
    because: 'syslog-ng.conf',
  },
  {
    name: 'what is included is shown, not judged',
    host: ubuntu22,
    ...on({ [rsyslog]: { mode: '0640' }, '/etc/rsyslog.d/50-default.conf': { mode: '0644' } }),
    expect: 'pass',
    because: '50-default.conf',
    trap: 'U-11(3)',
  },
  {
    name: 'a list that lets a user read',
    host: rocky9,
    ...on({ [rsyslog]: { mode: '0640' } }),
    notes: [['acl', rsyslog, 'user:1000:r--']],
    expect: 'fail',
    because: 'user:1000:r--',
  },
  {
    name: 'a folder that hides it',
    host: debian12,
    ...on({ '/etc/syslog-ng/syslog-ng.conf': 'unreadable' }),
    expect: 'unknown',
  },

  {
    name: 'stock, by the profile',
    host: al2,
    ...on({ [rsyslog]: { mode: '0644' } }),
    profile: 'distro-aware',
    expect: 'pass',
    trap: 'U-11(2)',
  },
  {
    name: 'stock, by the profile',
    host: ubuntu22,
    ...on({ [rsyslog]: { mode: '0644' } }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'the profile knows no unknown distribution',
    host: { ...debian12, family: 'other', distro: 'alpine' },
    ...on({ [rsyslog]: { mode: '0644' } }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'the profile takes nothing wider',
    host: rocky9,
    ...on({ [rsyslog]: { mode: '0664' } }),
    profile: 'distro-aware',
    expect: 'fail',
    because: '0664',
  },
  {
    name: 'the profile takes no other owner',
    host: ubuntu22,
    ...on({ [rsyslog]: { mode: '0644', uid: 104 } }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'an old syslogd',
    host: al2,
    ...on({ '/etc/syslog.conf': { mode: '0644' } }),
    expect: 'fail',
    because: 'stock mode',
  },
  {
    name: 'an included file is shown and not judged',
    host: ubuntu22,
    ...on({ [rsyslog]: { mode: '0640' }, '/etc/rsyslog.d/50-default.conf': { mode: '0666' } }),
    expect: 'pass',
    because: 'included, not named by the guide',
  },
  ...(
    [
      ['of two only one may be stock', { mode: '0644' }, { '/etc/syslog.conf': { mode: '0644' } }],
      ['the stock mode of an account', { mode: '0644', uid: 104 }, {}],
      ['a wider mode is no stock', { mode: '0664' }, {}],
    ] as const
  ).map(
    ([name, file, more]): HostCase => ({
      name,
      host: ubuntu22,
      ...on({ [rsyslog]: file, ...more }),
      expect: 'fail',
      because: 'goes beyond the limit',
    }),
  ),
  {
    name: 'the stock mode with a list is no stock',
    host: ubuntu22,
    ...on({ [rsyslog]: { mode: '0644' } }),
    notes: [['acl', rsyslog, 'user:1000:rw-']],
    expect: 'fail',
    because: 'goes beyond the limit',
  },
  {
    name: 'no daemon: what was looked for',
    host: al2023,
    ...on({}),
    expect: 'notApplicable',
    because: wholeEvidence(['/etc/rsyslog.conf, /etc/syslog.conf, /etc/syslog-ng/syslog-ng.conf', 'absent']),
  },
  {
    name: 'the main file and what it includes: every proof',
    host: rocky9,
    ...on({ [rsyslog]: { mode: '0600' }, '/etc/rsyslog.d/a.conf': { mode: '0644' }, '/etc/hosts': { mode: '0644' } }),
    expect: 'pass',
    because: wholeEvidence(
      [rsyslog, '0600 0:0', 'uid 0 or 2 or 3, no bit outside 0640'],
      ['/etc/rsyslog.d/a.conf', '0644 0:0', 'included, not named by the guide'],
    ),
  },
];
