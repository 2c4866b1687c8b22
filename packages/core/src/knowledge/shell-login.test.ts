// Shell start-up files followed: what is reached, in which order, and what may hold at the end.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { cshSettings } from './csh-settings.ts';
import { followPath, followTmout, followUmask, shellAssignment } from './shell-assignments.ts';
import { shellCommands } from './shell-commands.ts';
import type { ShellLogin } from './shell-condition.ts';
import { guardsHold } from './shell-condition.ts';
import { loginCommands, possibleEnds } from './shell-login.ts';

function fileOf(path: string, text: string): FileRecord {
  return {
    kind: 'file',
    path,
    state: 'present',
    type: 'file',
    mode: 0,
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    linkTarget: '',
    lines: text.split('\n'),
  };
}
const user: ShellLogin = { uid: 1000, home: '/home/user', privateGroup: true, exists: () => null };
const root: ShellLogin = { ...user, uid: 0, home: '/root' };

/** The values of TMOUT that may hold at the end of this text. */
function tmout(text: string, login = user): (string | null)[] {
  const { commands } = loginCommands([fileOf('/etc/profile', text)], login);
  return possibleEnds(commands, login, { value: null, source: '', fixed: false }, followTmout)
    .map((end) => end.value)
    .sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

describe('what is reached', () => {
  it.each([
    ['if [ -n "$PS1" ]; then TMOUT=1; else TMOUT=2; fi', ['1']],
    ['if [ "$X" ]; then TMOUT=1; elif [ -z "$PS1" ]; then TMOUT=2; else TMOUT=3; fi', ['1', '3']],
    ['if false\nthen\nTMOUT=1\nfi', [null]],
    ['if ! false; then TMOUT=1; fi', ['1']],
    ['if true || unknown; then TMOUT=1; fi', ['1']],
    ['if unknown && false; then TMOUT=1; fi', [null]],
    ['unknown || TMOUT=1', ['1', null]],
    ['false || TMOUT=1', ['1']],
    ['false || true && TMOUT=1', ['1']],
    ['true && { TMOUT=1; }', ['1']],
    ['false && { TMOUT=1\n}', [null]],
    ['case $- in\n*i*) ;;\n*) return;;\nesac\nTMOUT=1', ['1']],
    ['case $- in a|*i*) TMOUT=1;; *) TMOUT=2;; esac', ['1']],
    ['case "$TERM" in (xterm) TMOUT=1;; esac', ['1', null]],
    ['[ -z "$PS1" ] && return\nTMOUT=1', ['1']],
    ['[ -n "$PS1" ] && return\nTMOUT=1', [null]],
    ['return\nTMOUT=1', [null]],
    ['f() {\nTMOUT=1\n}\nTMOUT=2', ['2']],
    ['function f {\nTMOUT=1\nreturn\n}\nTMOUT=2', ['2']],
    ['( TMOUT=1 )', [null]],
    ['echo x | TMOUT=1', [null]],
    ['echo x | while read y; do TMOUT=1; done', [null]],
    ['echo x | { TMOUT=1; }; TMOUT=2', ['2']],
    ['TMOUT=1 | cat', [null]],
    ['echo "TMOUT=1; TMOUT=2"', [null]],
    ["echo 'x\\'; TMOUT=1", ['1']],
    ['echo $(TMOUT=1)', [null]],
    ['echo x # ; TMOUT=1', [null]],
    ['echo a#b; TMOUT=1', ['1']],
    ['export A=1 \\\n TMOUT=1', ['1']],
    ['cat <<-"E O"\nx', [null]],
    ["cat <<'EOF'\nTMOUT=1\nEOF\nTMOUT=2", ['2']],
    ['while read x; do TMOUT=1; done', ['1', null]],
    ['until false; do TMOUT=1; done', ['1']],
    ['for x in 1 2; do TMOUT=$x; done', ['$x']],
    ['readonly TMOUT=1\nTMOUT=2\nunset TMOUT', ['1']],
    ['TMOUT=5; TMOUT=$TMOUT', ['5']],
    ['[ "$TMOUT" ] || TMOUT=1', ['1']],
    ['if [ "$(id -u)" = 0 ]; then TMOUT=1; fi', [null]],
    ['if [ $UID -ge 1000 -a -n "$PS1" ]; then TMOUT=1; fi', ['1']],
    ['if [[ $EUID -eq 0 || -n $BASH ]]; then TMOUT=1; fi', ['1']],
  ] as const)('%j', (text, ends) => expect(tmout(text)).toEqual(ends));

  it('differs for root', () => expect(tmout('[ $UID -eq 0 ] && TMOUT=1', root)).toEqual(['1']));
});

describe('loginCommands', () => {
  it('puts sourced files in their place, in ASCII order, once for each time', () => {
    const files = [
      fileOf('/etc/profile', 'a\nfor i in /etc/profile.d/*.sh; do\n . $i\ndone\nz'),
      fileOf('/etc/profile.d/b.sh', 'b'),
      fileOf('/etc/profile.d/A.sh', 'A'),
      fileOf('/etc/profile.d/no.txt', 'no'),
      fileOf('/root/.profile', '. ~/.bashrc\n. "$HOME/.missing"'),
      fileOf('/root/.bashrc', 'rc\n. /root/.profile'),
    ];
    const { commands, notFollowed } = loginCommands(files, root);
    expect(commands.map((command) => command.text)).toEqual(['a', 'A', 'b', 'z', 'rc']);
    expect(notFollowed).toEqual(['/root/.profile:2  . "$HOME/.missing"']);
  });

  it('lists a folder by run-parts as Debian does', () => {
    const loop = 'for i in $(run-parts --list --regex "^[a-z]*$" /etc/profile.d); do\n . "$i"\ndone';
    const { commands } = loginCommands([fileOf('/etc/profile', loop), fileOf('/etc/profile.d/x.sh', 'x')], root);
    expect(commands.map((command) => command.text)).toEqual(['x']);
  });

  it('gives up loudly on files that source each other without end', () => {
    const names = Array.from({ length: 12 }, (_, index) => `/etc/profile.d/${index}.sh`);
    const text = names.map((name) => `. ${name}`).join('\n');
    const files = [fileOf('/etc/profile', text), ...names.map((name) => fileOf(name, `x\n${text}`))];
    expect(() => loginCommands(files, root)).toThrow('without end');
  });
});

it('follows the mask and PATH', () => {
  const { commands } = loginCommands(
    [fileOf('/etc/profile', 'umask 027; umask -S; pathmunge /x after; pathmunge /x; PATH+=:.')],
    user,
  );
  const mask = possibleEnds(commands, user, { value: null, source: '', fixed: false }, followUmask);
  expect(mask).toEqual([{ value: 0o027, source: '/etc/profile:1', fixed: false }]);
  expect(
    possibleEnds(commands, user, { value: '/bin', source: '', fixed: false }, followPath).map((end) => end.value),
  ).toEqual(['/bin:/x:.']);
});

describe('shellAssignment', () => {
  it.each([
    ['X=1', { value: '1', fixed: false }],
    ['A=2 X=1', { value: '1' }],
    ['declare -r X="a b"', { value: 'a b', fixed: true }],
    ['readonly X', { value: null, fixed: true }],
    ['unset X', { unset: true }],
  ] as const)('%s', (text, found) => expect(shellAssignment(text, 'X')).toMatchObject(found));
  it.each(['X=1 cmd', 'XY=1', 'echo X=1', 'export -n X', 'unset -f X', ''])('%j is none', (text) => {
    expect(shellAssignment(text, 'X')).toBeNull();
  });
});

describe('cshSettings', () => {
  it('reads what csh sets, and whether an if stands around it', () => {
    const text =
      'set autologout = 10 # min\nif ($?prompt) then\n  set path = ( . $path )\nendif\nsetenv PATH "${PATH}:."\nif (1) umask 002\nunset autologout\nset prompt = x';
    expect(
      cshSettings(fileOf('/etc/csh.cshrc', text)).map(({ name, value, conditional }) => [name, value, conditional]),
    ).toEqual([
      ['autologout', '10', false],
      ['path', '.:$path', true],
      ['path', '${PATH}:.', false],
      ['umask', '002', true],
      ['autologout', null, false],
    ]);
  });
});

it('never throws on any text, and decides every guard', () => {
  const word = fc.constantFrom(
    'if',
    'then',
    'fi',
    'else',
    'elif',
    'do',
    'done',
    'for x in',
    'case x in',
    'esac',
    ';;',
    '(',
    ')',
    '{',
    '}',
    '&&',
    '||',
    '|',
    '[ -z',
    ']',
    '[[',
    ']]',
    '"',
    "'",
    '`',
    '$(',
    '${',
    '\\',
    '<<E',
    'E',
    'return',
    '.',
    'TMOUT=1',
    '#',
    '\n',
    ';',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string())), (words) => {
      const file = fileOf('/etc/profile', words.join(' '));
      for (const command of shellCommands(file.lines))
        guardsHold(command.guards, user, { variables: new Map(), umask: 0 });
      loginCommands([file], root);
      expect(cshSettings(file).every((one) => one.line === 1)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
