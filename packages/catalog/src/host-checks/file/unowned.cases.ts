// Cases of file.unowned.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { walked } from '../walked-host.ts';

const files = { '/etc/nsswitch.conf': 'passwd: files systemd\ngroup: files [SUCCESS=merge] systemd\n' };
const lost = walked({ unowned: ['0644 /srv/a 1005:1005', '0755 /usr/local/bin/b 0:2000'] });

export const unownedCases: readonly HostCase[] = [
  { name: 'none', host: al2023, files, notes: walked(), expect: 'pass' },
  { name: 'none on an image', host: image(ubuntu22), files, notes: walked(), expect: 'pass' },
  { name: 'a user and a group that are gone', host: debian12, files, notes: lost, expect: 'fail', because: '/srv/a' },
  {
    name: 'no nsswitch.conf means local files',
    host: al2,
    files: { '/etc/nsswitch.conf': 'absent' },
    notes: lost,
    expect: 'fail',
    because: '2 files',
  },
  {
    name: 'thousands, of which some are listed',
    host: rocky9,
    files,
    notes: walked({ unowned: ['0644 /srv/a 1005:1005'] }, { totals: { unowned: 12345 } }),
    expect: 'fail',
    because: '12345',
    trap: 'U-06(5)',
  },
  {
    name: 'a volume of its own was walked too',
    host: al2023,
    files,
    notes: [...walked(), ['walk.mount', '/'], ['walk.mount', '/data']],
    expect: 'pass',
    because: 'find /, /data',
    trap: 'U-06(1)',
  },
  {
    name: 'container storage is left out and named',
    host: ubuntu22,
    files,
    notes: [...walked(), ['walk.skipped', '/var/lib/docker', 'container or snap storage']],
    expect: 'pass',
    because: '/var/lib/docker',
    trap: 'U-06(2)',
  },
  {
    name: 'users of a directory look like nobody while it is away',
    host: ubuntu22,
    files: { '/etc/nsswitch.conf': 'passwd: compat ldap\ngroup: compat\n' },
    notes: lost,
    expect: 'manual',
    because: 'ldap',
    trap: 'U-06(3)',
  },
  {
    name: 'sss is stock in nsswitch.conf and no directory without SSSD',
    host: rocky9,
    files: { '/etc/nsswitch.conf': 'passwd: sss files systemd\n', '/etc/sssd/sssd.conf': 'absent' },
    notes: lost,
    expect: 'fail',
  },
  {
    name: 'SSSD in use',
    host: rocky9,
    files: { '/etc/nsswitch.conf': 'passwd: sss files systemd\n', '/etc/sssd/sssd.conf': { mode: '0600' } },
    notes: lost,
    expect: 'manual',
    because: 'sss',
  },
  {
    name: 'folders that could not be read may hide some',
    host: al2,
    files,
    notes: walked({}, { denied: 3 }),
    expect: 'unknown',
    because: '3 directories could not be read',
  },
  { name: 'faults may hide some', host: al2, files, notes: walked({}, { faults: 1 }), expect: 'unknown' },
  {
    name: 'accounts that could not be read',
    host: image(al2),
    files,
    notes: [...walked(), ['walk.accounts', 'unreadable']],
    expect: 'unknown',
  },
  {
    name: 'a walk that ended early',
    host: al2,
    files,
    notes: [['walk.unowned.total', '0', '0']],
    expect: 'unknown',
    trap: 'U-06(5)',
  },
  { name: 'no walk at all', host: al2, files, expect: 'unknown' },
  {
    name: 'evidence from before hidden files were looked for still answers',
    host: rocky9,
    notes: walked().filter(([key]) => !key.startsWith('walk.hidden')),
    expect: 'pass',
  },

  {
    name: 'a container’s files that a site knows of',
    host: debian12,
    files,
    notes: lost,
    parameters: { known: ['/srv/', '/usr/local/bin/b'] },
    expect: 'pass',
    because: 'known with its reason',
  },
  {
    name: 'one beside the known',
    host: debian12,
    files,
    notes: lost,
    parameters: { known: ['/srv/'] },
    expect: 'fail',
    because: '1 files',
  },
];
