// Cases of account.su-restriction-2021: where it differs from 2026, and once each outcome; the stacks themselves are the cases of account.su-restriction.
import type { HostCase } from '@bongsu/core';
import { debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { debianAuth, debianPam, debianPassword, rhelPam, rhelStock } from '../pam-files.ts';

const binary = '/usr/bin/su';
const rootAlone = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/bash\ndaemon:x:1:1::/:/usr/sbin/nologin\n',
  '/etc/group': 'root:x:0:\n',
  [binary]: { mode: '4755' },
};
const debian = { ...debianPam(debianAuth, debianPassword), ...rootAlone };
const rhel = { ...rhelPam(rhelStock), ...rootAlone };
const stack = (line: string): string =>
  `auth sufficient pam_rootok.so\n${line}\nauth include system-auth\naccount include system-auth\n`;

export const suRestriction2021Cases: readonly HostCase[] = [
  {
    name: 'only root can log in: 2021 makes no exception',
    host: debian12,
    files: {
      ...debian,
      '/etc/pam.d/su': 'auth sufficient pam_rootok.so\n@include common-auth\n@include common-account\n',
    },
    expect: 'fail',
    because: 'no pam_wheel line',
    trap: 'U-45(5)',
  },
  {
    name: 'only root can log in, and the group is empty',
    host: ubuntu22,
    files: {
      ...debian,
      '/etc/pam.d/su':
        'auth sufficient pam_rootok.so\nauth required pam_wheel.so\n@include common-auth\n@include common-account\n',
    },
    expect: 'pass',
    trap: 'U-45(4)',
  },
  {
    name: 'the sample line in a comment',
    host: rocky9,
    files: { ...rhel, '/etc/pam.d/su': stack('#auth required pam_wheel.so use_uid') },
    expect: 'fail',
    trap: 'U-45(1)',
  },
  {
    name: 'an image',
    host: image(rocky9),
    files: { ...rhel, '/etc/pam.d/su': stack('auth required pam_wheel.so use_uid') },
    expect: 'pass',
  },
  { name: 'no su', host: rocky9, files: { ...rhel, [binary]: 'absent' }, expect: 'notApplicable' },
  {
    name: 'a stack that cannot be read',
    host: rocky9,
    files: { ...rhel, '/etc/pam.d/su': 'unreadable' },
    expect: 'unknown',
  },
];
