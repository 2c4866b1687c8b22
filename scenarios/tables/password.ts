// Scenarios of the family password: quality, ages and history by PAM, login.defs and shadow, and how passwords are hashed.
import type { ScenarioTable } from '../scenario.ts';
import { adds, edits, on } from '../scenario.ts';

const quality = '/etc/security/pwquality.conf';
const dropIn = '/etc/security/pwquality.conf.d/50-site.conf';
const history = '/etc/security/pwhistory.conf';
const defs = '/etc/login.defs';
const shadow = '/etc/shadow';
const passwd = '/etc/passwd';
const local = '/etc/authselect/system-auth';
const remote = '/etc/authselect/password-auth';
const common = '/etc/pam.d/common-password';
const strong = 'minlen = 9\ndcredit = -1\nlcredit = -1\nocredit = -1\nenforce_for_root\n';
const kim = (hash: string, ages = '1:90'): string => `kim:${hash}:19700:${ages}:7:::\n`;
const kimAccount = { [passwd]: adds('kim:x:1500:100::/home/kim:/bin/bash\n') };
const secret = '0123456789abcdefghijkl';

export const passwordScenarios: ScenarioTable = {
  'password.complexity': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('ubuntu-22-04-stock', 'stock: no pam_pwquality', {}, 'fail'),
    on('rhel-9-stock', 'stock: the settings are comments', {}, 'fail', { trap: 'U-02(1)' }),
    on(
      'alma-8-stock',
      'credits above zero require nothing',
      {
        [quality]: 'minlen = 9\ndcredit = 1\nucredit = 1\nlcredit = 1\nocredit = 1\n',
      },
      'fail',
      { trap: 'U-02(3)' },
    ),
    on('amazon-linux-2023-stock', 'three classes by minclass', { [quality]: 'minlen = 9\nminclass = 3\n' }, 'pass', {
      trap: 'U-02(3)',
    }),
    on(
      'debian-12-tidy',
      'pam_unix comes first',
      {
        [common]: edits(/^(password\s+requisite\s+pam_pwquality.so.*)\n([\s\S]*)$/m, '$2$1\n'),
      },
      'fail',
      { trap: 'U-02(4)' },
    ),
    on(
      'debian-11-tidy',
      'carriage returns and blanks around',
      { [quality]: '  minlen=9 \r\nminclass =  4\r\n' },
      'pass',
    ),
  ],
  'password.length': [
    on('rhel-8-stock', 'stock: the library’s own eight', {}, 'pass', { because: 'minlen=8' }),
    on('amazon-linux-2-stock', 'stock: nine less four credits', {}, 'fail', {
      because: 'as short as 5',
      trap: 'U-02(5) U-46(2)',
    }),
    on('debian-12-stock', 'stock: pam_unix alone, and no PASS_MIN_LEN in login.defs', {}, 'fail', { trap: 'U-46(3)' }),
    on('ubuntu-24-04-stock', 'PASS_MIN_LEN proves nothing', { [defs]: adds('PASS_MIN_LEN 12\n') }, 'fail', {
      trap: 'U-46(1)',
    }),
    on(
      'ubuntu-20-04-stock',
      'pam_unix with a length of its own',
      { [common]: edits('obscure', 'obscure minlen=10') },
      'pass',
    ),
    on(
      'rocky-9-tidy',
      'the main file beats the drop-in',
      { [dropIn]: 'minlen = 14\n', [quality]: 'minlen = 6\n' },
      'fail',
      {
        trap: 'U-02(2)',
      },
    ),
  ],
  'password.max-age': [
    on('debian-12-tidy', 'hardened image', {}, 'pass', { trap: 'U-47(2)' }),
    on('rhel-9-stock', 'stock: 99999', {}, 'fail'),
    on(
      'rocky-9-tidy',
      'login.defs is good, and an account that was there is not',
      {
        [shadow]: edits(/^(mlee:[^:]*:\d+:1):90:/m, '$1:99999:'),
      },
      'fail',
      { because: 'mlee', trap: 'U-47(1)' },
    ),
    on(
      'ubuntu-22-04-tidy',
      'an empty field is no maximum',
      {
        ...kimAccount,
        [shadow]: adds(kim('$6$salt$' + 'A'.repeat(86), '1:')),
      },
      'fail',
      { because: 'kim', trap: 'U-47(3)' },
    ),
    on(
      'amazon-linux-2-tidy',
      'a locked account has none to age',
      { ...kimAccount, [shadow]: adds(kim('!!', '0:99999')) },
      'pass',
      {
        because: 'left out',
        trap: 'U-47(2)',
      },
    ),
    on('alma-8-stock', 'the last of two keys', { [defs]: adds('PASS_MAX_DAYS 60\n') }, 'pass'),
    on('debian-11-tidy', 'no login.defs', { [defs]: null }, 'fail'),
  ],
  'password.min-age': [
    on('rocky-8-tidy', 'hardened image', {}, 'pass'),
    on('ubuntu-24-04-stock', 'stock: 0', {}, 'fail', { trap: 'U-48(2)' }),
    on(
      'amazon-linux-2023-tidy',
      'an account that was there may change at once',
      {
        [shadow]: edits(/^(sychoi:[^:]*:\d+):1:/m, '$1:0:'),
      },
      'fail',
      { because: 'sychoi', trap: 'U-48(1)' },
    ),
    on('debian-11-tidy', 'a commented key', { [defs]: edits(/^PASS_MIN_DAYS/m, '#PASS_MIN_DAYS') }, 'fail'),
    on('ubuntu-20-04-tidy', 'an image', {}, 'pass', { image: true }),
  ],
  'password.policy': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('debian-12-tidy', 'hardened image', {}, 'pass'),
    on('amazon-linux-2-tidy', 'hardened image, by arguments', {}, 'pass'),
    on('alma-9-stock', 'stock', {}, 'fail'),
    on(
      'rocky-9-tidy',
      'no history',
      {
        [local]: edits(/^.*pam_pwhistory.*\n/m, ''),
        [remote]: edits(/^.*pam_pwhistory.*\n/m, ''),
      },
      'fail',
      { because: 'history' },
    ),
    on('amazon-linux-2023-tidy', 'root is let off', { [quality]: strong.replace('enforce_for_root\n', '') }, 'fail', {
      because: 'enforcement for root',
    }),
    on('rocky-8-tidy', 'three remembered', { [history]: 'enforce_for_root\nremember = 3\n' }, 'fail', {
      because: '3 of 4',
    }),
    on(
      'ubuntu-22-04-tidy',
      'optional refuses nothing',
      { [common]: edits(/requisite(\s+pam_pwquality)/, 'optional$1') },
      'fail',
      {
        trap: 'U-02(4)',
      },
    ),
    on(
      'ubuntu-24-04-tidy',
      'the module by an included file of the site',
      {
        [common]: edits(/^password\s+requisite\s+pam_pwquality.so.*$/m, '@include site-quality'),
        '/etc/pam.d/site-quality': 'password requisite pam_pwquality.so retry=3\n',
      },
      'pass',
    ),
    on('debian-12-stock', 'no profile forgives a missing policy', {}, 'fail', { profile: 'distro-aware' }),
  ],
  'password.hash-algorithm': [
    on('rocky-9-stock', 'stock', {}, 'pass'),
    on('debian-12-stock', 'yescrypt in PAM, SHA512 in login.defs', {}, 'pass', {
      because: 'yescrypt',
      trap: 'U-13/2026(2) U-13/2026(3)',
    }),
    on(
      'ubuntu-24-04-stock',
      'stock: yescrypt',
      { ...kimAccount, [shadow]: adds(kim(`$y$j9T$salt$${secret}`)) },
      'pass',
      {
        never: secret,
        trap: 'U-13/2026(1) U-13/2026(2)',
      },
    ),
    on(
      'alma-8-stock',
      'an old MD5 hash that no setting rewrites, told by its kind',
      {
        ...kimAccount,
        [shadow]: adds(kim(`$1$saltsalt$${secret}`)),
      },
      'fail',
      { because: 'kim: md5', never: secret, trap: 'U-13/2026(4) U-13/2026(5)' },
    ),
    on(
      'debian-11-stock',
      'a DES hash behind a lock mark',
      { ...kimAccount, [shadow]: adds(kim('!abJnggxhB/yWI')) },
      'fail',
      {
        because: 'kim',
        never: 'abJnggxhB',
        trap: 'U-13/2026(1)',
      },
    ),
    on('rhel-8-stock', 'MD5 on the line of PAM', { [local]: edits('pam_unix.so sha512', 'pam_unix.so md5') }, 'fail', {
      trap: 'U-13/2026(3)',
    }),
    on('amazon-linux-2-stock', 'a password as it is', { ...kimAccount, [shadow]: adds(kim('Spring2026')) }, 'fail', {
      never: 'Spring2026',
    }),
  ],
};
