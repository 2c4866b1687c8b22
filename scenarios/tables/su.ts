// Scenarios of the units for su, by both editions.
import type { ScenarioTable } from '../scenario.ts';
import { becomes, edits, on } from '../scenario.ts';

const su = '/etc/pam.d/su';
const passwd = '/etc/passwd';
const binary = '/usr/bin/su';
const wheelLine = /^#(auth\s+required\s+pam_wheel.so use_uid)$/m;
const nobodyElse = edits(/^(rocky|ubuntu|admin|ec2-user):(.*):\/bin\/bash$/m, '$1:$2:/usr/sbin/nologin');

export const suScenarios: ScenarioTable = {
  'account.su-restriction': [
    on('rocky-9-tidy', 'pam_wheel required', {}, 'pass', { because: 'group wheel' }),
    on('ubuntu-22-04-tidy', 'a group of its own, with nobody in it', {}, 'pass', { because: 'empty', trap: 'U-45(4)' }),
    on('rhel-9-stock', 'stock: the sample lines are comments', {}, 'fail', { trap: 'U-45(1)' }),
    on('debian-12-stock', 'stock', {}, 'fail', { trap: 'U-45(1)' }),
    on(
      'alma-9-stock',
      'the sample line that trusts wheel keeps nobody out',
      {
        [su]: edits(/^#(auth\s+sufficient\s+pam_wheel.so trust use_uid)$/m, '$1'),
      },
      'fail',
      { trap: 'U-45(2)' },
    ),
    on('rocky-8-stock', 'the line uncommented', { [su]: edits(wheelLine, '$1') }, 'pass'),
    on(
      'amazon-linux-2-stock',
      'the line stands after a sufficient one',
      {
        [su]: edits(wheelLine, 'auth sufficient pam_unix.so\n$1'),
      },
      'fail',
      { trap: 'U-45(3)' },
    ),
    on('ubuntu-24-04-stock', 'su for root and one group', { [binary]: becomes({ mode: '4750', gid: 27 }) }, 'pass', {
      because: '4750',
    }),
    on(
      'debian-11-stock',
      'a setuid su for others, with a group',
      { [binary]: becomes({ mode: '4751', gid: 27 }) },
      'fail',
    ),
    on(
      'debian-12-stock',
      'only root can log in: this edition asks nothing',
      { [passwd]: nobodyElse },
      'notApplicable',
      {
        trap: 'U-45(5)',
      },
    ),
    on('amazon-linux-2023-stock', 'no su on a minimal image', { [binary]: null }, 'notApplicable'),
    on(
      'rocky-9-tidy',
      'su-l has a stack without the line',
      {
        '/etc/pam.d/su-l': 'auth include system-auth\naccount include system-auth\n',
      },
      'fail',
      { because: 'su-l' },
    ),
  ],
  'account.su-restriction-2021': [
    on('rocky-8-tidy', 'pam_wheel required', {}, 'pass'),
    on('ubuntu-20-04-stock', 'stock', {}, 'fail'),
    on('debian-12-stock', 'only root can log in: this edition asks all the same', { [passwd]: nobodyElse }, 'fail', {
      trap: 'U-45(5)',
    }),
    on('rhel-8-stock', 'carriage returns', { [su]: edits(wheelLine, '$1\r') }, 'pass'),
    on(
      'alma-8-stock',
      'optional keeps nobody out',
      { [su]: edits(wheelLine, 'auth optional pam_wheel.so use_uid') },
      'fail',
    ),
  ],
};
