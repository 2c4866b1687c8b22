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
import { wholeEvidence } from '../whole-evidence.ts';

const defs = '/etc/login.defs';
const dropIn = '/etc/profile.d/umask.sh';
const session = '/etc/pam.d/common-session';

const people = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:/bin/bash\n',
  '/etc/group': 'root:x:0:\nkim:x:1000:\nusers:x:100:kim\n',
};

function rhel(piece: string, over: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return {
    ...rhelPam(rhelStock),
    ...people,
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
    ...people,
    '/etc/profile': debianProfile,
    '/etc/bash.bashrc': debianBashrc,
    '/root/.profile': debianRoot,
    [defs]: 'UMASK\t\t022\nUSERGROUPS_ENAB yes\n',
    ...over,
  };
}

function form(text: string, expect: HostCase['expect'], because?: string, trap?: string): HostCase {
  const files = rhel('', { [dropIn]: `${text}\n` });
  return {
    name: `written as ${JSON.stringify(text)}`,
    host: rocky9,
    files,
    expect,
    ...(because === undefined ? {} : { because }),
    ...(trap === undefined ? {} : { trap }),
  };
}

const all022 = '(umask & 0022) == 0022';
const masked = 'session optional pam_umask.so\n';

export const umaskCases: readonly HostCase[] = [
  {
    name: 'stock: 002 for users with a group of their own',
    host: al2,
    files: rhel(rhel8Umask),
    expect: 'fail',
    because: '0002 for users with a group of their own',
    trap: 'U-56(3)',
  },
  {
    name: 'stock: the same, though root has 022',
    host: rocky8,
    files: rhel(rhel8Umask),
    expect: 'fail',
    because: 'root: umask 0022',
    trap: 'U-56(2)',
  },
  { name: 'stock without the conditional', host: rocky9, files: rhel(''), expect: 'pass' },
  {
    name: 'stock: pam_umask relaxes for users with a group of their own',
    host: ubuntu22,
    files: debian({ [session]: masked }),
    expect: 'fail',
    because: 'USERGROUPS_ENAB',
    trap: 'U-56(4)',
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
  form('umask 0022', 'pass', undefined, 'U-56(5)'),
  form('umask 027', 'pass'),
  form('umask 0077', 'pass'),
  form('umask "022"', 'pass', undefined, 'U-56(5)'),
  form('umask u=rwx,g=rx,o=rx', 'pass', undefined, 'U-56(5)'),
  form('umask -S u=rwx,g=rx,o=', 'pass'),
  form('umask g-w,o-w', 'pass'),
  form('umask 022\r', 'pass'),
  form('umask 022 # not 002', 'pass'),
  form('umask', 'pass'),
  form('#umask 000', 'pass'),
  form('umask 002\numask 022', 'pass'),
  form('umask 022\numask 002', 'fail', '0002'),
  form('umask 030', 'fail', '0030', 'U-56(1)'),
  form('umask 040', 'fail', '0040', 'U-56(1)'),
  form('umask 100', 'fail', '0100', 'U-56(1)'),
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
  {
    name: 'a stricter mask may be asked for',
    host: rocky9,
    files: rhel('umask 022\n'),
    parameters: { mask: 0o027 },
    expect: 'fail',
    because: 'weaker than 027',
  },
  {
    name: 'stock is accepted where the profile knows the distribution, from bashrc',
    host: al2,
    files: rhel(rhel8Umask),
    profile: 'distro-aware',
    expect: 'pass',
    because: 'accepted as the default of the distribution',
  },
  {
    name: 'stock is accepted where the profile knows the distribution, from pam_umask',
    host: ubuntu22,
    files: debian({ [session]: masked }),
    profile: 'distro-aware',
    expect: 'pass',
    because: 'users of a shared group: umask 0022',
  },
  {
    name: 'stock is accepted for csh too, where a condition leads there',
    host: rocky8,
    files: rhel(rhel8Umask, {
      '/etc/csh.cshrc': 'if ($uid > 199) then\n    umask 002\nelse\n    umask 022\nendif\n',
    }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'the profile accepts nothing where it is not the default: on Debian somebody has set it',
    host: debian12,
    files: debian({ [session]: masked }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: '002 for everybody is no default of a distribution',
    host: rocky9,
    files: rhel('', { [dropIn]: 'umask 002\n' }),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'users of a shared group',
  },
  {
    name: 'somebody else in the group of a user: it is not private',
    host: ubuntu22,
    files: debian({
      [session]: masked,
      '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:/bin/bash\n',
      '/etc/group': 'root:x:0:\nkim:x:1000:lee\n',
    }),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'kim holds lee too',
  },
  {
    name: 'a primary group of another account: it is not private',
    host: al2023,
    files: rhel(rhel8Umask, {
      '/etc/passwd':
        'root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:/bin/bash\nweb:x:990:1000::/:/sbin/nologin\n',
    }),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'kim holds web too',
  },
  {
    name: 'a mask that lets others write is accepted nowhere',
    host: rocky8,
    files: rhel('umask 000\n'),
    profile: 'distro-aware',
    expect: 'fail',
    because: '0000',
  },
  {
    name: 'an account with zsh reads other files',
    host: debian12,
    files: {
      ...debian(),
      '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:/usr/bin/zsh\n',
      '/etc/group': 'root:x:0:\n',
    },
    expect: 'manual',
    because: 'kim',
  },
  ...(
    [
      ['/etc/csh.login', 'umask 002\n', 'fail', 'umask 0002 for csh (/etc/csh.login:1)'],
      ['/etc/csh.cshrc', 'umask 022\n', 'pass', '0022'],
      ['/etc/csh.cshrc', 'umask $mask\n', 'fail', 'not readable for csh (/etc/csh.cshrc:1)'],
      ['/etc/csh.cshrc', 'umask 002\numask 027\n', 'pass', '0027'],
      ['/etc/csh.cshrc', 'umask 027\nif ($x) umask 002\n', 'fail', 'umask 0002 for csh (/etc/csh.cshrc:2)'],
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
  ...['sshd', 'login', 'common-session', 'system-auth', 'postlogin'].map(
    (service): HostCase => ({
      name: `pam_umask in ${service} alone`,
      host: rocky9,
      files: {
        ...rhel(''),
        ...Object.fromEntries(Object.keys(rhelPam('')).map((path) => [path, 'absent' as const])),
        [`/etc/pam.d/${service}`]: 'session optional pam_umask.so umask=0002 nousergroups\n',
      },
      expect: 'fail',
      because: `umask 0002 for root (/etc/pam.d/${service}:1)`,
    }),
  ),
  {
    name: 'the letter follows an ordinary user and root: every proof',
    host: debian12,
    files: debian(),
    expect: 'pass',
    because: `"the umask has every bit of 022",${wholeEvidence(
      [`${defs}:1`, 'users with a group of their own: umask 0022', all022],
      [`${defs}:1`, 'root: umask 0022', all022],
    )}`,
  },
  ...(
    [
      [
        'pam_umask.so usergroups',
        'UMASK 022\n',
        `umask 0002 for users with a group of their own (${defs}:1, usergroups)`,
      ],
      [
        'pam_umask.so',
        'UMASK 022\nUSERGROUPS_ENAB yes\n',
        `umask 0002 for users with a group of their own (${defs}:1, ${defs}:2 USERGROUPS_ENAB)`,
      ],
      [
        'pam_umask.so umask=022 usergroups',
        'UMASK 077\nUSERGROUPS_ENAB no\n',
        `umask 0002 for users with a group of their own (${session}:1, usergroups)`,
      ],
      ['pam_umask.so', 'ENCRYPT_METHOD SHA512\n', `unset or not readable for root (${session}:1)`],
      [
        'pam_umask.so umask=weak usergroups',
        '',
        `umask unset or not readable for users with a group of their own (${session}:1)`,
      ],
      ['pam_umask.so umask=weak', 'UMASK 022\n', `unset or not readable for root (${session}:1)`],
    ] as const
  ).map(
    ([module, text, because]): HostCase => ({
      name: `${module} beside ${text}`,
      host: ubuntu22,
      files: debian({ [session]: `session optional ${module}\n`, [defs]: text }),
      expect: 'fail',
      because,
    }),
  ),
  ...(
    [
      ['pam_umask.so', 'UMASK 000\n'],
      ['pam_umask.so umask=weak usergroups', 'UMASK 022\n'],
      ['pam_umask.so usergroups', 'UMASK 022\n'],
    ] as const
  ).map(
    ([module, text]): HostCase => ({
      name: `profile.d mends ${module} beside ${text}`,
      host: ubuntu22,
      files: debian({ [session]: `session optional ${module}\n`, [defs]: text, [dropIn]: 'umask 022\n' }),
      expect: 'pass',
    }),
  ),
  {
    name: 'groups that make no private group one of several',
    host: ubuntu22,
    files: debian({
      [session]: masked,
      '/etc/passwd': `root:x:0:0::/root:/bin/bash
kim:x:1000:1000::/home/kim:/bin/bash
lee:x:1001:100::/home/lee:/bin/bash
www-data:x:33:33::/var/www:/usr/sbin/nologin
toor:x:0:1002::/root:/bin/sh
`,
      '/etc/group':
        'root:x:0:lee\nkim:x:1000:kim\nusers:x:100:han\nlee:x:1005:kim\nwww-data:x:33:kim\ntoor:x:1002:kim\n',
    }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'csh: of all that is set, the mask',
    host: rocky9,
    files: rhel('', { '/etc/csh.cshrc': 'set autologout = 10\numask 027\nset path = (/bin)\n' }),
    expect: 'pass',
    because: '/etc/csh.cshrc:2","found":"csh: umask 0027","expected":"(umask & 0022) == 0022"}]',
  },
];
