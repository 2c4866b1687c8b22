// Cases of file.hosts-lpd.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const lpd = '/etc/hosts.lpd';

export const hostsLpdCases: readonly HostCase[] = [
  { name: 'absent, as everywhere', host: rocky9, files: { [lpd]: 'absent' }, expect: 'pass', trap: 'U-55(2)' },
  { name: 'absent from an image', host: image(debian12), files: { [lpd]: 'absent' }, expect: 'pass' },
  { name: 'exactly the limit', host: al2, files: { [lpd]: { mode: '0600' } }, expect: 'pass' },
  { name: 'others may read', host: al2, files: { [lpd]: { mode: '0644' } }, expect: 'fail', because: '0644' },
  {
    name: '577 is a smaller number',
    host: ubuntu22,
    files: { [lpd]: { mode: '0577' } },
    expect: 'fail',
    trap: 'U-55(1)',
  },
  { name: '044 is a smaller number', host: ubuntu22, files: { [lpd]: { mode: '0044' } }, expect: 'fail' },
  { name: 'of lp', host: debian12, files: { [lpd]: { mode: '0600', uid: 7 } }, expect: 'fail', because: 'uid 7' },
  {
    name: 'a list that lets a user read',
    host: debian12,
    files: { [lpd]: { mode: '0600' } },
    notes: [['acl', lpd, 'user:1000:r--']],
    expect: 'fail',
  },
  { name: 'cannot be seen', host: rocky9, files: { [lpd]: 'unreadable' }, expect: 'unknown' },
  {
    name: 'a site that lets others read',
    host: al2,
    files: { [lpd]: { mode: '0644' } },
    parameters: { limit: 0o644 },
    expect: 'pass',
  },
  { name: 'never asked for is not absent', host: rocky9, files: {}, expect: 'fail', because: 'not seen' },
];
