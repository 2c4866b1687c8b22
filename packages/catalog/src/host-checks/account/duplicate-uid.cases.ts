// Cases of account.duplicate-uid.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';

const root = 'root:x:0:0:root:/root:/bin/bash\n';
const files = (more: string) => ({ '/etc/passwd': root + more, '/etc/group': 'root:x:0:\n' });

export const duplicateUidCases: readonly HostCase[] = [
  { name: 'all differ', host: al2023, files: files('bin:x:1:1::/bin:/sbin/nologin\n'), expect: 'pass' },
  {
    name: 'two share one',
    host: debian12,
    files: files('a:x:1000:1000::/:/bin/sh\nb:x:1000:1001::/:/bin/sh\n'),
    expect: 'fail',
    because: 'b UID 1000',
  },
  {
    name: '01000 is 1000',
    host: rocky9,
    files: files('a:x:1000:1::/:/bin/sh\nb:x:01000:1::/:/bin/sh\n'),
    expect: 'fail',
    trap: 'U-52(1)',
  },
  {
    name: 'fields that are no number share nothing',
    host: rocky9,
    files: files('a:x::1::/:/bin/sh\nb:x::1::/:/bin/sh\n'),
    expect: 'pass',
  },
  {
    name: 'a second root shares UID 0, which account.uid-zero reports too',
    host: rocky9,
    files: files('toor:x:0:0::/root:/bin/sh\n'),
    expect: 'fail',
    because: 'toor UID 0',
    trap: 'U-52(2)',
  },
  {
    name: 'far apart in the file, around NIS entries and empty lines',
    host: debian12,
    files: files('a:x:3000:1::/:/bin/sh\n\n+::3000:::\n+\nb:x:42:1::/:/bin/sh\nc:x:3000:1::/:/bin/sh\n'),
    expect: 'fail',
    because: 'c UID 3000',
    trap: 'U-52(1)',
  },
  {
    name: 'an NIS entry is no second account',
    host: ubuntu22,
    files: files('a:x:3000:1::/:/bin/sh\n+b::3000:1::/:/bin/sh\n\n'),
    expect: 'pass',
    trap: 'U-52(1)',
  },
];
