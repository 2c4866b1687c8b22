// Cases of account.lockout.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { al2Stack, debianAuth, debianPam, debianPassword, rhelLocked, rhelPam, rhelStock } from '../pam-files.ts';

const conf = '/etc/security/faillock.conf';
const account = '/etc/pam.d/common-account';
const debianLocked = `auth required pam_faillock.so preauth
${debianAuth}auth [default=die] pam_faillock.so authfail
auth sufficient pam_faillock.so authsucc
`;
const debianStock = debianPam(debianAuth, debianPassword);

export const lockoutCases: readonly HostCase[] = [
  { name: 'stock has no lock', host: ubuntu22, files: debianStock, expect: 'fail', because: 'no lock module' },
  { name: 'stock has no lock', host: rocky9, files: rhelPam(rhelStock), expect: 'fail', because: 'no lock module' },
  {
    name: 'authselect with-faillock and deny in faillock.conf',
    host: al2023,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny = 5\nunlock_time = 120\n' },
    expect: 'pass',
    because: '5 failures',
  },
  {
    name: 'module on, key commented: built-in 3',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), [conf]: '# deny = 0\n' },
    expect: 'pass',
    because: 'built in 3',
  },
  {
    name: 'module on, no faillock.conf: built-in 3',
    host: rocky8,
    files: { ...rhelPam(rhelLocked), [conf]: 'absent' },
    expect: 'pass',
  },
  {
    name: 'an empty value is not taken',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny =\n' },
    expect: 'pass',
    because: 'built in 3',
  },
  {
    name: 'the last of two keys holds',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny = 5\ndeny = 20\n' },
    expect: 'fail',
    because: 'deny=20',
  },
  {
    name: 'CRLF',
    host: rocky9,
    files: { ...rhelPam(rhelLocked.replaceAll('\n', '\r\n')), [conf]: 'deny = 5\r\n' },
    expect: 'pass',
    because: '5 failures',
  },
  {
    name: 'a value means nothing without the module',
    host: ubuntu24,
    files: { ...debianStock, [conf]: 'deny = 5\n' },
    expect: 'fail',
    because: 'no lock module',
  },
  {
    name: 'a commented line is no line',
    host: rocky9,
    files: { ...rhelPam(rhelLocked.replace(/^(.*pam_faillock)/gm, '#$1')), [conf]: 'deny = 5\n' },
    expect: 'fail',
    because: 'no lock module',
  },
  {
    name: 'zero never locks',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny=0\n' },
    expect: 'fail',
    because: 'nothing locks',
  },
  {
    name: 'eleven is too many',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny = 11\n' },
    expect: 'fail',
    because: 'above 10',
  },
  { name: 'ten is the limit', host: rocky9, files: { ...rhelPam(rhelLocked), [conf]: 'deny = 10\n' }, expect: 'pass' },
  {
    name: 'arguments of Amazon Linux 2',
    host: al2,
    files: rhelPam(al2Stack('deny=5 unlock_time=120')),
    expect: 'pass',
  },
  {
    name: 'Amazon Linux 2 does not read faillock.conf',
    host: al2,
    files: { ...rhelPam(al2Stack('unlock_time=120')), [conf]: 'deny = 50\n' },
    expect: 'pass',
    because: 'built in 3',
  },
  {
    name: 'an argument beats the file',
    host: al2023,
    files: {
      ...rhelPam(rhelLocked.replaceAll(/pam_faillock.so (preauth|authfail)/g, 'pam_faillock.so $1 deny=99')),
      [conf]: 'deny = 5\n',
    },
    expect: 'fail',
    because: 'deny=99',
  },
  {
    name: 'a file of its own by conf=',
    host: rocky9,
    files: {
      ...rhelPam(
        rhelLocked.replaceAll(/pam_faillock.so (preauth|authfail)/g, 'pam_faillock.so $1 conf=/etc/lock.conf'),
      ),
      '/etc/lock.conf': 'deny = 30\n',
    },
    expect: 'fail',
    because: '/etc/lock.conf:1',
  },
  {
    name: 'console only: SSH uses password-auth',
    host: rocky9,
    files: rhelPam(rhelLocked, rhelStock),
    expect: 'fail',
    because: 'sshd: no lock module',
  },
  {
    name: 'a lone authfail does not lock',
    host: rocky9,
    files: rhelPam(rhelLocked.replace(/^.*preauth.*\n/gm, '')),
    expect: 'fail',
    because: 'preauth',
  },
  {
    name: 'a lone preauth counts nothing',
    host: rocky9,
    files: rhelPam(rhelLocked.replace(/^.*authfail.*\n/gm, '')),
    expect: 'fail',
    because: 'not counted',
  },
  {
    name: 'preauth after the password',
    host: rocky9,
    files: rhelPam(
      `auth sufficient pam_unix.so\nauth required pam_faillock.so preauth\nauth required pam_faillock.so authfail\nauth required pam_deny.so\naccount required pam_faillock.so\n`,
    ),
    expect: 'fail',
    because: 'right password',
  },
  {
    name: 'an optional preauth refuses nobody',
    host: rocky9,
    files: rhelPam(rhelLocked.replace('required      pam_faillock.so preauth', 'optional pam_faillock.so preauth')),
    expect: 'fail',
    because: 'right password',
  },
  {
    name: 'without an account line',
    host: rocky9,
    files: rhelPam(rhelLocked.replace(/^account.*pam_faillock.*\n/gm, '')),
    expect: 'fail',
    because: 'no account line',
  },
  {
    name: 'Debian with preauth, authfail and authsucc',
    host: debian12,
    files: debianPam(debianLocked, debianPassword),
    expect: 'pass',
  },
  {
    name: 'a jump that leads over authsucc clears nothing',
    host: ubuntu22,
    files: debianPam(debianLocked.replace('success=1', 'success=3'), debianPassword),
    expect: 'fail',
    because: 'no account line',
  },
  {
    name: 'pam_tally2 in front of pam_unix',
    host: ubuntu20,
    files: {
      ...debianPam(`auth required pam_tally2.so onerr=fail deny=5 unlock_time=120\n${debianAuth}`, debianPassword),
      [account]: 'account required pam_tally2.so\n',
    },
    expect: 'pass',
  },
  {
    name: 'pam_tally2 without deny locks nobody',
    host: ubuntu20,
    files: debianPam(`auth required pam_tally2.so onerr=fail\n${debianAuth}`, debianPassword),
    expect: 'fail',
    because: 'nothing locks',
  },
  {
    name: 'pam_tally by an old path',
    host: al2,
    files: rhelPam(`auth required /lib/security/$ISA/pam_tally.so deny=5 no_magic_root\n${al2Stack('')}`),
    expect: 'pass',
  },
  {
    name: 'pam_tally2 after a sufficient pam_unix',
    host: al2,
    files: rhelPam('auth sufficient pam_unix.so\nauth required pam_tally2.so deny=5\nauth required pam_deny.so\n'),
    expect: 'fail',
    because: 'right password',
  },
  {
    name: 'a link to the authselect file',
    host: rocky9,
    files: {
      ...rhelPam(rhelLocked),
      '/etc/pam.d/system-auth': { text: rhelLocked, linkTarget: '/etc/authselect/system-auth' },
    },
    expect: 'pass',
  },
  {
    name: 'a folder in place of the stack',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), '/etc/pam.d/system-auth': { type: 'dir' } },
    expect: 'fail',
  },
  {
    name: 'a continued line',
    host: rocky9,
    files: rhelPam(rhelLocked.replaceAll('pam_faillock.so authfail', 'pam_faillock.so \\\n  authfail deny=4')),
    expect: 'pass',
  },
  {
    name: 'a stack that cannot be read',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), '/etc/pam.d/sshd': 'unreadable' },
    expect: 'unknown',
  },
  {
    name: 'a file of its own that was not gathered',
    host: rocky9,
    files: rhelPam(
      rhelLocked.replaceAll(/pam_faillock.so (preauth|authfail)/g, 'pam_faillock.so $1 conf=/opt/lock.conf'),
    ),
    expect: 'unknown',
    because: '/opt/lock.conf',
  },
  { name: 'no PAM files at all', host: debian12, files: { '/etc/pam.d/login': 'absent' }, expect: 'unknown' },
  { name: 'an image is parsed', host: image(debian12), files: debianStock, expect: 'fail' },
];
