// Cases of password.complexity.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';
import { debianPassword, rhelPam, rhelStock } from '../pam-files.ts';
import { al2With, debian, debianStrong, defs, main, rhel, strong } from '../password-files.ts';

export const complexityCases: readonly HostCase[] = [
  { name: 'set in full', host: rocky9, files: rhel(), expect: 'pass' },
  { name: 'set in full', host: ubuntu22, files: debian(debianStrong), expect: 'pass' },
  {
    name: 'root, ages and history are no matter of this item',
    host: al2023,
    files: { ...rhel({ [main]: strong.replace('enforce_for_root', ''), [defs]: '' }), ...rhelPam(rhelStock) },
    expect: 'pass',
    trap: 'the editions ask different things under one code',
  },
  { name: 'stock', host: debian12, files: debian(debianPassword), expect: 'fail', because: 'no pam_pwquality' },
  {
    name: 'comments are no settings',
    host: rocky9,
    files: rhel({ [main]: '# minlen = 8\n# dcredit = -1\n' }),
    expect: 'fail',
    trap: 'U-02(1)',
  },
  {
    name: 'a positive credit shortens and requires nothing',
    host: al2,
    files: al2With('minlen=8 dcredit=1 ucredit=1 lcredit=1 ocredit=1'),
    expect: 'fail',
    because: 'as short as 4',
    trap: 'U-02(3)',
  },
  {
    name: 'three classes by minclass',
    host: rocky9,
    files: rhel({ [main]: 'minlen = 8\nminclass = 3\n' }),
    expect: 'pass',
    trap: 'U-02(3)',
  },
  { name: 'a host that hides the file', host: rocky9, files: rhel({ [main]: 'unreadable' }), expect: 'unknown' },
];
