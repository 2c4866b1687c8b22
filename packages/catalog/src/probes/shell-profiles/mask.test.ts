// The filters that text passes on the host: nothing secret leaves, and what we judge is still there. Run by every awk of this machine.
import { spawnSync } from 'node:child_process';
import type { FileRecord, ShellLogin } from '@bongsu/core';
import { followPath, followTmout, followUmask, loginCommands, possibleEnds } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import {
  debianBashrc,
  debianProfile,
  rhel8Umask,
  rhelBashrc,
  rhelProfile,
  rhelRootBashrc,
} from '../../host-checks/profile-files.ts';
import { accounts } from '../accounts.ts';
import { pam } from '../pam.ts';
import { shadow } from '../shadow.ts';
import { shellMask } from './mask.ts';

const awks = ['mawk', 'gawk', 'busybox awk'].filter(
  (awk) => spawnSync('sh', ['-c', `${awk} 'BEGIN { exit 0 }'`]).status === 0,
);

/** Runs a shell text with the given awk and standard input; gives its lines. */
function filtered(script: string, input: string, awk: string): string[] {
  const run = spawnSync(
    'sh',
    ['-c', `awk() { ${awk.startsWith('busybox') ? awk : `command ${awk}`} "$@"; }\n${script}`],
    { input, encoding: 'utf8' },
  );
  expect(run.stderr).toBe('');
  return run.stdout.replace(/\n$/, '').split('\n');
}

const user: ShellLogin = { uid: 1000, home: '/home/u', privateGroup: true, exists: () => null };

/** Everything that may hold after these lines. */
function ends(lines: readonly string[]): unknown {
  const file: FileRecord = {
    kind: 'file',
    path: '/etc/profile',
    state: 'present',
    type: 'file',
    mode: 0,
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    linkTarget: '',
    lines,
  };
  const { commands } = loginCommands([file], user);
  return [
    possibleEnds(commands, user, { value: null, source: '', fixed: false }, followTmout),
    possibleEnds(commands, user, { value: null, source: '', fixed: false }, followUmask),
    possibleEnds(commands, user, { value: '/bin', source: '', fixed: false }, followPath),
  ];
}

const secrets = String.raw`# S3CRET in a comment
export AWS_KEY="S3CRET S3CRET" TMOUT=600
TOKEN='S3CRET; S3CRET' ; umask 027 # S3CRET
curl -H "Auth: S3CRET; done S3CRET" \
  -u S3CRET:S3CRET && PATH=$PATH:/opt/bin
MYSQL_PWD=S3CRET mysql -pS3CRET
if curl -u S3CRET http://x; then TMOUT=300; fi
[ "$X" = "S3CRETS3CRETS3CRETS3CRET" ] && umask 022
set secret = S3CRET
setenv API S3CRET
cat <<EOF
S3CRET
PATH=.:S3CRET
EOF
alias x='S3CRET'; eval "S3CRET"; echo S3CRET | S3CRET
f() { export K=S3CRET; S3CRET; }
case $X in S3CRETS3CRETS3CRETS3CRETS3CRETS3CRETS3CRETS3CRET) TMOUT=1;; esac
X=$(S3CRET | S3CRET) Y=${'$'}{Z:-S3CRET}
readonly TMOUT`;

describe.each(awks)('%s', (awk) => {
  const mask = (text: string): string[] => filtered(`${shellMask}\nshell_mask`, text, awk);

  it('lets no value of another name out, and keeps every line in its place', () => {
    const lines = mask(secrets);
    expect(lines.join('\n')).not.toContain('S3CRET');
    expect(lines.length).toBe(secrets.split('\n').length);
    expect(lines[1]).toBe('export AWS_KEY=masked TMOUT=600');
  });

  it.each([
    ['Debian profile', debianProfile],
    ['Debian bashrc', `PS1=x\n${debianBashrc}umask 077`],
    ['RHEL profile', rhelProfile(rhel8Umask)],
    ['RHEL bashrc', rhelBashrc],
    ['RHEL root', rhelRootBashrc],
    ['secrets', secrets],
    [
      'forms',
      'declare -xr TMOUT="600"\r\n[[ $- == *i* && -z $X ]] && PATH=".:$PATH"\nif [ "$A" ] || [ -n "$PS1" ]; then\n umask u=rwx,g=rx,o=\nfi',
    ],
  ])('leads to the same ends: %s', (_name, text) => {
    expect(ends(mask(text))).toEqual(ends(text.split('\n')));
  });

  it('names the kind of a hash and never shows one', () => {
    const script = `file() { "$2"; }\n${shadow.script}`;
    const text =
      'root:$6$S3CRET:1:0:99999:7:::\nkim:$y$S3CRET:1:1:90:7:::\nlee:!$6$S3CRET:1::::::\nno::1::::::\nold:S3CRET1234567:1::::::\n$6$S3CRET:x:1:1:1:1:::\nS3CRET\nodd:$1$S3CRET:$6$S3CRET:0:9:7:::\nx:x:1::::::\n';
    expect(filtered(script, text, awk)).toEqual([
      'root:sha512:1:0:99999:7::',
      'kim:yescrypt:1:1:90:7::',
      'lee:locked-sha512:1:::::',
      'no:none:1:::::',
      'old:des:1:::::',
      'masked',
      'masked',
      'odd:md5:masked:0:9:7::',
      'x:invalid:1:::::',
    ]);
  });

  it('names the kind of a hash in passwd and behind a lock mark', () => {
    const script = `file() { [ "$2" != name_field_2 ] || name_field_2; }\n${accounts.script}`;
    const fields = [
      'x',
      '',
      '*',
      '!',
      '!!',
      '*LK*',
      '$6$S3CRET',
      '!$1$S3CRET',
      'S3CRET7890123',
      '!S3CRET7890123',
      'S3CRET',
    ];
    const shown = ['x', '', '*', '!', 'locked', 'locked', 'sha512', 'locked-md5', 'des', 'locked-des', 'invalid'];
    const line = (field: string): string => `kim:${field}:1000:1000:Kim:/home/kim:/bin/sh`;
    expect(filtered(script, fields.map(line).join('\n'), awk)).toEqual(shown.map(line));
    const broken = '#kim:$6$S3CRET:1:1::/:/bin/sh\n$6$S3CRET\n+\n+kim::::::';
    expect(filtered(script, broken, awk)).toEqual(['#kim:sha512:1:1::/:/bin/sh', 'masked', '+', '+kim::::::']);
  });

  it('keeps what PAM modules are told, without passwords', () => {
    const script = `file() { :; }\nexpand() { [ "$3" = pam_mask ] && pam_mask; }\nR=\n${pam.script.split('for _path')[0] ?? ''}`;
    const text =
      'auth required pam_mysql.so user=a passwd=S3CRET # S3CRET\nauth [success=1 default=ignore] pam_unix.so use_first_pass\r\nauth required pam_x.so crypt=1 token=S3CRET \\\n  deny=5';
    expect(filtered(script, text, awk)).toEqual([
      'auth required pam_mysql.so user=a passwd=masked #',
      'auth [success=1 default=ignore] pam_unix.so use_first_pass',
      'auth required pam_x.so crypt=1 token=masked \\',
      'deny=5',
    ]);
  });
});

it('found an awk to run the filters with', () => expect(awks).not.toEqual([]));
