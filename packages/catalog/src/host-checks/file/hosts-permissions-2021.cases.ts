// Cases of file.hosts-permissions-2021.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, ubuntu22 } from '../hosts.ts';

const hosts = '/etc/hosts';

export const hostsPermissions2021Cases: readonly HostCase[] = [
  { name: 'exactly the limit', host: rocky8, files: { [hosts]: { mode: '0600' } }, expect: 'pass' },
  { name: 'narrower', host: debian12, files: { [hosts]: { mode: '0400' } }, expect: 'pass' },
  {
    name: 'stock is beyond the letter, and the reason says that it is stock',
    host: al2,
    files: { [hosts]: { mode: '0644' } },
    expect: 'fail',
    because: 'stock mode',
    trap: 'U-09(2)',
  },
  {
    name: 'wider than stock is not stock',
    host: ubuntu22,
    files: { [hosts]: { mode: '0666' } },
    expect: 'fail',
    because: 'the mode 0666 of /etc/hosts goes beyond 0600',
  },
  {
    name: 'a list is not stock',
    host: ubuntu22,
    files: { [hosts]: { mode: '0644' } },
    notes: [['acl', hosts, 'user:1000:rw-']],
    expect: 'fail',
    because: 'the mode 0644 of /etc/hosts goes beyond 0600',
  },
  { name: '040 is a smaller number', host: rocky8, files: { [hosts]: { mode: '0040' } }, expect: 'fail' },
  { name: 'of a user', host: rocky8, files: { [hosts]: { mode: '0600', uid: 33 } }, expect: 'fail', because: 'uid 33' },
  { name: 'an image without one', host: image(debian12), files: { [hosts]: 'absent' }, expect: 'notApplicable' },
  { name: 'cannot be seen', host: al2, files: { [hosts]: 'unreadable' }, expect: 'unknown' },

  {
    name: 'stock, by the profile',
    host: ubuntu22,
    files: { [hosts]: { mode: '0644' } },
    profile: 'distro-aware',
    expect: 'pass',
    because: '0644',
    trap: 'U-09(2)',
  },
  {
    name: 'stock, by the profile',
    host: rocky8,
    files: { [hosts]: { mode: '0644' } },
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'the profile knows no unknown distribution',
    host: { ...debian12, family: 'other', distro: 'alpine' },
    files: { [hosts]: { mode: '0644' } },
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'the profile takes nothing wider',
    host: debian12,
    files: { [hosts]: { mode: '0664' } },
    profile: 'distro-aware',
    expect: 'fail',
    because: '0664',
  },
  {
    name: 'a list that gives a user nothing',
    host: debian12,
    files: { [hosts]: { mode: '0600' } },
    notes: [['acl', hosts, 'user:1000:---']],
    expect: 'pass',
  },
  {
    name: 'the stock mode of a user',
    host: rocky8,
    files: { [hosts]: { mode: '0644', uid: 33 } },
    expect: 'fail',
    because: '/etc/hosts belongs to uid 33, not to root',
  },
  { name: 'never asked for is not absent', host: rocky8, files: {}, expect: 'fail', because: 'not seen' },
];
