// Shell text cut into simple commands and words.
import { describe, expect, it } from 'vitest';
import { shellPieces, shellWords, unquote } from './shell-lines.ts';

/** Pieces as `line text end`. */
function cut(text: string): string[] {
  return shellPieces(text.split('\n')).map((piece) => `${piece.line} ${piece.text} ${piece.end}`);
}

describe('shellPieces', () => {
  it.each([
    ['a; b && c || d | e & f', ['1 a ;', '1 b &&', '1 c ||', '1 d |', '1 e &', '1 f ;']],
    ['(a);;', ['1  (', '1 a )', '1  ;;', '1  ;']],
    ['a |& b', ['1 a |', '1 b ;']],
    ['a >f 2>&1; b &>f; c <&3', ['1 a >f 2>&1 ;', '1 b &>f ;', '1 c <&3 ;']],
    ['a\r', ['1 a ;']],
    ['a\rb\r', ['1 a\rb ;']],
    // Quotes, open ones too.
    ["a 'b;c' d; e", ["1 a 'b;c' d ;", '1 e ;']],
    ['a "b;c" d; e', ['1 a "b;c" d ;', '1 e ;']],
    ['a `b;c` d; e', ['1 a `b;c` d ;', '1 e ;']],
    ["a 'b;c", ["1 a 'b;c ;"]],
    ['a "b;c', ['1 a "b;c ;']],
    ['a `b;c', ['1 a `b;c ;']],
    ['a "b \\";c" d', ['1 a "b \\";c" d ;']],
    ['a "x$(b "c;d")y;z"; e', ['1 a "x$(b "c;d")y;z" ;', '1 e ;']],
    ['a \\; b', ['1 a \\; b ;']],
    // Substitutions.
    ['a $(b;c) d', ['1 a $(b;c) d ;']],
    ['a $(b; c (dd;e) ff; (g;h) i;j) k', ['1 a $(b; c (dd;e) ff; (g;h) i;j) k ;']],
    ['a $(b;c', ['1 a $(b;c ;']],
    ['a $(( (1 + 2) * 3 )); b', ['1 a $(( (1 + 2) * 3 )) ;', '1 b ;']],
    ['a ${b:-c;d} e', ['1 a ${b:-c;d} e ;']],
    ['a ${b:-c;d', ['1 a ${b:-c;d ;']],
    ['[[ a && b ]] && c', ['1 [[ a && b ]] &&', '1 c ;']],
    ['[ a ] && $b', ['1 [ a ] &&', '1 $b ;']],
    // Comments.
    ['# a; b', ['1  ;']],
    ['a #b; c', ['1 a ;']],
    ['a;#b; c', ['1 a ;', '1  ;']],
    ['a#b; c', ['1 a#b ;', '1 c ;']],
    ['a ${#b}; c $#; d', ['1 a ${#b} ;', '1 c $# ;', '1 d ;']],
    // Continued lines count from their first.
    ['a \\\n b \\\n c; d\ne', ['1 a  b  c ;', '1 d ;', '4 e ;']],
    ['\\\na', ['1 a ;']],
    ['a \\\\\nb', ['1 a \\\\ ;', '2 b ;']],
    ['a \\\\\\\nb', ['1 a \\\\b ;']],
    ['a \\ b\nc', ['1 a \\ b ;', '2 c ;']],
    ['a \\', ['1 a \\ ;']],
    // Here-documents.
    ['a <<EOF; b\nc;d\ne\nEOF\nf', ['1 a <<EOF ;', '1 b ;', '5 f ;']],
    ['<<E_1 a\nc\nE_1\nf', ['1 <<E_1 a ;', '4 f ;']],
    ["a << 'E O'\nc\nE O\nf", ["1 a << 'E O' ;", '4 f ;']],
    ['a <<-"EOF"\nc\n\t\tEOF\nf', ['1 a <<-"EOF" ;', '4 f ;']],
    ['a <<\\EOF\nc\nEOF\nf', ['1 a <<\\EOF ;', '4 f ;']],
    ['a <<EOF\n\tEOF\nEOF x\nb\tEOF\nEOF\nf', ['1 a <<EOF ;', '6 f ;']],
    ['a <<-EOF\nE\tOF\n EOF\n\tEOF\nf', ['1 a <<-EOF ;', '5 f ;']],
    ['a;<<EOF b\nc\nEOF', ['1 a ;', '1 <<EOF b ;']],
    ['a <<A <<B\nA\nb\nB\nf', ['1 a <<A <<B ;', '5 f ;']],
    ['a <<<EOF\nb', ['1 a <<<EOF ;', '2 b ;']],
    ['a "usage: <<EOF"\nb', ['1 a "usage: <<EOF" ;', '2 b ;']],
    ['a "#" <<EOF\nb\nEOF\nc', ['1 a "#" <<EOF ;', '4 c ;']],
    ['a # <<EOF\nb', ['1 a ;', '2 b ;']],
    ['((x = y << two))\nb', ['1  (', '1  (', '1 x = y << two )', '1  )', '1  ;', '2 b ;']],
    ['a $((1<<two))\nb', ['1 a $((1<<two)) ;', '2 b ;']],
    ['a < b; c', ['1 a < b ;', '1 c ;']],
    ['a <<EOF\nnever ended; b', ['1 a <<EOF ;']],
  ] as const)('%j', (text, pieces) => expect(cut(text)).toEqual(pieces));
});

describe('shellWords', () => {
  it.each([
    ['', []],
    ['  a  b\t', ['a', 'b']],
    ['a\\ b c', ['a b', 'c']],
    ["'a b'c d", ['a bc', 'd']],
    ['"a \\" b"c d', ['a \\" bc', 'd']],
    ['`a b c` d', ['`a b c`', 'd']],
    ['$(aa bb) c', ['$(aa bb)', 'c']],
    ['$(aa (bb cc) dd ee (f g) hh ii) j', ['$(aa (bb cc) dd ee (f g) hh ii)', 'j']],
    ['x${a:-b c}y d', ['x${a:-b c}y', 'd']],
    ["a 'b c", ['a', 'b c']],
    ['a "b c', ['a', 'b c']],
    ['a `b c', ['a', '`b c']],
    ['a $(b c', ['a', '$(b c']],
    ['a ${b c', ['a', '${b c']],
    ['a \'\' ""', ['a', '', '']],
  ] as const)('%j', (text, words) => expect(shellWords(text)).toEqual(words));
});

describe('unquote', () => {
  it.each([
    ['plain', 'plain'],
    ["a'b c'd", 'ab cd'],
    ['a"b \'c\'"d', "ab 'c'd"],
    ['"a\\"b"', 'a\\"b'],
    ["'a\\b'", 'a\\b'],
    ['a\\"b', 'a"b'],
    ["a'b c", 'ab c'],
    ['a"b c', 'ab c'],
  ] as const)('%j', (word, bare) => expect(unquote(word)).toBe(bare));
});
