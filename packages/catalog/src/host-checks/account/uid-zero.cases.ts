// Cases of account.uid-zero.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, rocky8, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const root = 'root:x:0:0:root:/root:/bin/bash\n';
const group = 'root:x:0:\n';

export const uidZeroCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: al2023,
    files: { '/etc/passwd': `${root}bin:x:1:1::/bin:/sbin/nologin\n`, '/etc/group': group },
    expect: 'pass',
  },
  {
    name: 'an alias',
    host: debian12,
    files: { '/etc/passwd': `${root}toor:x:0:0::/root:/bin/sh\n`, '/etc/group': group },
    expect: 'fail',
    because: 'toor',
  },
  {
    name: 'written as 00',
    host: ubuntu22,
    files: { '/etc/passwd': `${root}backup2:x:00:0::/:/bin/sh\n`, '/etc/group': group },
    expect: 'fail',
    because: 'backup2',
    trap: 'U-44(1)',
  },
  {
    name: 'GID 0 is no UID 0',
    host: rocky8,
    files: {
      '/etc/passwd': `${root}sync:x:5:0:sync:/sbin:/bin/sync\noperator:x:11:0::/root:/sbin/nologin\n`,
      '/etc/group': group,
    },
    expect: 'pass',
    trap: 'U-44(2)',
  },
  {
    name: 'comments, empty lines and an empty field are not zero',
    host: rocky8,
    files: { '/etc/passwd': `${root}\n#old:x:0:0::/:/bin/sh\nbroken:x::100::/:/bin/sh\n`, '/etc/group': group },
    expect: 'pass',
    trap: 'U-44(1)',
  },
  {
    name: 'CRLF',
    host: ubuntu22,
    files: { '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\r\nx:x:0:0::/:/bin/sh\r\n', '/etc/group': group },
    expect: 'fail',
  },
  {
    name: 'no passwd file is not a pass',
    host: ubuntu22,
    files: { '/etc/passwd': 'unreadable', '/etc/group': group },
    expect: 'unknown',
  },
  {
    name: 'a root without a group file is judged by its accounts',
    host: debian12,
    files: { '/etc/passwd': root, '/etc/group': 'absent' },
    expect: 'pass',
  },
  {
    name: 'a group file that cannot be read is not a pass',
    host: debian12,
    files: { '/etc/passwd': root, '/etc/group': 'unreadable' },
    expect: 'unknown',
  },
  {
    name: 'a sign before the number, and a blank before the name, which the C library passes over',
    host: rocky8,
    files: { '/etc/passwd': 'root:x:0:0::/root:/bin/bash\n toor:x:+0:0::/root:/bin/sh\n', '/etc/group': 'root:x:0:\n' },
    expect: 'fail',
    because: 'toor',
  },
  {
    name: 'a number beyond 32 bits is clamped, not wrapped',
    host: debian12,
    files: { '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nx:x:4294967296:0::/:/bin/sh\n', '/etc/group': 'root:x:0:\n' },
    expect: 'pass',
  },
  {
    name: 'every account with UID 0 is shown, and no other',
    host: al2023,
    files: {
      '/etc/passwd': `${root}bin:x:1:1::/bin:/sbin/nologin\ntoor:x:0:0::/root:/bin/sh\n`,
      '/etc/group': group,
    },
    expect: 'fail',
    because: wholeEvidence(
      ['/etc/passwd:1', 'root UID 0', 'only root has UID 0'],
      ['/etc/passwd:3', 'toor UID 0', 'only root has UID 0'],
    ),
  },
];
