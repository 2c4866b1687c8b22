// Cases of password.policy.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { al2Stack, debianAuth, debianPam, debianPassword, rhelPam, rhelStock } from '../pam-files.ts';

const main = '/etc/security/pwquality.conf';
const history = '/etc/security/pwhistory.conf';
const dropIn = '/etc/security/pwquality.conf.d/50-site.conf';
const defs = '/etc/login.defs';
const shadow = '/etc/shadow';
const strong = 'minlen = 8\ndcredit = -1\nucredit = -1\nlcredit = -1\nocredit = -1\nenforce_for_root\n';
const ages = 'PASS_MAX_DAYS\t90\nPASS_MIN_DAYS\t1\n';
const aged = 'root:sha512:19700:1:90:7::\nbin:locked:19700:0:99999:7::\nec2-user:locked:19700:0:99999:7::\n';
const remembered = rhelStock.replace(
  'password    sufficient',
  'password    requisite   pam_pwhistory.so use_authtok\npassword    sufficient',
);

function rhel(over: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return {
    ...rhelPam(remembered),
    [main]: strong,
    [history]: 'remember = 4\nenforce_for_root\n',
    [defs]: ages,
    [shadow]: aged,
    ...over,
  };
}

function debian(password: string, over: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return { ...debianPam(debianAuth, password), [main]: strong, [defs]: ages, [shadow]: aged, ...over };
}

const debianStrong = `password requisite pam_pwquality.so retry=3
password requisite pam_pwhistory.so remember=4 use_authtok enforce_for_root
password [success=1 default=ignore] pam_unix.so obscure use_authtok try_first_pass yescrypt
`;
const al2Line = 'pam_pwquality.so try_first_pass local_users_only retry=3 authtok_type=';

function al2With(options: string): Record<string, CaseFile> {
  const stack = al2Stack('')
    .replace(al2Line, `${al2Line} ${options}`)
    .replace(
      'password    sufficient',
      'password    requisite   pam_pwhistory.so remember=5 use_authtok enforce_for_root\npassword    sufficient',
    );
  return { ...rhel(), ...rhelPam(stack), [main]: 'absent', [history]: 'absent' };
}

export const policyCases: readonly HostCase[] = [
  {
    name: 'the whole policy',
    host: rocky9,
    files: rhel(),
    expect: 'pass',
    because: 'left out, no password opens them: bin, ec2-user',
  },
  { name: 'the whole policy', host: ubuntu24, files: debian(debianStrong), expect: 'pass' },
  {
    name: 'the whole policy by arguments',
    host: al2,
    files: al2With('minlen=8 dcredit=-1 ucredit=-1 lcredit=-1 ocredit=-1 enforce_for_root'),
    expect: 'pass',
  },
  {
    name: 'stock',
    host: debian12,
    files: debian(debianPassword, { [main]: 'absent', [defs]: 'PASS_MAX_DAYS 99999\nPASS_MIN_DAYS 0\n' }),
    expect: 'fail',
    because: 'no pam_pwquality',
  },
  {
    name: 'stock',
    host: al2023,
    files: { ...rhel(), ...rhelPam(rhelStock), [main]: '# minlen = 8\n# dcredit = -1\n' },
    expect: 'fail',
    because: 'complexity (letters, digits, specials), enforcement for root, history',
  },
  {
    name: 'settings without the module',
    host: ubuntu22,
    files: debian(debianPassword),
    expect: 'fail',
    because: 'length and complexity',
  },
  {
    name: 'commented settings are none',
    host: rocky9,
    files: rhel({ [main]: strong.replace(/^/gm, '# ') }),
    expect: 'fail',
    because: 'complexity',
  },
  {
    name: 'a commented module is none',
    host: rocky9,
    files: {
      ...rhel(),
      ...rhelPam(
        remembered.replace(
          'password    requisite                                    pam_pwq',
          '#password requisite pam_pwq',
        ),
      ),
    },
    expect: 'fail',
    because: 'no pam_pwquality',
  },
  {
    name: 'optional refuses nothing',
    host: ubuntu22,
    files: debian(debianStrong.replace('requisite pam_pwquality', 'optional pam_pwquality')),
    expect: 'fail',
    because: 'does not refuse before pam_unix',
  },
  {
    name: 'after pam_unix',
    host: ubuntu22,
    files: debian('password required pam_unix.so\npassword required pam_pwquality.so\n'),
    expect: 'fail',
    because: 'does not refuse before pam_unix',
  },
  {
    name: 'the main file beats the drop-in',
    host: rocky9,
    files: rhel({ [dropIn]: 'minlen = 14\n', [main]: `${strong}minlen = 6\n` }),
    expect: 'fail',
    because: 'as short as 6',
  },
  {
    name: 'the drop-in holds where the main file is silent',
    host: rocky9,
    files: rhel({ [dropIn]: strong, [main]: '' }),
    expect: 'pass',
  },
  {
    name: 'the last drop-in in ASCII order wins',
    host: rocky9,
    files: rhel({ '/etc/security/pwquality.conf.d/99-z.conf': 'minlen = 7\n', [dropIn]: strong, [main]: '' }),
    expect: 'fail',
    because: 'as short as 7',
  },
  {
    name: 'arguments beat both',
    host: rocky9,
    files: { ...rhel(), ...rhelPam(remembered.replace('local_users_only', 'local_users_only minlen=6')) },
    expect: 'fail',
    because: 'as short as 6',
  },
  { name: 'a duplicate: the last one', host: rocky9, files: rhel({ [main]: `minlen = 6\n${strong}` }), expect: 'pass' },
  {
    name: 'minclass 3 is as good as three credits',
    host: rocky8,
    files: rhel({ [main]: 'minclass = 3\nenforce_for_root\n' }),
    expect: 'pass',
  },
  {
    name: 'minclass 2 is not',
    host: rocky8,
    files: rhel({ [main]: 'minclass = 2\nenforce_for_root\n' }),
    expect: 'fail',
    because: 'complexity',
  },
  {
    name: 'a positive credit requires nothing',
    host: rocky9,
    files: rhel({ [main]: strong.replace('dcredit = -1', 'dcredit = 1') }),
    expect: 'fail',
    because: 'complexity (digits)',
  },
  {
    name: 'a positive credit shortens',
    host: rocky9,
    files: rhel({ [main]: 'minlen = 8\nminclass = 4\nlcredit = 1\nenforce_for_root\n' }),
    expect: 'fail',
    because: 'as short as 7',
  },
  {
    name: 'old defaults: 9 and four credits',
    host: al2,
    files: al2With('minclass=4 enforce_for_root'),
    expect: 'fail',
    because: 'as short as 5',
  },
  { name: 'new default: 8', host: rocky9, files: rhel({ [main]: strong.replace('minlen = 8\n', '') }), expect: 'pass' },
  {
    name: 'an empty value is not taken',
    host: rocky9,
    files: rhel({ [main]: `${strong}dcredit =\n` }),
    expect: 'pass',
  },
  {
    name: 'enforcing off',
    host: rocky9,
    files: rhel({ [main]: `${strong}enforcing = 0\n` }),
    expect: 'fail',
    because: 'enforcing = 0',
  },
  {
    name: 'root is let off',
    host: rocky9,
    files: rhel({ [main]: strong.replace('enforce_for_root\n', '') }),
    expect: 'fail',
    because: 'enforcement for root',
  },
  {
    name: 'root is let off by an old library that does not know the key',
    host: al2,
    files: { ...al2With('minlen=8 dcredit=-1 ucredit=-1 lcredit=-1 ocredit=-1'), [main]: 'minlen = 8\n' },
    expect: 'fail',
    because: 'enforcement for root',
  },
  {
    name: 'pam_cracklib',
    host: al2,
    files: {
      ...rhel(),
      ...rhelPam(
        `password requisite pam_cracklib.so minlen=12 dcredit=-1 ucredit=-1 lcredit=-1 ocredit=-1 enforce_for_root\npassword requisite pam_pwhistory.so remember=4 enforce_for_root\npassword required pam_unix.so use_authtok\n`,
      ),
    },
    expect: 'pass',
  },
  {
    name: 'SSH has another stack',
    host: rocky9,
    files: { ...rhel(), ...rhelPam(remembered, rhelStock.replace(/^.*pwquality.*\n/gm, '')) },
    expect: 'fail',
    because: '/etc/pam.d/password-auth',
  },
  {
    name: 'no history',
    host: rocky9,
    files: { ...rhel(), ...rhelPam(rhelStock) },
    expect: 'fail',
    because: 'history (4 or more)',
  },
  {
    name: 'a short history',
    host: rocky9,
    files: rhel({ [history]: 'remember = 2\nenforce_for_root\n' }),
    expect: 'fail',
    because: 'history (2 of 4)',
  },
  {
    name: 'the built-in history is 10',
    host: rocky9,
    files: rhel({ [history]: 'enforce_for_root\n' }),
    expect: 'pass',
  },
  {
    name: 'Ubuntu 22.04 does not read pwhistory.conf',
    host: ubuntu22,
    files: debian(debianStrong.replace(' enforce_for_root', ''), { [history]: 'enforce_for_root\n' }),
    expect: 'fail',
    because: 'history for root',
  },
  {
    name: 'pam_unix remembers, but not for root',
    host: al2,
    files: {
      ...rhel(),
      ...rhelPam(remembered.replace(/^.*pwhistory.*\n/gm, '').replace('nullok use_authtok', 'use_authtok remember=5')),
    },
    expect: 'fail',
    because: 'does not hold it to root',
  },
  {
    name: 'maximum age unlimited',
    host: rocky9,
    files: rhel({ [defs]: 'PASS_MAX_DAYS 99999\nPASS_MIN_DAYS 1\n' }),
    expect: 'fail',
    because: 'PASS_MAX_DAYS',
  },
  {
    name: 'ages not set',
    host: rocky9,
    files: rhel({ [defs]: '#PASS_MAX_DAYS 90\n' }),
    expect: 'fail',
    because: 'minimum age (PASS_MIN_DAYS)',
  },
  {
    name: 'the last of two ages holds',
    host: rocky9,
    files: rhel({ [defs]: `${ages}PASS_MAX_DAYS 180\n` }),
    expect: 'fail',
    because: 'PASS_MAX_DAYS 180',
  },
  {
    name: 'an age without a number',
    host: rocky9,
    files: rhel({ [defs]: 'PASS_MAX_DAYS\nPASS_MIN_DAYS 1\n' }),
    expect: 'fail',
    because: '(empty)',
  },
  {
    name: 'minus one is no limit',
    host: rocky9,
    files: rhel({ [defs]: 'PASS_MAX_DAYS -1\nPASS_MIN_DAYS 1\n' }),
    expect: 'fail',
    because: 'PASS_MAX_DAYS',
  },
  {
    name: 'login.defs does not touch accounts that exist',
    host: ubuntu22,
    files: debian(debianStrong, { [shadow]: `${aged}old:yescrypt:19700:0:99999:7::\n` }),
    expect: 'fail',
    because: 'maximum age of old',
  },
  {
    name: 'an empty maximum is no maximum',
    host: rocky9,
    files: rhel({ [shadow]: `${aged}old:md5:19700:1::7::\n` }),
    expect: 'fail',
    because: 'maximum age of old',
  },
  {
    name: 'an account without any password ages too',
    host: rocky9,
    files: rhel({ [shadow]: `${aged}free:none:19700:0:99999:7::\n` }),
    expect: 'fail',
    because: 'free (none)',
  },
  {
    name: 'CRLF',
    host: rocky9,
    files: rhel({
      [main]: strong.replaceAll('\n', '\r\n'),
      [defs]: ages.replaceAll('\n', '\r\n'),
      [shadow]: aged.replaceAll('\n', '\r\n'),
    }),
    expect: 'pass',
  },
  {
    name: 'PASS_MIN_LEN alone proves nothing',
    host: debian12,
    files: debian(debianPassword, { [defs]: `${ages}PASS_MIN_LEN 12\n` }),
    expect: 'fail',
    because: 'length',
  },
  {
    name: 'a link to the authselect file',
    host: rocky9,
    files: rhel({ '/etc/pam.d/system-auth': { text: remembered, linkTarget: '/etc/authselect/system-auth' } }),
    expect: 'pass',
  },
  {
    name: 'a folder in place of the settings',
    host: rocky9,
    files: rhel({ [main]: { type: 'dir' } }),
    expect: 'fail',
    because: 'complexity',
  },
  {
    name: 'shadow that cannot be read is not a pass',
    host: rocky9,
    files: rhel({ [shadow]: 'unreadable' }),
    expect: 'unknown',
  },
  {
    name: 'without a shadow file no age is kept',
    host: rocky9,
    files: rhel({ [shadow]: 'absent' }),
    expect: 'fail',
    because: 'no shadow file',
  },
  {
    name: 'drop-ins that cannot be listed',
    host: rocky9,
    files: rhel({ '/etc/security/pwquality.conf.d': 'unreadable' }),
    expect: 'unknown',
  },
  { name: 'an image is parsed', host: image(ubuntu24), files: debian(debianStrong), expect: 'pass' },
];
