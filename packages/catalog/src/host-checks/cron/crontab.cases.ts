// Cases of cron.crontab.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';

const crontab = '/usr/bin/crontab';
const mode = (octal: string, uid = 0): CaseFile => ({ mode: octal, uid });
const tight = (files: Readonly<Record<string, CaseFile>> = {}) => ({
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nkim:x:1000:1000::/home/kim:/bin/sh\n',
  '/etc/group': 'root:x:0:\n',
  [crontab]: mode('0750'),
  '/etc/crontab': mode('0640'),
  ...files,
});

export const crontabCases: readonly HostCase[] = [
  { name: 'within the limits', host: rocky9, files: tight(), expect: 'pass' },
  {
    name: 'what at does is no matter of this item',
    host: debian12,
    files: tight({ '/usr/bin/at': mode('6755', 1), '/etc/at.deny': mode('0644') }),
    expect: 'pass',
    trap: 'the editions ask different things under one code',
  },
  { name: 'stock', host: ubuntu22, files: tight({ [crontab]: mode('2755') }), expect: 'fail', because: '2755' },
  {
    name: 'a folder needs to be entered',
    host: rocky9,
    files: tight({ '/etc/cron.d': { mode: '0755', type: 'dir' } }),
    expect: 'pass',
    trap: 'U-22(1)',
  },
  {
    name: 'a script of cron.daily has to run',
    host: rocky9,
    files: tight({ '/etc/cron.daily/logrotate': mode('0750') }),
    expect: 'pass',
    trap: 'U-22(2)',
  },
  {
    name: 'a user’s crontab is the user’s',
    host: ubuntu22,
    files: tight({ '/var/spool/cron/crontabs/kim': mode('0600', 1000) }),
    expect: 'pass',
    trap: 'U-22(3)',
  },
  {
    name: 'a list alone does not close the program',
    host: rocky9,
    files: tight({ [crontab]: mode('4755'), '/etc/cron.allow': 'kim\n' }),
    expect: 'fail',
    because: 'those allowed: kim',
    trap: 'U-22(4)',
  },
  {
    name: 'without lists Debian lets everybody',
    host: debian12,
    files: tight({ [crontab]: mode('2755') }),
    expect: 'fail',
    because: 'everybody on this distribution',
    trap: 'U-22(5)',
  },
  {
    name: 'at alone is installed',
    host: al2023,
    files: { ...tight(), [crontab]: 'absent', '/etc/crontab': 'absent', '/usr/bin/at': mode('0750') },
    expect: 'notApplicable',
    trap: 'U-22(6)',
  },
  { name: 'hidden', host: rocky9, files: tight({ '/etc/crontab': 'unreadable' }), expect: 'unknown' },

  {
    name: 'stock, by the profile',
    host: ubuntu22,
    files: tight({ [crontab]: mode('2755'), '/etc/crontab': mode('0644') }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'SGID crontab is no stock there',
    host: al2,
    files: tight({ [crontab]: mode('2755') }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'a site that keeps crontab for all',
    host: rocky9,
    files: tight({ [crontab]: mode('4755') }),
    parameters: { crontabLimit: 0o4755 },
    expect: 'pass',
  },
];
