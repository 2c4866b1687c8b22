// What is known of a test in shell start-up files.
import { describe, expect, it } from 'vitest';
import type { ShellLogin, ShellState } from './shell-condition.ts';
import { guardsHold, undecidedTest } from './shell-condition.ts';

const there = ['/bin/id', '/home/user/.bashrc', '/etc/bash.bashrc'];
const user: ShellLogin = {
  uid: 1000,
  home: '/home/user',
  privateGroup: true,
  exists: (path) => (path.startsWith('/unseen') ? null : there.includes(path)),
};
const shared: ShellLogin = { ...user, privateGroup: false };
const root: ShellLogin = { uid: 0, home: '/root', privateGroup: false, exists: () => false };
const state: ShellState = {
  variables: new Map([
    ['TMOUT', '600'],
    ['EMPTY', ''],
    ['X', 'x'],
  ]),
  umask: 0o022,
};
const unset: ShellState = { variables: new Map(), umask: null };

function holds(test: string, login = user, held = state): boolean | null {
  return guardsHold([{ test }], login, held);
}

describe('commands', () => {
  it.each([
    ['true', true],
    [':', true],
    ['untrue', null],
    ['trueish', null],
    ['false', false],
    ['shopt -q login_shell', true],
    ['shopt -q autocd', null],
    ['', null],
    // Setting something succeeds.
    ['abc=1', true],
    ['export abc=1', true],
    ['umask 022', true],
    ['test-x=1', null],
    ['umasks x', null],
    ['grep abc=1 file', null],
    ['sudo export abc', null],
  ] as const)('%j', (test, found) => expect(holds(test)).toBe(found));
});

describe('the form of a test', () => {
  it.each([
    ['[ "$X" ]', true],
    ['[[ $X ]]', true],
    ['test "$X"', true],
    ['test  "$X"', true],
    ['[  "$X"  ]', true],
    ['testing "$X"', null],
    ['not [ "$X" ]', null],
    ['[ "$X" ] >file', null],
    ['[  ]', null],
    ['[ ]', null],
    ['[ ! "$X" ]', false],
    ['[ !  "$EMPTY" ]', true],
    ['[ ! "$UNKNOWN" ]', null],
    ['[ word! "$X" ]', null],
    ['[ "$X" -a "$TMOUT" ]', true],
    ['[ "$X" -a "$EMPTY" ]', false],
    ['[ "$UNKNOWN" -a "$EMPTY" ]', false],
    ['[ "$UNKNOWN" -a "$X" ]', null],
    ['[ "$EMPTY" -o "$X" ]', true],
    ['[ "$EMPTY" -o "$EMPTY" ]', false],
    ['[ "$UNKNOWN" -o "$X" ]', true],
    ['[ "$UNKNOWN" -o "$EMPTY" ]', null],
    ['[[ $X || $EMPTY && $EMPTY ]]', true],
    ['[[ $EMPTY && $X || $EMPTY ]]', false],
    // `a -o b -a c` is `a -o (b -a c)`; other groups are left to the host.
    ['[ "$X" -o "$X" -a "$EMPTY" ]', true],
    ['[[ ( $UNKNOWN || $X || $UNKNOWN ) && $EMPTY ]]', null],
    ['[[ $EMPTY && ( $UNKNOWN || $X || $UNKNOWN ) ]]', null],
    ['[ "$EMPTY" -a \\( "$UNKNOWN" -o "$X" -o "$UNKNOWN" \\) ]', null],
    ['[ "$(id -u)" -a "$X" ]', null],
    ['[ "$(id -u)" = 1000 -a "$X" ]', true],
    ['[ "$X" = x  -a  "$TMOUT" = 600 ]', true],
    ['[ a b c d ]', null],
    ['[ "$X" = x y ]', null],
  ] as const)('%j', (test, found) => expect(holds(test)).toBe(found));
});

describe('whether a variable is filled', () => {
  it.each([
    ['"$X"', true],
    ['${X}', true],
    ['$EMPTY', false],
    ['"${EMPTY:-}"', false],
    ['${TMOUT:-}', true],
    ['${X-}', true],
    ['${EMPTY:-y}', null],
    ['${X:+y z}', true],
    ['"${X+set}"', true],
    ['$UNKNOWN', null],
    ['"pre$X"', null],
    ['"$X/post"', null],
    ['`date`', null],
    ["'date'", true],
    ['word', true],
    ['""', false],
    ['-n', true],
  ] as const)('[ %s ]', (word, found) => {
    expect(holds(`[ ${word} ]`)).toBe(found);
    if (word === '-n') return;
    expect(holds(`[ -n ${word} ]`)).toBe(found);
    expect(holds(`[ -z ${word} ]`)).toBe(found === null ? null : !found);
  });

  it.each(['PS1', 'BASH', 'BASH_VERSION', 'HOME', 'USER', 'LOGNAME', 'UID', 'EUID', 'PATH', 'SHELL', 'PWD'])(
    '%s is always set',
    (name) => expect(holds(`[ "$${name}" ]`, user, unset)).toBe(true),
  );
  it('is followed for TMOUT, so that not held is not set', () => {
    expect(holds('[ "$TMOUT" ]', user, unset)).toBe(false);
    expect(holds('[ "$TMOUT" ]')).toBe(true);
  });
});

describe('whether a file is there', () => {
  it.each([
    ['-f /bin/id', true],
    ['-x "/bin/id"', true],
    ['-r ~/.bashrc', true],
    ['-r $HOME/.bashrc', true],
    ['-s "${HOME}/.bashrc"', true],
    ['-d /nowhere', false],
    ['-e /unseen/file', null],
    ['-f /unseen$HOME/.bashrc', null],
    ['-f /bin/$X', null],
    ['-f /bin/*', null],
    ['-f `which id`', null],
    ['-f bin/id', null],
    // The variable of a loop: its files are those that were found.
    ['-r "$file"', true],
    ['-r ${file}', true],
    ['-r x$file', null],
    ['-r "$file/x"', null],
    ['-O /bin/id', null],
    ['x-f /bin/id', null],
    ['-foo /bin/id', null],
    ['-t 0', null],
  ] as const)('[ %s ]', (test, found) => expect(holds(`[ ${test} ]`)).toBe(found));
  it('puts the home in place of the tilde alone', () => {
    expect(holds('[ -f /bin~/id ]', { ...user, exists: (path) => path === '/bin~/id' })).toBe(true);
  });
});

describe('whether the shell is interactive', () => {
  it.each([
    ['[[ $- == *i* ]]', true],
    ['[[ "$-" =~ i ]]', true],
    ['[[ $- = *i* ]]', true],
    ['[[ $- != *i* ]]', false],
    ['[[ *i* == $- ]]', true],
    ['[[ *i* == "$-" ]]', true],
    ['[[ $- == *x* ]]', null],
    ['[[ $- -eq *i* ]]', null],
    ['[[ $- !== *i* ]]', null],
    ['[[ $- ==~ *i* ]]', null],
    ['[[ x$- == *i* ]]', null],
    ['[[ $-x == *i* ]]', null],
    ['[[ *i* == x$- ]]', null],
    ['[[ *i* == $-x ]]', null],
    ['[ "${-#*i}" != "$-" ]', true],
    ['[ "${-#*i}" = "$-" ]', false],
    ['[ "${-#*i}" == "$-" ]', false],
    ['[ "${-#*i}" -ne "$-" ]', null],
    ['[ "${-#*i}" !== "$-" ]', null],
    ['[ "${-#*i}" ==x "$-" ]', null],
    ['case $- in *i*', true],
    ['case "$-" in *x* | *i*', true],
    ['case $- in *', true],
    ['case $- in *x*', null],
    ['case $- in x*i*', null],
    ['case $- in *i*x', null],
    ['case $X in *i*', null],
    ['case x$- in *i*', null],
    ['case $-x in *i*', null],
    ['case $X in *', true],
    ['case $X in **', null],
    ['case $X in x*', null],
    ['my case $X in *', null],
    ['case $X in *\nx', null],
  ] as const)('%j', (test, found) => expect(holds(test)).toBe(found));
});

describe('comparisons', () => {
  it.each([
    ['$X = x', true],
    ['"$X" == "x"', true],
    ['$X = y', false],
    ['$X != x', false],
    ['$X != y', true],
    ['$X === x', null],
    ['$X =~ x', null],
    ['a = a', true],
    ['${UNKNOWN} = x', null],
    ['x = ${UNKNOWN}', null],
    ['"$UNKNOWN" != ""', null],
    ['x$X = xx', null],
    ['$X/y = x/y', null],
    ['`date` = x', null],
    ['$TMOUT -eq 600', true],
    ['$TMOUT -eq 601', false],
    ['$TMOUT -ne 600', false],
    ['$TMOUT -ne 601', true],
    ['$TMOUT -gt 599', true],
    ['$TMOUT -gt 600', false],
    ['$TMOUT -ge 600', true],
    ['$TMOUT -ge 601', false],
    ['$TMOUT -lt 601', true],
    ['$TMOUT -lt 600', false],
    ['$TMOUT -le 600', true],
    ['$TMOUT -le 599', false],
    ['$TMOUT -nt 600', null],
    ['9 -lt 10', true],
    ['$X -lt 10', null],
    ['1 -lt $X', null],
    ['1a -lt 10', null],
    ['a1 -lt 10', null],
    ['1 -lt 10a', null],
    ['1 -lt a10', null],
    ['$BASH != /bin/sh', true],
    ['"${BASH}" = /bin/bash', true],
    ['x$BASH = x/bin/bash', null],
    ['$BASHRC = /bin/bash', null],
    ['$UID -ge 1000', true],
    ['${EUID} = 1000', true],
    ['"$(id -u)" = 1000', true],
    ['`/usr/bin/id -u` -gt 199', true],
    ['$(/bin/id -u -r) = 1000', true],
    ['x$UID = x1000', null],
    ['$UID0 = 1000', null],
    ['$USER = root', null],
    ['`umask` = 0022', true],
    ['"$(umask)" -eq 22', true],
    ['x`umask` = x0022', null],
    ['`umask`x = 0022x', null],
  ] as const)('[ %s ]', (test, found) => expect(holds(`[ ${test} ]`)).toBe(found));

  it.each(['$USER', '${LOGNAME}', '"$(whoami)"', '`id -un`', '$(/usr/bin/id -un)'])('%s is root for root', (word) => {
    expect(holds(`[ ${word} = root ]`, root)).toBe(true);
    expect(holds(`[ ${word} != root ]`, root)).toBe(false);
    expect(holds(`[ ${word} = root ]`)).toBeNull();
    expect(holds(`[ x${word} = root ]`, root)).toBeNull();
    expect(holds(`[ ${word}x = root ]`, root)).toBeNull();
  });

  it('knows no mask before one is set', () => {
    expect(holds('[ `umask` = 0022 ]', user, unset)).toBeNull();
    expect(holds('[ `umask` = 0000 ]', user, { ...unset, umask: 0 })).toBe(true);
  });

  it.each([
    ['"`/usr/bin/id -gn`" = "`/usr/bin/id -un`"', root, true],
    ['"$(id -gn)" = "$(id -un)"', user, true],
    ['"$(id -gn)" == "$(id -un)"', user, true],
    ['"$(id -gn)" = "$(id -un)"', shared, false],
    ['"$(id -gn)" != "$(id -un)"', user, null],
    ['"$(id -gn)" === "$(id -un)"', user, null],
    ['"$(id -gn)" !== "$(id -un)"', user, null],
    ['"$(id -gn)" = staff', user, null],
  ] as const)('[ %s ] asks for a group of one’s own', (test, login, found) => {
    expect(holds(`[ ${test} ]`, login)).toBe(found);
  });

  it.each([
    ['"a b" = "a b"', true],
    ["'a b' = 'a b'", true],
    ['"a \\" b" = "a \\" b"', true],
    ['"a = "b', true],
    ["'a = b", true],
    ['`a = b', null],
    ['`a b` = x', null],
    ['"$(echo "a b")" = x', null],
    ['$(aa bb) = x', null],
    ['${X:-a b} = x', null],
    ['"x y', true],
    ["'x y", true],
    ['`x y', null],
    ['$(aa bb)', null],
    ['`aa bb`', null],
    ['"$(aa "bb cc")"', null],
    ['${EMPTY:+bb cc}', false],
  ] as const)('[ %s ] keeps quoted words whole', (test, found) => expect(holds(`[ ${test} ]`)).toBe(found));
});

describe('guards', () => {
  const known = { test: 'true' };
  const [first, second] = [{ test: 'first' }, { test: 'second' }];
  it('holds where all hold, and not where one does not', () => {
    expect(guardsHold([], user, state)).toBe(true);
    expect(guardsHold([known, first], user, state)).toBeNull();
    expect(guardsHold([first, { test: 'false' }], user, state)).toBe(false);
    expect(guardsHold([{ not: [first] }], user, state)).toBeNull();
    expect(guardsHold([{ not: [known] }], user, state)).toBe(false);
    expect(guardsHold([first], user, state, new Map([[first, false]]))).toBe(false);
  });
  it('finds the first test that nobody can decide', () => {
    expect(undecidedTest([known, { not: [known, { not: [second] }] }, first], user, state, new Map())).toBe(second);
    expect(undecidedTest([first, second], user, state, new Map([[first, true]]))).toBe(second);
    expect(undecidedTest([known], user, state, new Map())).toBeNull();
  });
});
