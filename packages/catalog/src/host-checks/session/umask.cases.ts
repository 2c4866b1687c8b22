// Cases of session.umask.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { debianAuth, debianPam, debianPassword, rhelPam, rhelStock } from '../pam-files.ts';
import {
  debianBashrc,
  debianProfile,
  debianRoot,
  rhel8Umask,
  rhelBashrc,
  rhelProfile,
  rhelRoot,
  rhelRootBashrc,
} from '../profile-files.ts';

const defs = '/etc/login.defs';
const dropIn = '/etc/profile.d/umask.sh';
const session = '/etc/pam.d/common-session';

function rhel(piece: string, over: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return {
    ...rhelPam(rhelStock),
    '/etc/profile': rhelProfile(piece),
    '/etc/bashrc': rhelBashrc,
    '/root/.bash_profile': rhelRoot,
    '/root/.bashrc': rhelRootBashrc,
    [defs]: 'UMASK 022\nUSERGROUPS_ENAB yes\n',
    ...over,
  };
}

function debian(over: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return {
    ...debianPam(debianAuth, debianPassword),
    '/etc/profile': debianProfile,
    '/etc/bash.bashrc': debianBashrc,
    '/root/.profile': debianRoot,
    [defs]: 'UMASK\t\t022\nUSERGROUPS_ENAB yes\n',
    ...over,
  };
}

function form(text: string, expect: HostCase['expect'], because?: string): HostCase {
  const files = rhel('', { [dropIn]: `${text}\n` });
  return {
    name: `written as ${JSON.stringify(text)}`,
    host: rocky9,
    files,
    expect,
    ...(because === undefined ? {} : { because }),
  };
}

const masked = 'session optional pam_umask.so\n';

export const umaskCases: readonly HostCase[] = [
  {
    name: 'stock: 002 for users with a group of their own',
    host: al2,
    files: rhel(rhel8Umask),
    expect: 'fail',
    because: '0002 for users with a group of their own',
  },
  {
    name: 'stock: the same, though root has 022',
    host: rocky8,
    files: rhel(rhel8Umask),
    expect: 'fail',
    because: 'root: umask 0022',
  },
  { name: 'stock without the conditional', host: rocky9, files: rhel(''), expect: 'pass' },
  {
    name: 'stock: pam_umask relaxes for users with a group of their own',
    host: ubuntu22,
    files: debian({ [session]: masked }),
    expect: 'fail',
    because: 'USERGROUPS_ENAB',
  },
  { name: 'stock: no pam_umask', host: debian12, files: debian(), expect: 'pass' },
  {
    name: 'pam_umask without groups of users',
    host: ubuntu22,
    files: debian({ [session]: masked, [defs]: 'UMASK 027\nUSERGROUPS_ENAB no\n' }),
    expect: 'pass',
    because: '0027',
  },
  {
    name: 'pam_umask nousergroups',
    host: ubuntu22,
    files: debian({ [session]: 'session optional pam_umask.so nousergroups\n' }),
    expect: 'pass',
  },
  {
    name: 'pam_umask with an argument',
    host: ubuntu22,
    files: debian({ [session]: 'session optional pam_umask.so umask=0002 nousergroups\n' }),
    expect: 'fail',
    because: '0002',
  },
  {
    name: 'a commented pam_umask',
    host: ubuntu22,
    files: debian({ [session]: `#${masked}session required pam_unix.so\n` }),
    expect: 'pass',
  },
  {
    name: 'profile.d mends what PAM relaxed',
    host: ubuntu22,
    files: debian({ [session]: masked, [dropIn]: 'umask 022\n' }),
    expect: 'pass',
  },
  form('umask 022', 'pass'),
  form('umask 0022', 'pass'),
  form('umask 027', 'pass'),
  form('umask 0077', 'pass'),
  form('umask "022"', 'pass'),
  form('umask u=rwx,g=rx,o=rx', 'pass'),
  form('umask -S u=rwx,g=rx,o=', 'pass'),
  form('umask g-w,o-w', 'pass'),
  form('umask 022\r', 'pass'),
  form('umask 022 # not 002', 'pass'),
  form('umask', 'pass'),
  form('#umask 000', 'pass'),
  form('umask 002\numask 022', 'pass'),
  form('umask 022\numask 002', 'fail', '0002'),
  form('umask 030', 'fail', '0030'),
  form('umask 040', 'fail', '0040'),
  form('umask 100', 'fail', '0100'),
  form('umask 0', 'fail', '0000'),
  form('umask 020', 'fail', '0020'),
  form('umask u=rwx,g=rwx,o=rx', 'fail', '0002'),
  form('umask $MASK', 'fail', 'not readable'),
  form('umask abc', 'fail', 'not readable'),
  form('[ -n "$PROJECT" ] && umask 002', 'fail', '0002'),
  {
    name: 'the weaker branch for ordinary users only',
    host: rocky9,
    files: rhel('if [ $UID -ge 1000 ]; then umask 002; fi\n'),
    expect: 'fail',
    because: 'for users',
  },
  {
    name: 'a shell without login may do what it likes',
    host: al2023,
    files: rhel('umask 027\n'),
    expect: 'pass',
    because: '0027',
  },
  {
    name: 'bashrc after profile',
    host: rocky9,
    files: rhel('umask 022\n', { '/etc/bashrc': `${rhelBashrc}umask 000\n` }),
    expect: 'fail',
    because: '/etc/bashrc',
  },
  {
    name: 'root undoes it',
    host: debian12,
    files: debian({ '/root/.bashrc': 'umask 000\n' }),
    expect: 'fail',
    because: '0000 for root',
  },
  {
    name: 'nothing sets a mask',
    host: debian12,
    files: debian({ [defs]: '#UMASK 022\n' }),
    expect: 'fail',
    because: 'no file sets it',
  },
  {
    name: 'login.defs, the last of two',
    host: debian12,
    files: debian({ [defs]: 'UMASK 022\nUMASK 002\n' }),
    expect: 'fail',
    because: '/etc/login.defs:2',
  },
  { name: 'login.defs without a value', host: debian12, files: debian({ [defs]: 'UMASK\n' }), expect: 'fail' },
  {
    name: 'no login.defs, but profile',
    host: debian12,
    files: debian({ [defs]: 'absent', '/etc/profile': `${debianProfile}umask 022\n` }),
    expect: 'pass',
  },
  {
    name: 'csh',
    host: rocky9,
    files: rhel('', { '/etc/csh.cshrc': 'if ($uid > 199) then\n    umask 002\nelse\n    umask 022\nendif\n' }),
    expect: 'fail',
    because: '/etc/csh.cshrc:2',
  },
  {
    name: 'a link to a good file',
    host: rocky9,
    files: rhel('', { [dropIn]: { text: 'umask 027\n', linkTarget: '/opt/umask' } }),
    expect: 'pass',
  },
  {
    name: 'a folder by the name of a file',
    host: rocky9,
    files: rhel('', { [dropIn]: { type: 'dir' } }),
    expect: 'pass',
  },
  {
    name: 'login.defs that cannot be read',
    host: rocky9,
    files: rhel('', { [defs]: 'unreadable' }),
    expect: 'unknown',
  },
  { name: 'an image is parsed', host: image(rocky8), files: rhel(rhel8Umask), expect: 'fail' },
  ...(
    [
      ['/etc/csh.login', 'umask 002\n', 'fail', 'umask 002 for csh (/etc/csh.login:1)'],
      ['/etc/csh.cshrc', 'umask 022\n', 'pass', 'csh: umask 022'],
      ['/etc/csh.cshrc', 'umask $mask\n', 'fail', 'umask $mask for csh'],
      ['/etc/csh.cshrc', 'umask 002\numask 027\n', 'pass', 'csh: umask 027'],
      ['/etc/csh.cshrc', 'umask 027\nif ($x) umask 002\n', 'fail', 'umask 002 for csh (/etc/csh.cshrc:2)'],
      ['/etc/csh.cshrc', 'set prompt = 002\n', 'pass', ''],
    ] as const
  ).map(
    ([path, text, expect, because]): HostCase => ({
      name: `${path}: ${text}`,
      host: rocky9,
      files: rhel('', { [dropIn]: 'umask 022\n', [path]: text }),
      expect,
      because,
    }),
  ),
];
