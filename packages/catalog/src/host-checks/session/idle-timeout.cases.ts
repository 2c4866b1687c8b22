// Cases of session.idle-timeout.
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

const dropIn = '/etc/profile.d/tmout.sh';
const tenMinutes = 'TMOUT from 1 to 600';
const people = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nec2-user:x:1000:1000::/home/ec2-user:/bin/bash\n',
  '/etc/group': 'root:x:0:\nec2-user:x:1000:\n',
};

function rhel(over: Readonly<Record<string, CaseFile>> = {}, piece = ''): Record<string, CaseFile> {
  return {
    '/etc/profile': rhelProfile(piece),
    '/etc/bashrc': rhelBashrc,
    '/root/.bash_profile': rhelRoot,
    '/root/.bashrc': rhelRootBashrc,
    ...people,
    ...over,
  };
}

function debian(over: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return {
    '/etc/profile': debianProfile,
    '/etc/bash.bashrc': debianBashrc,
    '/root/.profile': debianRoot,
    ...people,
    ...over,
  };
}

function form(text: string, expect: HostCase['expect'], because?: string, trap?: string): HostCase {
  const name = `written as ${JSON.stringify(text)}`;
  return {
    name,
    host: al2023,
    files: rhel({ [dropIn]: `${text}\n` }),
    expect,
    ...(because === undefined ? {} : { because }),
    ...(trap === undefined ? {} : { trap }),
  };
}

export const idleTimeoutCases: readonly HostCase[] = [
  { name: 'stock', host: al2, files: rhel(), expect: 'fail', because: 'TMOUT unset' },
  { name: 'stock', host: ubuntu22, files: debian(), expect: 'fail', because: 'TMOUT unset' },
  {
    name: 'a drop-in',
    host: rocky9,
    files: rhel({ [dropIn]: 'TMOUT=600\nreadonly TMOUT\nexport TMOUT\n' }),
    expect: 'pass',
  },
  { name: 'a drop-in', host: debian12, files: debian({ [dropIn]: 'TMOUT=300\n' }), expect: 'pass' },
  form('TMOUT=600', 'pass'),
  form('export TMOUT=600', 'pass'),
  form('readonly TMOUT=600', 'pass', undefined, 'U-54(3)'),
  form('declare -xr TMOUT=600', 'pass', undefined, 'U-54(3)'),
  form('typeset -rx TMOUT="600"', 'pass', undefined, 'U-54(3)'),
  form("TMOUT='600'; export TMOUT", 'pass'),
  form('export TMOUT=$((10*60))', 'pass'),
  form('TMOUT=${TMOUT:-600}', 'pass'),
  form('[ -z "$TMOUT" ] && export TMOUT=600', 'pass'),
  form('[[ $- == *i* ]] && TMOUT=600', 'pass'),
  form('case $- in *i*) TMOUT=600 ;; esac', 'pass'),
  form('\tTMOUT=600 # ten minutes', 'pass'),
  form('TMOUT=600\r', 'pass'),
  form('TMOUT=0', 'fail', 'TMOUT=0', 'U-54(1)'),
  form('TMOUT=601', 'fail', 'TMOUT=601'),
  form('TMOUT=', 'fail'),
  form('TMOUT=600s', 'fail'),
  form('TMOUT=-1', 'fail'),
  form('TMOUT=$MINUTES', 'fail'),
  form('#TMOUT=600', 'fail', 'unset'),
  form('  # export TMOUT=600', 'fail', 'unset', 'U-54(3)'),
  form('echo TMOUT=600', 'fail', 'unset'),
  form('MYTMOUT=600', 'fail', 'unset'),
  form('TMOUT=600 true', 'fail', 'unset'),
  form('(TMOUT=600)', 'fail', 'unset'),
  form('set_it() { TMOUT=600; }', 'fail', 'unset'),
  form('cat > /tmp/x <<EOF\nTMOUT=600\nEOF', 'fail', 'unset'),
  form('TMOUT=600\nunset TMOUT', 'fail', 'unset'),
  form('[ "$SSH_TTY" ] && TMOUT=600', 'fail', 'unset'),
  {
    name: 'the last executed wins',
    host: rocky9,
    files: rhel({ '/etc/profile.d/a.sh': 'TMOUT=600\n', '/etc/profile.d/z.sh': 'TMOUT=3600\n' }),
    expect: 'fail',
    because: '/etc/profile.d/z.sh:1',
    trap: 'U-54(2)',
  },
  {
    name: 'ASCII order: capitals first',
    host: rocky9,
    files: rhel({ '/etc/profile.d/a.sh': 'TMOUT=600\n', '/etc/profile.d/Z.sh': 'TMOUT=3600\n' }),
    expect: 'pass',
  },
  {
    name: 'unless it was read-only',
    host: rocky9,
    files: rhel({ '/etc/profile.d/a.sh': 'readonly TMOUT=600\n', '/etc/profile.d/z.sh': 'TMOUT=3600\n' }),
    expect: 'pass',
    trap: 'U-54(2)',
  },
  {
    name: 'bashrc runs after profile.d',
    host: rocky9,
    files: rhel({ [dropIn]: 'TMOUT=600\n', '/etc/bashrc': `${rhelBashrc}TMOUT=0\n` }),
    expect: 'fail',
    because: '/etc/bashrc',
  },
  {
    name: 'what follows the loop in profile wins',
    host: debian12,
    files: debian({ [dropIn]: 'TMOUT=600\n', '/etc/profile': `${debianProfile}TMOUT=1800\n` }),
    expect: 'fail',
    because: 'TMOUT=1800',
  },
  {
    name: 'what stands before the loop loses',
    host: rocky9,
    files: rhel({ [dropIn]: 'TMOUT=300\n' }, 'TMOUT=0\n'),
    expect: 'pass',
  },
  {
    name: 'a file that is no .sh is not sourced',
    host: debian12,
    files: debian({ '/etc/profile.d/tmout.conf': 'TMOUT=600\n' }),
    expect: 'fail',
    because: 'unset',
  },
  {
    name: 'bash.bashrc through profile',
    host: ubuntu22,
    files: debian({ '/etc/bash.bashrc': `${debianBashrc}TMOUT=600\n` }),
    expect: 'pass',
  },
  {
    name: 'root undoes it',
    host: ubuntu22,
    files: debian({ [dropIn]: 'TMOUT=600\n', '/root/.bashrc': 'TMOUT=0\n' }),
    expect: 'fail',
    because: 'TMOUT=0 for root',
  },
  {
    name: 'for ordinary users only',
    host: rocky9,
    files: rhel({ [dropIn]: 'if [ "$(id -u)" -ne 0 ]; then TMOUT=600; fi\n' }),
    expect: 'fail',
    because: 'unset for root',
  },
  {
    name: 'by /etc/environment',
    host: ubuntu22,
    files: debian({ '/etc/environment': 'PATH="/usr/bin"\nTMOUT=600\n' }),
    expect: 'pass',
  },
  {
    name: 'a sourced file',
    host: rocky9,
    files: rhel({ '/etc/security/tmout': 'TMOUT=600\n' }, '. /etc/security/tmout\n'),
    expect: 'pass',
  },
  {
    name: 'a sourced file that was not gathered',
    host: rocky9,
    files: rhel({}, '. /opt/site/env\n'),
    expect: 'fail',
    because: 'not followed',
  },
  {
    name: "root's own shell agrees",
    host: rocky9,
    files: rhel({ [dropIn]: 'TMOUT=600\n' }),
    commands: { 'root-login': { stdout: 'TMOUT 600\nPATH /bin\n' } },
    expect: 'pass',
  },
  {
    name: "root's own shell disagrees",
    host: rocky9,
    files: rhel({ [dropIn]: 'TMOUT=600\n' }),
    commands: { 'root-login': { stdout: 'TMOUT unset\nPATH /bin\n' } },
    expect: 'fail',
    because: 'says otherwise',
  },
  {
    name: 'a csh account without autologout',
    host: rocky9,
    files: rhel({
      [dropIn]: 'TMOUT=600\n',
      '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:/bin/tcsh\n',
    }),
    expect: 'fail',
    because: 'kim',
  },
  {
    name: 'a csh account with autologout',
    host: rocky9,
    files: rhel({
      [dropIn]: 'TMOUT=600\n',
      '/etc/csh.cshrc': 'set autologout=10\n',
      '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:/bin/tcsh\n',
    }),
    expect: 'pass',
  },
  {
    name: 'csh autologout of half an hour',
    host: rocky9,
    files: rhel({
      [dropIn]: 'TMOUT=600\n',
      '/etc/csh.cshrc': 'set autologout = 30\n',
      '/etc/passwd': 'root:x:0:0::/root:/bin/csh\n',
    }),
    expect: 'fail',
    because: 'autologout 30',
  },
  {
    name: 'a link to a good file',
    host: rocky9,
    files: rhel({ [dropIn]: { text: 'TMOUT=600\n', linkTarget: '/opt/tmout' } }),
    expect: 'pass',
  },
  {
    name: 'a folder by the name of a script',
    host: rocky9,
    files: rhel({ [dropIn]: { type: 'dir' } }),
    expect: 'fail',
  },
  {
    name: 'profile.d that cannot be listed',
    host: rocky9,
    files: rhel({ '/etc/profile.d': 'unreadable' }),
    expect: 'unknown',
  },
  {
    name: "root's files cannot be read",
    host: ubuntu22,
    files: debian({ [dropIn]: 'TMOUT=600\n', '/root/.bashrc': 'unreadable' }),
    expect: 'unknown',
  },
  { name: 'an image is parsed', host: image(debian12), files: debian({ [dropIn]: 'TMOUT=600\n' }), expect: 'pass' },
  {
    name: 'a policy of five minutes',
    host: rocky9,
    files: rhel({ [dropIn]: 'TMOUT=600\n' }),
    parameters: { secondsMax: 300 },
    expect: 'fail',
    because: '1 to 300 s',
  },
  {
    name: 'a policy of fifteen minutes',
    host: ubuntu22,
    files: debian({ [dropIn]: 'TMOUT=900\n' }),
    parameters: { secondsMax: 900 },
    expect: 'pass',
    because: '900 seconds',
  },
  {
    name: 'an account with zsh reads other files',
    host: rocky9,
    files: {
      ...rhel({ [dropIn]: 'TMOUT=600\nreadonly TMOUT\n' }),
      '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:/usr/bin/zsh\n',
      '/etc/group': 'root:x:0:\n',
    },
    expect: 'manual',
    because: 'kim',
  },
  ...(
    [
      ['/etc/csh.login', 'set autologout = 10\n', '/bin/tcsh', 'pass'],
      ['/etc/csh.cshrc', 'set autologout = 1\n', '/bin/csh', 'pass'],
      ['/etc/csh.cshrc', 'set autologout = 0\n', '/bin/csh', 'fail'],
      ['/etc/csh.cshrc', 'if ($x) set autologout = 5\n', '/bin/csh', 'fail'],
      ['/etc/csh.cshrc', 'set history = 5\n', '/bin/csh', 'fail'],
      ['/etc/csh.cshrc', 'set autologout = soon\n', '/bin/csh', 'fail'],
      ['/etc/csh.cshrc', 'set history = 5\n', '/bin/cshell', 'pass'],
    ] as const
  ).map(
    ([path, text, shell, expect]): HostCase => ({
      name: `${shell} with ${text} in ${path}`,
      host: rocky9,
      files: rhel({
        [dropIn]: 'readonly TMOUT=600\n',
        [path]: text,
        '/etc/passwd': `root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:${shell}\n`,
      }),
      expect,
      because: expect === 'fail' ? 'autologout of csh accounts (kim)' : 'TMOUT=600 (readonly)',
    }),
  ),
  ...(
    [
      ['600', 'pass'],
      ['1', 'pass'],
      ['0', 'fail'],
      ['601', 'fail'],
      ['never', 'fail'],
    ] as const
  ).map(
    ([value, expect]): HostCase => ({
      name: `the environment alone: ${value}`,
      host: debian12,
      files: debian({ '/etc/environment': `PATH=/bin\nTMOUT=${value}\n` }),
      expect,
      because: '/etc/environment:2',
    }),
  ),
  {
    name: 'nothing is set anywhere: every proof',
    host: debian12,
    files: debian({ '/root/.bashrc': 'if [ -f /opt/env ]; then . /opt/env  # site\nfi\n. /opt/site/env  --quiet\n' }),
    commands: { 'root-login': { stdout: 'TMOUT unset\nPATH /bin\n' } },
    expect: 'fail',
    because: `"no idle limit of 1 to 600 s: TMOUT unset for users, TMOUT unset for root",${wholeEvidence(
      ['shell start-up files', 'users: TMOUT unset', tenMinutes],
      ['shell start-up files', 'root: TMOUT unset', tenMinutes],
      ['bash -lic (root)', 'TMOUT unset', tenMinutes],
      ['/root/.bashrc:1', 'not followed: . /opt/env'],
      ['/root/.bashrc:3', 'not followed: . /opt/site/env  --quiet'],
    )}`,
  },
  {
    name: 'files that are known to be there or not',
    host: rocky9,
    files: rhel(
      { [dropIn]: 'TMOUT=600\n', '/etc/csh.login': 'absent' },
      '[ -f /etc/bashrc ] || readonly TMOUT=0\n[ -f /etc/csh.login ] && readonly TMOUT=0\n',
    ),
    expect: 'pass',
  },
  {
    name: 'csh: autologout, then the path',
    host: rocky9,
    files: rhel({
      [dropIn]: 'TMOUT=600\n',
      '/etc/csh.cshrc': 'unset autologout\nset autologout = 10\nset path = ($path 30)\n',
      '/etc/passwd': 'root:x:0:0::/root:/bin/csh\nkim:x:1000:1000::/home/kim:/bin/tcsh\n',
    }),
    expect: 'pass',
    because: wholeEvidence(
      [`${dropIn}:1`, 'users: TMOUT=600', tenMinutes],
      [`${dropIn}:1`, 'root: TMOUT=600', tenMinutes],
      ['/etc/csh.cshrc:1', 'autologout unset', '1 to 10 minutes'],
      ['/etc/csh.cshrc:2', 'autologout 10', '1 to 10 minutes'],
    ),
  },
  {
    name: 'csh: autologout taken back',
    host: rocky9,
    files: rhel({
      [dropIn]: 'TMOUT=600\n',
      '/etc/csh.cshrc': 'set autologout = 10\nunset autologout\n',
      '/etc/passwd': 'root:x:0:0::/root:/bin/csh\nkim:x:1000:1000::/home/kim:/bin/tcsh\n',
    }),
    expect: 'fail',
    because: 'autologout of csh accounts (root, kim)',
  },
  ...['zsh', 'rzsh', 'fish', 'elvish', 'nu', 'xonsh', 'pwsh'].map(
    (shell): HostCase => ({
      name: `${shell} reads other files`,
      host: ubuntu22,
      files: debian({
        [dropIn]: 'TMOUT=600\n',
        '/etc/passwd': `root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:/usr/bin/${shell}\n`,
      }),
      expect: 'manual',
      because: `kim: /usr/bin/${shell}`,
    }),
  ),
  {
    name: 'an account with zsh mends no fault of the others',
    host: rocky9,
    files: rhel({ '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nkim:x:1000:1000::/home/kim:/bin/zsh\n' }),
    expect: 'fail',
    because: 'TMOUT unset for users',
  },
];
