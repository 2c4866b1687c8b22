// Cases of cron.at.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';

const at = '/usr/bin/at';
const mode = (octal: string, uid = 0): CaseFile => ({ mode: octal, uid });
const tight = (files: Readonly<Record<string, CaseFile>> = {}) => ({
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n',
  '/etc/group': 'root:x:0:\n',
  [at]: mode('0750'),
  '/etc/at.deny': mode('0640'),
  ...files,
});

export const atCases: readonly HostCase[] = [
  { name: 'within the limits', host: rocky9, files: tight(), expect: 'pass' },
  {
    name: 'what cron does is no matter of this item',
    host: rocky9,
    files: tight({ '/usr/bin/crontab': mode('4755'), '/etc/crontab': mode('0666') }),
    expect: 'pass',
  },
  { name: 'stock', host: debian12, files: tight({ [at]: mode('6755', 1) }), expect: 'fail', because: '6755 1:0' },
  {
    name: 'not installed',
    host: al2023,
    files: { ...tight(), [at]: 'absent', '/etc/at.deny': 'absent', '/usr/bin/crontab': mode('0750') },
    expect: 'notApplicable',
    trap: 'U-65(1)',
  },
  {
    name: 'an empty deny list lets everybody',
    host: ubuntu22,
    files: tight({ [at]: mode('0755') }),
    expect: 'fail',
    because: 'everybody: deny is empty',
    trap: 'U-65(2)',
  },
  {
    name: 'the account daemon owns it on Debian',
    host: debian12,
    files: tight({ [at]: mode('0750', 1) }),
    expect: 'pass',
    trap: 'U-65(3)',
  },
  {
    name: 'a list that all may read',
    host: rocky9,
    files: tight({ '/etc/at.deny': mode('0644') }),
    expect: 'fail',
    because: '/etc/at.deny',
  },
  {
    name: 'jobs of at in its spool',
    host: rocky9,
    files: tight({ '/var/spool/at/a0001': mode('0777', 1000) }),
    expect: 'fail',
    because: '/var/spool/at/a0001',
  },
  { name: 'hidden', host: rocky9, files: tight({ '/etc/at.deny': 'unreadable' }), expect: 'unknown' },

  {
    name: 'stock, by the profile',
    host: debian12,
    files: tight({ [at]: mode('6755', 1) }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'stock, by the profile',
    host: al2,
    files: tight({ [at]: mode('4755'), '/etc/at.deny': mode('0644') }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'SGID at is no stock of the RHEL family',
    host: rocky9,
    files: tight({ [at]: mode('6755') }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'a site that keeps at for all',
    host: rocky9,
    files: tight({ [at]: mode('4755') }),
    parameters: { atLimit: 0o4755 },
    expect: 'pass',
  },
];
