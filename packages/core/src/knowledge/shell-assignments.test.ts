// How shell commands set variables, TMOUT, PATH and the mask.
import { describe, expect, it } from 'vitest';
import { followPath, followTmout, followUmask, shellAssignment } from './shell-assignments.ts';
import type { Follow, Held } from './shell-login.ts';

/** What a command makes of a value. */
function after<Value>(follow: Follow<Value>, text: string, value: Value): ReturnType<Follow<Value>['after']> {
  const before: Held<Value> = { value, source: '', fixed: false };
  return follow.after({ text, line: 1, guards: [], loops: [], path: '/etc/profile' }, before);
}

describe('shellAssignment', () => {
  const plain = { appended: false, fixed: false, unset: false };
  it.each([
    ['X=1', { ...plain, value: '1' }],
    ['X=', { ...plain, value: '' }],
    ['X="a=b\nc"', { ...plain, value: 'a=b\nc' }],
    ['X+=:b', { ...plain, value: ':b', appended: true }],
    ['X=1 Y=2 X=3 Z=4', { ...plain, value: '3' }],
    ['export X=from', { ...plain, value: 'from' }],
    ['export X', { ...plain, value: null }],
    ['declare -x -i X=1', { ...plain, value: '1' }],
    ['typeset -xr X=1', { ...plain, value: '1', fixed: true }],
    ['readonly X', { ...plain, value: null, fixed: true }],
    ['local X=1', { ...plain, value: '1' }],
    ['unset Y X', { ...plain, value: null, unset: true }],
  ] as const)('%j', (text, found) => expect(shellAssignment(text, 'X')).toEqual(found));

  it.each([
    'X=1 make',
    'X=1 a-b=2',
    'Y=1',
    'export Y=1',
    'exported X=1',
    'reexport X=1',
    'declare -n X=Y',
    'export -n X',
    'declare -f X',
    '',
  ])('%j is none', (text) => expect(shellAssignment(text, 'X')).toBeNull());
});

describe('followTmout', () => {
  it.each([
    ['TMOUT=600', null, '600'],
    ['TMOUT=" 600 "', null, '600'],
    ['TMOUT=', '5', ''],
    ['unset TMOUT', '5', null],
    ['export TMOUT', '5', '5'],
    ['export TMOUT', null, null],
    ['TMOUT=${TMOUT:-600}', null, '600'],
    ['TMOUT=${TMOUT-600}', null, '600'],
    ['TMOUT=${TMOUT:=600}', '', '600'],
    ['TMOUT=${TMOUT:-600}', '5', '5'],
    ['TMOUT=${TMOUT:-}', '', ''],
    ['TMOUT=1${TMOUT:-600}', null, '1${TMOUT:-600}'],
    ['TMOUT=${TMOUT:-60}0', null, '${TMOUT:-60}0'],
    ['TMOUT=$TMOUT', '5', '5'],
    ['TMOUT=${TMOUT}', '5', '5'],
    ['TMOUT=$TMOUT', null, ''],
    ['TMOUT=1$TMOUT', '5', '1$TMOUT'],
    ['TMOUT=${TMOUT}0', '5', '${TMOUT}0'],
    ['TMOUT=$((60*10))', null, '600'],
    ['TMOUT=$(( 60 * 10 ))', null, '600'],
    ['TMOUT=$((600))', null, '600'],
    ['TMOUT=1$((60))', null, '1$((60))'],
    ['TMOUT=$((60))0', null, '$((60))0'],
    ['TMOUT=$((60+1))', null, '$((60+1))'],
  ] as const)('%s after %j', (text, before, value) => {
    expect(after(followTmout, text, before)).toEqual({ value, fixed: false });
  });
  it('sees what is not touched and what is fixed', () => {
    expect(after(followTmout, 'echo TMOUT', '5')).toBeNull();
    expect(after(followTmout, 'readonly TMOUT=5', null)).toEqual({ value: '5', fixed: true });
  });
  it('tells tests what is set', () => {
    const held = { source: '', fixed: false };
    expect(followTmout.state({ ...held, value: '5' }).variables).toEqual(new Map([['TMOUT', '5']]));
    expect(followTmout.state({ ...held, value: null }).variables).toEqual(new Map());
  });
});

describe('followUmask', () => {
  it.each([
    ['umask 022', 0, 0o022],
    ['umask -S 027', 0, 0o027],
    ['umask -p -S u=rwx,g=rx,o=', 0, 0o027],
    ['umask g+w', 0o022, 0o002],
    ['umask g-w', null, 0o020],
    ['umask 022 >/dev/null 2>&1', 0, 0o022],
    ['umask 2>/dev/null 022', 0, 0o022],
    ['umask >/dev/null 022', 0, 0o022],
    ['umask $MASK', 0o022, null],
    ['umask u=rwx>/dev/null', 0o022, null],
  ] as const)('%s after %j', (text, before, value) => {
    expect(after(followUmask, text, before)).toEqual({ value, fixed: false });
  });
  it.each(['umask', 'umask -S', 'umask -pS', 'umask >file', 'umask 2>file', 'echo 022'])('%s sets none', (text) => {
    expect(after(followUmask, text, 0o022)).toBeNull();
  });
  it('tells tests the mask', () => {
    expect(followUmask.state({ value: 0o027, source: '', fixed: false })).toEqual({
      variables: new Map(),
      umask: 0o027,
    });
  });
});

describe('followPath', () => {
  it.each([
    ['PATH=/usr/bin', '/usr/bin'],
    ['PATH=$PATH:/x', '/bin:/x'],
    ['PATH=/x:${PATH}', '/x:/bin'],
    ['PATH=${PATH:+x}', '${PATH:+x}'],
    ['PATH=${PATH:-/usr/bin:/x}:.', '/bin:.'],
    ['PATH=${PATH-/usr}:$PATH', '/bin:/bin'],
    ['PATH=$PATHS:$HOME/bin', '$PATHS:$HOME/bin'],
    ['PATH=${PATHS}:/x', '${PATHS}:/x'],
    ["PATH='$PATH:$&'", '/bin:$&'],
    ['PATH+=:.', '/bin:.'],
    ['export PATH', '/bin'],
    ['unset PATH', ''],
    ['pathmunge /x', '/x:/bin'],
    ['pathmunge /x after', '/bin:/x'],
    ['pathmunge /x before', '/x:/bin'],
    ['pathmunge /bin after', '/bin'],
    ['pathmunge', ':/bin'],
  ] as const)('%s', (text, value) => expect(after(followPath, text, '/bin')).toEqual({ value, fixed: false }));
  it('sees what is not touched and what is fixed', () => {
    expect(after(followPath, 'echo PATH', '/bin')).toBeNull();
    expect(after(followPath, 'readonly PATH=/x', '/bin')).toEqual({ value: '/x', fixed: true });
  });
  it('tells tests the path', () => {
    expect(followPath.state({ value: '/bin', source: '', fixed: false })).toEqual({
      variables: new Map([['PATH', '/bin']]),
      umask: null,
    });
  });
});
