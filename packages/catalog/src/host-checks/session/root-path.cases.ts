// Cases of session.root-path.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import {
  debianBashrc,
  debianProfile,
  debianRoot,
  rhelBashrc,
  rhelProfile,
  rhelRoot,
  rhelRootBashrc,
} from '../profile-files.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const defs = '/etc/login.defs';
const dropIn = '/etc/profile.d/path.sh';
const expected = "no '.' and no empty element before the end";
const people = { '/etc/passwd': 'root:x:0:0::/root:/bin/bash\n', '/etc/group': 'root:x:0:\n' };

function rhel(over: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return {
    ...people,
    '/etc/profile': rhelProfile(''),
    '/etc/bashrc': rhelBashrc,
    '/root/.bash_profile': rhelRoot,
    '/root/.bashrc': rhelRootBashrc,
    [defs]: 'UMASK 077\n',
    ...over,
  };
}

function debian(over: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return {
    ...people,
    '/etc/profile': debianProfile,
    '/etc/bash.bashrc': debianBashrc,
    '/root/.profile': debianRoot,
    [defs]: 'ENV_SUPATH PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n',
    ...over,
  };
}

function form(line: string, expect: HostCase['expect'], because?: string, trap?: string): HostCase {
  const files = debian({ '/root/.bashrc': `${line}\n` });
  return {
    name: `written as ${JSON.stringify(line)}`,
    host: ubuntu22,
    files,
    expect,
    ...(because === undefined ? {} : { because }),
    ...(trap === undefined ? {} : { trap }),
  };
}

export const rootPathCases: readonly HostCase[] = [
  { name: 'stock', host: al2023, files: rhel(), expect: 'pass' },
  { name: 'stock', host: debian12, files: debian(), expect: 'pass' },
  form('PATH=.:$PATH', 'fail', 'front'),
  form('PATH=":$PATH"', 'fail', 'front', 'U-05(2)'),
  form('export PATH="./:$PATH"', 'fail', 'front'),
  form('PATH=/opt/bin::$PATH', 'fail', 'middle', 'U-05(2)'),
  form('PATH=/opt/bin:.:$PATH', 'fail', 'middle'),
  form('PATH=$PATH:.; PATH=$PATH:/opt/bin', 'fail', 'middle'),
  form('PATH=', 'fail', 'front'),
  form('PATH=$PATH:.', 'pass', 'warning', 'U-05(3)'),
  form('PATH="$PATH:"', 'pass', 'warning'),
  form('PATH=$PATH:.\r', 'pass', 'warning'),
  form("export PATH=${PATH}:'.'", 'pass', 'warning'),
  form('PATH+=:.', 'pass', 'warning'),
  form('PATH=/opt/app.d/.bin:$PATH', 'pass', 'does not hold', 'U-05(4)'),
  form('#PATH=.:$PATH', 'pass', 'does not hold'),
  form('MANPATH=.:$MANPATH', 'pass', 'does not hold'),
  form('PATH=.:$PATH make', 'pass', 'does not hold'),
  form('[ -d /x ] && PATH=.:$PATH', 'fail', 'front'),
  form('PATH="$PATH${EXTRA:+:$EXTRA}"', 'pass', 'does not hold'),
  {
    name: 'pathmunge puts it in front',
    host: al2,
    files: rhel({ [dropIn]: 'pathmunge .\n' }),
    expect: 'fail',
    because: 'front',
  },
  {
    name: 'pathmunge after, and root adds more',
    host: al2,
    files: rhel({ [dropIn]: 'pathmunge . after\n' }),
    expect: 'fail',
    because: 'middle',
  },
  {
    name: 'profile.d comes after what profile sets',
    host: debian12,
    files: debian({ [dropIn]: 'PATH=.:$PATH\n' }),
    expect: 'fail',
    because: dropIn,
  },
  {
    name: 'a later line heals it',
    host: debian12,
    files: debian({ [dropIn]: 'PATH=.:$PATH\n', '/root/.bashrc': 'PATH=/usr/sbin:/usr/bin\n' }),
    expect: 'pass',
  },
  {
    name: 'for ordinary users only',
    host: debian12,
    files: debian({ [dropIn]: 'if [ "$(id -u)" -ne 0 ]; then PATH=.:$PATH; fi\n' }),
    expect: 'pass',
  },
  {
    name: 'login.defs',
    host: debian12,
    files: debian({ [defs]: 'ENV_SUPATH PATH=.:/sbin:/bin\n' }),
    expect: 'fail',
    because: '/etc/login.defs:1',
  },
  {
    name: 'login.defs, commented',
    host: debian12,
    files: debian({ [defs]: '#ENV_SUPATH PATH=.:/sbin:/bin\n' }),
    expect: 'pass',
  },
  {
    name: 'login.defs, the last of two',
    host: debian12,
    files: debian({ [defs]: 'ENV_SUPATH PATH=.:/bin\nENV_SUPATH PATH=/sbin:/bin\n' }),
    expect: 'pass',
  },
  {
    name: '/etc/environment',
    host: ubuntu22,
    files: debian({ '/etc/environment': 'PATH="/usr/bin::/bin"\n' }),
    expect: 'fail',
    because: '/etc/environment:1',
  },
  {
    name: 'csh of root',
    host: rocky9,
    files: rhel({ '/root/.cshrc': 'set path = ( . $path )\n' }),
    expect: 'fail',
    because: '/root/.cshrc:1',
  },
  {
    name: 'csh of root, at the end',
    host: rocky9,
    files: rhel({ '/root/.cshrc': 'setenv PATH ${PATH}:.\n' }),
    expect: 'pass',
    because: 'warning',
  },
  {
    name: 'the shell itself says it is clean',
    host: rocky9,
    files: rhel(),
    commands: { 'root-login': { stdout: 'TMOUT unset\nPATH /usr/sbin:/usr/bin:/root/bin\n' } },
    expect: 'pass',
    because: 'bash -lic',
  },
  {
    name: 'the shell itself says it is not',
    host: rocky9,
    files: rhel(),
    commands: { 'root-login': { stdout: 'TMOUT unset\nPATH .:/usr/sbin:/usr/bin\n' } },
    expect: 'fail',
    because: 'bash -lic',
    trap: 'U-05(1)',
  },
  {
    name: 'a shell that did not answer is parsed',
    host: rocky9,
    files: rhel({ '/root/.bashrc': 'PATH=.:$PATH\n' }),
    commands: { 'root-login': { exitCode: 0, stdout: '' } },
    expect: 'fail',
    because: '/root/.bash',
    trap: 'U-05(5)',
  },
  {
    name: 'a link to a good file',
    host: rocky9,
    files: rhel({ '/root/.bashrc': { text: rhelRootBashrc, linkTarget: '/srv/dot/bashrc' } }),
    expect: 'pass',
  },
  {
    name: 'a folder by the name of a file',
    host: debian12,
    files: debian({ '/root/.bashrc': { type: 'dir' } }),
    expect: 'pass',
  },
  {
    name: "an ordinary user cannot read root's files",
    host: rocky9,
    files: rhel({ '/root/.bash_profile': 'unreadable' }),
    expect: 'unknown',
  },
  {
    name: 'an image is parsed',
    host: image(debian12),
    files: debian({ '/root/.bashrc': 'PATH=.:$PATH\n' }),
    expect: 'fail',
  },
  {
    name: 'a policy that wants no dot at the end either',
    host: ubuntu22,
    files: debian({ '/root/.bashrc': 'PATH=$PATH:.\n' }),
    parameters: { endAllowed: false },
    expect: 'fail',
    because: 'at the end',
  },
  {
    name: 'root with zsh, which reads other files',
    host: debian12,
    files: debian({ '/etc/passwd': 'root:x:0:0::/root:/bin/zsh\n' }),
    expect: 'manual',
    because: '/bin/zsh',
  },
  {
    name: 'zsh of somebody else is no matter of root’s PATH',
    host: debian12,
    files: debian({ '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:/bin/zsh\n' }),
    expect: 'pass',
  },
  ...['/etc/csh.cshrc', '/etc/csh.login', '/root/.cshrc', '/root/.tcshrc', '/root/.login'].map(
    (path): HostCase => ({
      name: `${path} of csh`,
      host: al2,
      files: rhel({ [path]: 'set path = ( . /bin )\n' }),
      expect: 'fail',
      because: `${path}:1`,
    }),
  ),
  {
    name: 'csh sets something else to a dot',
    host: al2,
    files: rhel({ '/root/.cshrc': 'set prompt = ( . )\nset path = ( /bin )\n' }),
    expect: 'pass',
    because: '/root/.cshrc:2',
  },
  {
    name: 'the environment has a dot, login.defs has none',
    host: debian12,
    files: { ...people, [defs]: 'ENV_SUPATH PATH=/bin\n', '/etc/environment': 'PATH=".:/usr/bin"\n' },
    expect: 'fail',
    because: '/etc/environment:1',
  },
  {
    name: 'nothing sets it',
    host: debian12,
    files: { ...people, [defs]: '' },
    expect: 'pass',
    because: 'login.defs(5), built in',
  },
  {
    name: 'login.defs, the environment and the shell’s files: every proof',
    host: ubuntu22,
    files: debian({ '/etc/environment': 'PATH=/usr/bin\n', '/root/.profile': 'PATH=$PATH:/opt/bin\n' }),
    expect: 'pass',
    because: wholeEvidence(
      [`${defs}:1`, 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', expected],
      ['/etc/environment:1', 'PATH=/usr/bin', expected],
      ['/root/.profile:1', 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/bin', expected],
    ),
  },
  {
    name: 'login.defs holds where no file of a shell says more',
    host: image(debian12),
    files: { ...people, [defs]: 'ENV_SUPATH PATH=/sbin:/bin\n', '/etc/profile': 'umask 022\n' },
    expect: 'pass',
    because: wholeEvidence([`${defs}:1`, 'PATH=/sbin:/bin', expected], [`${defs}:1`, 'PATH=/sbin:/bin', expected]),
  },
  {
    name: 'nothing is said anywhere',
    host: image(debian12),
    files: { ...people, [defs]: 'absent', '/etc/profile': 'umask 022\n' },
    expect: 'pass',
    because: wholeEvidence(['login.defs(5), built in', 'PATH=/sbin:/bin:/usr/sbin:/usr/bin', expected]),
  },
  {
    name: "root's own shell, and the file that leads there",
    host: rocky9,
    files: rhel({ [dropIn]: '[ -d /opt/x ] && PATH=.:$PATH\n', '/root/.bash_profile': 'umask 022\n' }),
    commands: { 'root-login': { stdout: 'TMOUT unset\nPATH .:/bin\n' } },
    expect: 'fail',
    because: wholeEvidence([`bash -lic (root), ${dropIn}:1`, 'PATH=.:/bin', expected]),
  },
  {
    name: "root's own shell says what no file does",
    host: rocky9,
    files: rhel(),
    commands: { 'root-login': { stdout: 'TMOUT unset\nPATH /bin::/usr/bin\n' } },
    expect: 'fail',
    because: wholeEvidence(['bash -lic (root)', 'PATH=/bin::/usr/bin', expected]),
  },
  {
    name: 'csh: of all that is set, the path',
    host: al2023,
    files: { ...rhel({ '/etc/csh.cshrc': 'set autologout = 10\numask 022\nset path = (/bin .)\nunset autologout\n' }) },
    commands: { 'root-login': { stdout: 'TMOUT unset\nPATH /bin\n' } },
    expect: 'pass',
    because: wholeEvidence(
      ['bash -lic (root), /root/.bash_profile:5', 'PATH=/bin', expected],
      ['/etc/csh.cshrc:3', 'PATH=/bin:.', expected],
    ),
  },
];
