// Cases of file.shadow-permissions.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';

const shadow = '/etc/shadow';

/** The accounts beside the file that is judged. */
const beside = (shadowFile: CaseFile, members = ''): Record<string, CaseFile> => ({
  [shadow]: shadowFile,
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\n',
  '/etc/group': `root:x:0:\nshadow:x:42:${members}\n`,
});

export const shadowPermissionsCases: readonly HostCase[] = [
  { name: 'stock', host: al2023, files: beside({ mode: '0000' }), expect: 'pass' },
  { name: 'stock', host: rocky9, files: beside({ mode: '0000' }), expect: 'pass' },
  { name: 'exactly the limit', host: debian12, files: beside({ mode: '0400', gid: 42 }), expect: 'pass' },
  {
    name: 'stock is beyond the letter, and the reason says that it is stock',
    host: ubuntu22,
    files: beside({ mode: '0640', gid: 42 }),
    expect: 'fail',
    because: 'stock mode of the distribution',
  },
  {
    name: 'the same mode for another group is not stock',
    host: debian12,
    files: beside({ mode: '0640', gid: 1000 }),
    expect: 'fail',
    because: 'goes beyond 0400',
  },
  { name: 'root may not write either', host: al2, files: beside({ mode: '0600' }), expect: 'fail' },
  {
    name: '040 is a smaller number and a wider mode',
    host: al2,
    files: beside({ mode: '0040' }),
    expect: 'fail',
    trap: 'U-08(3)',
  },
  {
    name: '044',
    host: rocky9,
    files: beside({ mode: '0044' }),
    expect: 'fail',
    because: '0044',
    trap: 'U-08(1) U-08(3)',
  },
  { name: '100', host: rocky9, files: beside({ mode: '0100' }), expect: 'fail', trap: 'U-08(3)' },
  {
    name: 'owner is not root',
    host: ubuntu24,
    files: beside({ mode: '0400', uid: 1000 }),
    expect: 'fail',
    because: 'uid 1000',
  },
  {
    name: 'a list that lets a user read',
    host: al2023,
    files: beside({ mode: '0400' }),
    notes: [['acl', shadow, 'user:1000:r--']],
    expect: 'fail',
    because: 'access-control list',
  },
  { name: 'missing', host: al2, files: beside('absent'), expect: 'fail', because: 'not there', trap: 'U-08(4)' },
  { name: 'not visible is not missing', host: al2, files: beside('unreadable'), expect: 'unknown' },
  {
    name: 'stock is accepted where the profile knows the distribution',
    host: debian12,
    files: beside({ mode: '0640', gid: 42 }),
    profile: 'distro-aware',
    expect: 'pass',
    because: 'default of the distribution',
    trap: 'U-08(2)',
  },
  {
    name: 'somebody in the group shadow is not stock',
    host: ubuntu22,
    files: beside({ mode: '0640', gid: 42 }, 'kim'),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'kim',
    trap: 'U-08(2)',
  },
  {
    name: 'another group is not stock',
    host: debian12,
    files: beside({ mode: '0640', gid: 1000 }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'a list that lets a user read is not stock',
    host: debian12,
    files: beside({ mode: '0640', gid: 42 }),
    notes: [['acl', shadow, 'user:1000:rw-']],
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'the profile accepts nothing on another distribution',
    host: rocky9,
    files: beside({ mode: '0640', gid: 42 }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'the parameter may be set without the profile',
    host: debian12,
    files: beside({ mode: '0640', gid: 42 }),
    parameters: { shadowGroup: true },
    expect: 'pass',
  },
  {
    name: 'the backup and gshadow are not in the text',
    host: rocky9,
    files: { ...beside({ mode: '0000' }), '/etc/shadow-': { mode: '0644' }, '/etc/gshadow': { mode: '0644' } },
    expect: 'pass',
    trap: 'U-08(5)',
  },
  ...(
    [
      ['the mode of Debian on Red Hat', rocky9, { mode: '0640', gid: 42 }],
      ['the mode of Debian of another account', debian12, { mode: '0640', uid: 1000, gid: 42 }],
      ['another mode for the group shadow', debian12, { mode: '0660', gid: 42 }],
    ] as const
  ).map(
    ([name, host, file]): HostCase => ({
      name,
      host,
      files: beside(file),
      profile: 'distro-aware',
      expect: 'fail',
      because: file.mode === '0660' ? 'mode 0660' : 'uid' in file ? 'uid 1000' : 'mode 0640 of /etc/shadow goes beyond',
    }),
  ),
  ...(
    [
      ['the stock mode of another account', { mode: '0640', uid: 1000, gid: 42 }, 'belongs to uid 1000, not to root'],
      ['a wider mode of the group shadow', { mode: '0660', gid: 42 }, 'the mode 0660 of /etc/shadow goes beyond 0400'],
    ] as const
  ).map(([name, file, because]): HostCase => ({ name, host: debian12, files: beside(file), expect: 'fail', because })),
  {
    name: 'members of other groups are no members of shadow',
    host: ubuntu24,
    files: { ...beside({ mode: '0640', gid: 42 }), '/etc/group': 'root:x:0:kim\nshadow:x:42:\nsudo:x:27:kim\n' },
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'never asked for is not there',
    host: debian12,
    files: { '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\n', '/etc/group': 'root:x:0:\n' },
    expect: 'fail',
    because: 'not seen',
  },
];
