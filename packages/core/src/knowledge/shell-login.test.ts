// Shell start-up files followed: what is reached, in which order, and what may hold at the end.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { cshSettings } from './csh-settings.ts';
import { followPath, followTmout, followUmask } from './shell-assignments.ts';
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

  it('runs the first of the user’s own files alone, under no condition', () => {
    const names = (files: readonly FileRecord[]): string[] =>
      loginCommands(files, user).commands.map(({ path, text }) => `${path} ${text}`);
    const [login, profile] = [fileOf('/home/user/.bash_login', 'login'), fileOf('/home/user/.profile', 'profile')];
    expect(names([profile, login])).toEqual(['/home/user/.bash_login login']);
    expect(names([profile, login, fileOf('/home/user/.bash_profile', 'own')])).toEqual([
      '/home/user/.bash_profile own',
    ]);
    expect(names([profile, { ...login, type: 'dir' }])).toEqual(['/home/user/.profile profile']);
    expect(names([profile, { ...login, state: 'unreadable' }])).toEqual(['/home/user/.profile profile']);
    expect(names([fileOf('/home/user/.bashrc', 'rc')])).toEqual([]);
    const both = loginCommands([fileOf('/etc/profile', 'first'), profile], user).commands;
    expect(both.map(({ guards }) => guards)).toEqual([[], []]);
  });

  it.each([
    ['. /etc/x', ['x'], []],
    ['source /etc/x', ['x'], []],
    ['.', ['.'], []],
    ['echo /etc/x', ['echo /etc/x'], []],
    ['. /etc/none', [], ['/etc/profile:1  . /etc/none']],
    ['false && . /etc/none', ['false'], []],
    ['[ "$TMOUT" ] && . /etc/none', ['[ "$TMOUT" ]'], []],
    ['. /opt/~/x', ['tilde'], []],
    ['for f in /etc/x*; do . "${f}"; done', ['x', 'xy'], []],
    ['for file in /etc/x?; do source $file; done', ['xy'], []],
    ['for f in "/etc/x" /etc/xy; do . $f; done', ['x', 'xy'], []],
    ['for f in /etc/x.*; do . $f; done', [], []],
    ['for f in /etc/x*; do . $other; done', [], ['/etc/profile:1  . $other']],
    ['for f in /etc/x*; do . $f.bak; done', [], ['/etc/profile:1  . $f.bak']],
    ['for f in /etc/x*; do . ./$f; done', [], ['/etc/profile:1  . ./$f']],
    ['for f in /etc/x $(run-parts --list /etc/parts/); do . $f; done', ['x', 'part'], []],
    ["for f in `run-parts --regex '^[a-z]*\\.sh$' /etc/parts`; do . $f; done", ['part'], []],
  ] as const)('%s', (text, reached, notFollowed) => {
    const found = loginCommands(
      [
        fileOf('/etc/profile', text),
        fileOf('/etc/x', 'x'),
        fileOf('/etc/xy', 'xy'),
        fileOf('/opt/~/x', 'tilde'),
        fileOf('/etc/parts/a.sh', 'part'),
        fileOf('/etc/parts/.b.sh', 'hidden'),
      ],
      root,
    );
    expect(found.commands.map((command) => command.text)).toEqual(reached);
    expect(found.notFollowed).toEqual(notFollowed);
  });

  it('reads so many commands and no more', () => {
    const long = (count: number): (() => unknown) => {
      const text = Array.from({ length: count }, () => 'x').join('\n');
      return () => loginCommands([fileOf('/etc/profile', text)], root);
    };
    expect(long(5000)).not.toThrow();
    expect(long(5001)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('gives up loudly on files that source each other without end', () => {
    const names = Array.from({ length: 12 }, (_, index) => `/etc/profile.d/${index}.sh`);
    const text = names.map((name) => `. ${name}`).join('\n');
    const files = [fileOf('/etc/profile', text), ...names.map((name) => fileOf(name, `x\n${text}`))];
    expect(() => loginCommands(files, root)).toThrow('without end');
  });
});

describe('possibleEnds', () => {
  const text = (count: number, test: string): string =>
    Array.from({ length: count }, (_, index) => `${test.replace('N', String(index))} && TMOUT=${index}`).join('\n');
  it('follows so many ways and no more', () => {
    expect(tmout(text(10, 'unknownN'))).toHaveLength(11);
    expect(() => tmout(text(11, 'unknownN'))).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: expect.stringContaining('too many possible ends') as string,
      }),
    );
  });
  it('asks nobody about a test that stands beside a false one', () => {
    expect(tmout(text(11, 'unknownN && false'))).toEqual([null]);
  });
  it.each([
    ['TMOUT=5; [ "$TMOUT" = 5 ] && TMOUT=6', ['6']],
    ['readonly TMOUT=1; unset TMOUT', ['1']],
    ['unset TMOUT; TMOUT=2', ['2']],
    ['unknown || readonly TMOUT=1; TMOUT=2', ['1', '2']],
    ['if unknown; then TMOUT=1; else TMOUT=2; fi', ['1', '2']],
  ] as const)('%s', (script, ends) => expect(tmout(script)).toEqual(ends));
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
