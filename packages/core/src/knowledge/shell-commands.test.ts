// The commands of a shell file, and the conditions under which each is reached.
import { expect, it } from 'vitest';
import type { ShellGuard } from './shell-commands.ts';
import { shellCommands } from './shell-commands.ts';

function guard(one: ShellGuard): string {
  return 'not' in one ? `!(${one.not.map(guard).join(' & ')})` : one.test === '' ? '?' : one.test;
}

/** Commands as `line text [guard]… {loop: words}…`; `!()` never holds, `?` is how a compound command ended. */
function commands(text: string): string[] {
  return shellCommands(text.split('\n')).map((command) =>
    [
      `${command.line} ${command.text}`,
      ...command.guards.map((one) => `[${guard(one)}]`),
      ...command.loops.map(({ variable, words }) => `{${variable}: ${words}}`),
    ].join(' '),
  );
}

it.each([
  ['a; b', ['1 a', '1 b']],
  ['{ a; }; b', ['1 a', '1 b']],
  ['a &&\n\n# then\n b; c', ['1 a', '4 b [a]', '4 c']],
  ['a || b && c || d; e', ['1 a', '1 b [!(a)]', '1 c [!(!(a) & !(b))]', '1 d [!(!(!(a) & !(b)) & c)]', '1 e']],
  ['a && b & c', ['1 a', '1 b [a]', '1 c']],
  ['! a && b', ['1 ! a', '1 b [!(a)]']],
  ['!  a || b', ['1 !  a', '1 b [!(!(a))]']],
  ['a ! b && c', ['1 a ! b', '1 c [a ! b]']],
  ['a | b; c', ['1 a [!()]', '1 b [!()]', '1 c']],
  ['a |\n b; c', ['1 a [!()]', '2 b [!()]', '2 c']],
  ['a | { b; }; c', ['1 a [!()]', '1 b [!()]', '1 c']],
  ['a && { b; c && d; } || e', ['1 a', '1 b [a]', '1 c [a]', '1 d [a] [c]', '1 e [!(?)]']],
  ['if a; then b; else c; fi; d', ['1 b [a]', '1 c [!(a)]', '1 d']],
  [
    'if  a && b; then\n c\nelif ! d\nthen e; else f; fi',
    ['2 c [a] [b]', '4 e [!(a & b)] [!(d)]', '4 f [!(a & b)] [!(!(a & b) & !(d))]'],
  ],
  ['x && if a; then b; else c; fi', ['1 x', '1 b [x] [a]', '1 c [x] [!(a)]']],
  ['if a; then b; fi && c || d', ['1 b [a]', '1 c [?]', '1 d [!(? & c)]']],
  ['if a || { b; }; then c; fi', ['1 b [!(a)]', '1 c [?]']],
  ['if ( a ); then b; fi', ['1 a [!()]', '1 b [?]']],
  ['if a; b; then c; fi', ['1 c [b]']],
  ['while { a; } && b; do c; done', ['1 a', '1 c [?] [b]']],
  ['case x in a) b && c; d;; esac', ['1 b [case x in a]', '1 c [case x in a] [b]', '1 d [case x in a]']],
  ['if a; then if b; then c; fi fi >x; d', ['1 c [a] [b]', '1 d']],
  ['if a; then b; fi 2>x; c', ['1 b [a]', '1 c']],
  ['if a; then b; fi | c; d', ['1 b [a]', '1 c [!()]', '1 d']],
  ['{ a; } >x && b', ['1 a', '1 b [?]']],
  ['if a; then { b; else c; fi; d', ['1 b [a]', '1 c [!(a)]', '1 d']],
  ['if a; then { b; fi; c', ['1 b [a]', '1 c']],
  ['fi; a', ['1 a']],
  ['then a', ['1 a']],
  ['iffy; done_x; b', ['1 iffy', '1 done_x', '1 b']],
  ['while a; do b; done; c', ['1 b [a]', '1 c']],
  ['until a && b; do c; done <x; d', ['1 c [!(a & b)]', '1 d']],
  ['for xy  in  a b c; do d $xy; done; e', ['1 d $xy {xy: a b c}', '1 e']],
  ['for x; do for y in 1; do a; done; done', ['1 a {x: } {y: 1}']],
  ['select x in a b; do c; done; d', ['1 c {x: a b}', '1 d']],
  ['for a-b in c; do d; done', ['1 d {: }']],
  ['for x of y; do d; done', ['1 d {: }']],
  [
    'for ((i=0; i<3; i++)); do b; done; c',
    ['1 i=0 [!()] [!()] {: }', '1 i<3 [!()] [!()] {: }', '1 i++ [!()] [!()] {: }', '1 b {: }', '1 c'],
  ],
  ['case $x in a) b;; esac; c', ['1 b [case $x in a]', '1 c']],
  [
    'case  "$x"  in\n (a|b|cc ) d;;\n *) e; f\n;;\nesac && g',
    [
      '2 d [case "$x" in a|b|cc]',
      '3 e [!(case "$x" in a|b|cc)] [case "$x" in *]',
      '3 f [!(case "$x" in a|b|cc)] [case "$x" in *]',
      '5 g [?]',
    ],
  ],
  ['case $x in aa|bb) c;; esac', ['1 c [case $x in aa|bb]']],
  ['case $x in aa) b;; esac', ['1 b [case $x in aa]']],
  ['case $x in aa|bb|cc) d;; esac', ['1 d [case $x in aa|bb|cc]']],
  ['case "so inside" in a) b;; esac', ['1 b [case "so inside" in a]']],
  ['case $x in @(a|b)) c;; esac; d', ['1 c [case $x in @a|b]', '1 d']],
  ['case $x; a', ['1 a']],
  ['f() { a; }; { b; }', ['1 a [!()]', '1 b']],
  ['f ()\n{\n a\n}\nb', ['3 a [!()]', '5 b']],
  ['f-1.x:y() ( a; b ); c', ['1 a [!()]', '1 b [!()]', '1 c']],
  ['f() if a; then b; fi; c', ['1 b [!()] [a]', '1 c']],
  ['f() { { a; }; }; b', ['1 a [!()]', '1 b']],
  ['function fn  { a; }; { b; }', ['1 a [!()]', '1 b']],
  ['function fn() { a; }; b', ['1 a [!()]', '1 b']],
  ['( a; b ) ; c', ['1 a [!()]', '1 b [!()]', '1 c']],
  ['( a ) || b', ['1 a [!()]', '1 b']],
  ['x=(1 2); { b; }', ['1 1 2 [!()]', '1 b']],
  ['x=()\n{ b; }', ['2 b']],
  ['x=y()\n{ b; }', ['2 b']],
  [
    'a && return; b; c && exit 1; d',
    ['1 a', '1 return [a]', '1 b [!(a)]', '1 c [!(a)]', '1 exit 1 [!(a)] [c]', '1 d [!(a)] [!(!(a) & c)]'],
  ],
  ['echo return; a', ['1 echo return', '1 a']],
  ['returned; a', ['1 returned', '1 a']],
  ['f() { return; }; a', ['1 return [!()]', '1 a']],
  ['a | return; b', ['1 a [!()]', '1 return [!()]', '1 b']],
  [
    'case $- in\n*i*) ;;\n*) return;;\nesac\na',
    ['3 return [!(case $- in *i*)] [case $- in *]', '5 a [!(!(case $- in *i*) & case $- in *)]'],
  ],
  ['a) b', ['1 a', '1 b']],
  [';; a', ['1 a']],
  ['echo fi; a done b; c', ['1 echo fi', '1 a done b', '1 c']],
  ['( a ) | b; c', ['1 a [!()]', '1 b [!()]', '1 c']],
  ['{ while a; do b; }; c', ['1 b [a]', '1 c']],
  ['case $x in  a) b;; esac', ['1 b [case $x in a]']],
  ['case a) b;; esac', ['1 b [case  in ]']],
  ['case x in a) { b;; }; c) d;; esac; e', ['1 b [case x in a]', '1 d [!(case x in a)] [case x in c]', '1 e']],
  ['path_add() { a; }; b', ['1 a [!()]', '1 b']],
  ['esac; }; done; a', ['1 a']],
] as const)('%j', (text, found) => expect(commands(text)).toEqual(found));

it('reads a file once, however many checks follow it', () => {
  const lines = ['a'];
  expect(shellCommands(lines)).toBe(shellCommands(lines));
});
