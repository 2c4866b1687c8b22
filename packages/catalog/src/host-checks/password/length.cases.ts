// Cases of password.length.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, rocky9, ubuntu22 } from '../hosts.ts';
import { debianPassword } from '../pam-files.ts';
import { al2With, debian, debianStrong, defs, main, rhel } from '../password-files.ts';

const unixWith = (options: string): string => debianPassword.replace('pam_unix.so', `pam_unix.so ${options}`);

export const lengthCases: readonly HostCase[] = [
  { name: 'eight, without any class', host: rocky9, files: rhel({ [main]: 'minlen = 8\n' }), expect: 'pass' },
  { name: 'seven', host: rocky9, files: rhel({ [main]: 'minlen = 7\n' }), expect: 'fail', because: 'as short as 7' },
  { name: 'set in full', host: ubuntu22, files: debian(debianStrong), expect: 'pass' },
  {
    name: 'PASS_MIN_LEN alone is read by nobody',
    host: debian12,
    files: debian(debianPassword, { [defs]: 'PASS_MIN_LEN 12\n' }),
    expect: 'fail',
    trap: 'U-46(1)',
  },
  {
    name: 'credits shorten it',
    host: al2,
    files: al2With('minlen=9 dcredit=1 ucredit=1'),
    expect: 'fail',
    because: 'as short as 5',
    trap: 'U-46(2)',
  },
  {
    name: 'no module, no PASS_MIN_LEN line',
    host: debian12,
    files: debian(debianPassword, { [defs]: '' }),
    expect: 'fail',
    trap: 'U-46(3)',
  },
  { name: 'by pam_unix alone', host: ubuntu22, files: debian(unixWith('minlen=8')), expect: 'pass' },
  {
    name: 'by pam_unix, too short',
    host: ubuntu22,
    files: debian(unixWith('minlen=7')),
    expect: 'fail',
    because: 'minlen=7',
  },
  {
    name: 'ten where the policy says so',
    host: rocky9,
    files: rhel({ [main]: 'minlen = 9\n' }),
    parameters: { lengthMin: 10 },
    expect: 'fail',
    because: '10 or more',
  },
  { name: 'a host that hides the file', host: rocky9, files: rhel({ [main]: 'unreadable' }), expect: 'unknown' },
];
