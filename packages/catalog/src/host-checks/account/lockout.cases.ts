// Cases of account.lockout.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { al2Stack, debianAuth, debianPam, debianPassword, rhelLocked, rhelPam, rhelStock } from '../pam-files.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const conf = '/etc/security/faillock.conf';
const account = '/etc/pam.d/common-account';
const debianLocked = `auth required pam_faillock.so preauth
${debianAuth}auth [default=die] pam_faillock.so authfail
auth sufficient pam_faillock.so authsucc
`;
const debianStock = debianPam(debianAuth, debianPassword);

const open = 'auth sufficient pam_unix.so\nauth required pam_deny.so\n';
const tenAtMost = 'locked after 1 to 10 failures';

/** A stack that locks, around the lines that take the password. */
function locked(proof: string, preauth = 'required', cleared = 'account required pam_faillock.so'): string {
  return `auth ${preauth} pam_faillock.so preauth
${proof}
auth [default=die] pam_faillock.so authfail
${cleared}
auth required pam_deny.so
`;
}
const shut = locked('auth sufficient pam_unix.so');

function stacksOf(stacks: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(stacks).map(([service, text]) => [`/etc/pam.d/${service}`, text]));
}

export const lockoutCases: readonly HostCase[] = [
  { name: 'stock has no lock', host: ubuntu22, files: debianStock, expect: 'fail', because: 'no lock module' },
  { name: 'stock has no lock', host: rocky9, files: rhelPam(rhelStock), expect: 'fail', because: 'no lock module' },
  {
    name: 'authselect with-faillock and deny in faillock.conf',
    host: al2023,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny = 5\nunlock_time = 120\n' },
    expect: 'pass',
    because: '5 failures',
    trap: 'U-03(5)',
  },
  {
    name: 'module on, key commented: built-in 3',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), [conf]: '# deny = 0\n' },
    expect: 'pass',
    because: 'built in 3',
    trap: 'U-03(1)',
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
    trap: 'U-03(2)',
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
    trap: 'U-03(5)',
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
    trap: 'U-03(2)',
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
    trap: 'U-03(3)',
  },
  {
    name: 'a lone authfail does not lock',
    host: rocky9,
    files: rhelPam(rhelLocked.replace(/^.*preauth.*\n/gm, '')),
    expect: 'fail',
    because: 'preauth',
    trap: 'U-03(4)',
  },
  {
    name: 'a lone preauth counts nothing',
    host: rocky9,
    files: rhelPam(rhelLocked.replace(/^.*authfail.*\n/gm, '')),
    expect: 'fail',
    because: 'not counted',
    trap: 'U-03(4)',
  },
  {
    name: 'preauth after the password',
    host: rocky9,
    files: rhelPam(
      `auth sufficient pam_unix.so\nauth required pam_faillock.so preauth\nauth required pam_faillock.so authfail\nauth required pam_deny.so\naccount required pam_faillock.so\n`,
    ),
    expect: 'fail',
    because: 'right password',
    trap: 'U-03(4)',
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
    trap: 'U-03(4)',
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
    trap: 'U-03(1)',
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
  {
    name: 'a policy stricter than the guide',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny = 5\n' },
    parameters: { failuresMax: 3 },
    expect: 'fail',
    because: 'deny=5 is above 3',
  },
  {
    name: 'a lock that the policy wants longer',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny = 5\nunlock_time = 120\n' },
    parameters: { unlockSecondsMin: 900 },
    expect: 'fail',
    because: 'unlocks after 120 s',
  },
  {
    name: 'a lock that nobody releases is long enough',
    host: al2023,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny = 5\nunlock_time = never\n' },
    parameters: { unlockSecondsMin: 900 },
    expect: 'pass',
  },
  {
    name: 'the built-in ten minutes',
    host: rocky8,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny = 5\n' },
    parameters: { unlockSecondsMin: 601 },
    expect: 'fail',
    because: 'unlocks after 600 s',
  },
  {
    name: 'an argument releases sooner than the file says',
    host: al2,
    files: rhelPam(al2Stack('deny=5 unlock_time=60')),
    parameters: { unlockSecondsMin: 120 },
    expect: 'fail',
    because: 'unlocks after 60 s',
  },
  {
    name: 'pam_tally2 keeps its lock until somebody releases it',
    host: ubuntu20,
    files: {
      ...debianPam(`auth required pam_tally2.so onerr=fail deny=5\n${debianAuth}`, debianPassword),
      [account]: 'account required pam_unix.so\naccount required pam_tally2.so\n',
    },
    parameters: { unlockSecondsMin: 86400 },
    expect: 'pass',
  },
  {
    name: 'the guide asks nothing of the time',
    host: rocky9,
    files: { ...rhelPam(rhelLocked), [conf]: 'deny = 5\nunlock_time = 1\n' },
    expect: 'pass',
  },
  {
    name: 'no profile forgives a missing lock',
    host: ubuntu22,
    files: debianStock,
    profile: 'distro-aware',
    expect: 'fail',
  },
  ...(
    [
      ['system-auth on the console', { 'system-auth': open, sshd: shut }, 'no sufficient lock: system-auth: no lock'],
      ['common-auth on the console', { 'common-auth': open, sshd: shut }, 'no sufficient lock: common-auth: no lock'],
      ['password-auth from afar', { login: shut, 'password-auth': open }, 'no sufficient lock: password-auth: no lock'],
      ['common-auth from afar', { login: shut, 'common-auth': open }, 'no sufficient lock: common-auth: no lock'],
      ['a host whose only stack is that of su', { su: shut }, 'no sufficient lock: login: no lock'],
    ] as const
  ).map(
    ([name, stacks, because]): HostCase => ({
      name,
      host: rocky9,
      files: stacksOf(stacks),
      expect: 'fail',
      because,
    }),
  ),
  { name: 'the console alone', host: image(al2023), files: stacksOf({ login: shut }), expect: 'pass' },
  { name: 'common-auth alone', host: image(debian12), files: stacksOf({ 'common-auth': shut }), expect: 'pass' },
  ...[
    'unix',
    'unix2',
    'sss',
    'ldap',
    'krb5',
    'winbind',
    'systemd_home',
    'pwdfile',
    'radius',
    'radius_auth',
    'tacplus',
    'oslogin_login',
    'oslogin_admin',
    'google_authenticator',
    'fprintd',
    'u2f',
  ].map(
    (module): HostCase => ({
      name: `pam_${module} proves who someone is`,
      host: rocky9,
      files: stacksOf({ login: locked(`auth sufficient pam_${module}.so`) }),
      expect: 'pass',
    }),
  ),
  ...['env', 'faildelay', 'cap', 'group', 'nologin', 'selinux'].map(
    (module): HostCase => ({
      name: `pam_${module} lets nobody in`,
      host: rocky9,
      files: stacksOf({ login: locked(`auth sufficient pam_${module}.so\nauth sufficient pam_unix.so`) }),
      expect: 'pass',
    }),
  ),
  {
    name: 'root gets in without a password, others do not',
    host: rocky9,
    files: stacksOf({ login: locked('auth sufficient pam_rootok.so\nauth sufficient pam_unix.so') }),
    expect: 'pass',
  },
  {
    name: 'what lets everybody in before a failure is counted',
    host: rocky9,
    files: stacksOf({ login: locked('auth [success=1 default=ignore] pam_unix.so\nauth sufficient pam_permit.so') }),
    expect: 'fail',
    because: 'not counted by pam_faillock',
  },
  {
    name: 'an authfail line behind pam_deny',
    host: ubuntu24,
    files: stacksOf({
      login: `auth required pam_faillock.so preauth
auth [success=2 default=ignore] pam_unix.so
auth requisite pam_deny.so
auth [default=die] pam_faillock.so authfail
auth required pam_permit.so
account required pam_faillock.so
`,
    }),
    expect: 'fail',
    because: 'not counted by pam_faillock',
  },
  {
    name: 'pam_tally2 behind what ends the stack',
    host: ubuntu20,
    files: stacksOf({ login: 'auth requisite pam_unix.so\nauth required pam_tally2.so deny=5\n' }),
    expect: 'fail',
    because: 'not counted by pam_tally2',
  },
  {
    name: 'lines that only lead system users past the lock',
    host: rocky9,
    files: stacksOf({
      login: locked(`auth sufficient pam_unix.so
auth [success=6 default=ignore] pam_usertype.so issystem
auth [success=5 default=ignore] pam_succeed_if.so uid < 1000 quiet
auth [success=4 default=ignore] pam_succeed_if.so uid <= 999
auth [success=3 default=ignore] pam_succeed_if.so quiet uid eq 0
auth [success=ok default=2] pam_usertype.so isregular
auth [success=ok default=1] pam_succeed_if.so uid >= 1000`),
    }),
    expect: 'pass',
  },
  {
    name: 'controls that name what a module answers',
    host: rocky9,
    files: stacksOf({
      login: locked('auth [success=done auth_err=ignore default=die] pam_unix.so', 'requisite'),
      sshd: locked(
        'auth [success=1 default=ignore] pam_unix.so',
        'requisite',
        'auth sufficient pam_faillock.so authsucc',
      ),
    }),
    expect: 'pass',
  },
  {
    name: 'a control that overlooks the lock',
    host: rocky9,
    files: stacksOf({
      login: locked('auth sufficient pam_unix.so', '[success=ok ignore=ignore auth_err=ignore default=die]'),
    }),
    expect: 'fail',
    because: 'a locked account still gets in',
  },
  {
    name: 'of two limits the weaker counts, and every line is shown',
    host: al2,
    files: {
      '/etc/pam.d/login': `auth required pam_env.so
auth required pam_faillock.so preauth deny=5 unlock_time=900
auth sufficient pam_unix.so
auth [default=die] pam_faillock.so authfail deny=4 unlock_time=120
auth required pam_deny.so
account required pam_unix.so
account required pam_faillock.so
`,
    },
    parameters: { unlockSecondsMin: 120 },
    expect: 'pass',
    because: `"accounts lock after 5 failures",${wholeEvidence(
      ['/etc/pam.d/login:2', 'auth required pam_faillock.so preauth deny=5 unlock_time=900', tenAtMost],
      ['/etc/pam.d/login:4', 'auth [default=die] pam_faillock.so authfail deny=4 unlock_time=120', tenAtMost],
      ['/etc/pam.d/login:7', 'account required pam_faillock.so', tenAtMost],
    )}`,
  },
  ...[
    ['deny=3 unlock_time=600', 'deny=11 unlock_time=600', 'deny=11 is above 10'],
    ['deny=3 unlock_time=60', 'deny=3 unlock_time=900', 'unlocks after 60 s'],
  ].map(
    ([before, after, because = '']): HostCase => ({
      name: `${before} before, ${after} after`,
      host: al2,
      files: stacksOf({
        login: locked('auth sufficient pam_unix.so')
          .replace('preauth', `preauth ${before}`)
          .replace('authfail', `authfail ${after}`),
      }),
      parameters: { unlockSecondsMin: 120 },
      expect: 'fail',
      because,
    }),
  ),
];
