// Scenarios of account.lockout: the lock module in the stacks through which people log in.
import type { ScenarioTable } from '../scenario.ts';
import { adds, edits, on } from '../scenario.ts';

const conf = '/etc/security/faillock.conf';
const remote = '/etc/authselect/password-auth';
const local = '/etc/authselect/system-auth';
const commonAuth = '/etc/pam.d/common-auth';

export const lockoutScenarios: ScenarioTable = {
  'account.lockout': [
    on('rocky-9-tidy', 'authselect with-faillock', {}, 'pass', { because: 'deny = 5' }),
    on('debian-12-tidy', 'pam_faillock in the common files', {}, 'pass'),
    on('ubuntu-20-04-tidy', 'pam_tally2, as that release had it', {}, 'pass', { trap: 'U-03(5)' }),
    on('amazon-linux-2-tidy', 'arguments on the lines, no faillock.conf', {}, 'pass', { trap: 'U-03(5)' }),
    on('rhel-9-stock', 'stock: a conf of comments, and no module', {}, 'fail', { because: 'no lock module' }),
    on('rocky-9-stock', 'passwords are off in sshd, and the letter is not met all the same', {}, 'fail', {
      because: 'no lock module',
      trap: 'U-03(6)',
    }),
    on('rhel-8-stock', 'values without the module', { [conf]: 'deny = 5\nunlock_time = 900\n' }, 'fail', {
      trap: 'U-03(2)',
    }),
    on('rocky-9-tidy', 'the key absent: built-in 3', { [conf]: '# deny = 5\n' }, 'pass', {
      because: 'built in 3',
      trap: 'U-03(1)',
    }),
    on('amazon-linux-2023-tidy', 'too many', { [conf]: 'deny = 11\n' }, 'fail', { because: 'deny=11' }),
    on('amazon-linux-2023-tidy', 'zero locks nobody', { [conf]: 'deny = 0\r\n' }, 'fail', { because: 'nothing locks' }),
    on(
      'rocky-8-tidy',
      'only the console: sshd goes through password-auth',
      { [remote]: edits(/^.*pam_faillock.*\n/gm, '') },
      'fail',
      { because: 'sshd: no lock module', trap: 'U-03(3)' },
    ),
    on(
      'rocky-9-tidy',
      'no preauth line: a locked account gets in with the right password',
      { [local]: edits(/^.*preauth.*\n/m, ''), [remote]: edits(/^.*preauth.*\n/m, '') },
      'fail',
      { because: 'preauth', trap: 'U-03(4)' },
    ),
    on(
      'ubuntu-22-04-tidy',
      'an argument on the line beats the file',
      {
        [commonAuth]: edits('preauth', 'preauth deny=50'),
        [conf]: 'deny = 5\n',
      },
      'fail',
      { because: 'deny=50', trap: 'U-03(2)' },
    ),
    on('debian-11-tidy', 'a commented module', { [commonAuth]: edits(/^(auth.*pam_faillock.*)$/gm, '# $1') }, 'fail'),
    on(
      'ubuntu-24-04-tidy',
      'an included file of the site holds the lines',
      {
        [commonAuth]: edits(/^auth\s+requisite\s+pam_faillock.so preauth\n/m, '@include site-lock\n'),
        '/etc/pam.d/site-lock': 'auth requisite pam_faillock.so preauth\n',
      },
      'pass',
    ),
    on(
      'rocky-9-tidy',
      'a conf of its own, named on the line',
      {
        [remote]: edits(/pam_faillock.so preauth/, 'pam_faillock.so preauth conf=/etc/lock.conf'),
        '/etc/lock.conf': 'deny = 30\n',
      },
      'fail',
      { because: '/etc/lock.conf:1' },
    ),
    on('amazon-linux-2-tidy', 'an image', {}, 'pass', { image: true }),
    on('debian-12-tidy', 'duplicates: the last key holds', { [conf]: adds('deny = 5\ndeny = 99\n') }, 'fail', {
      because: 'deny=99',
    }),
  ],
};
