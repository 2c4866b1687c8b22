// Where a mutant stands, and what the rules leave out: the words of a unit and the shell of a probe, and no more.
import { expect, it } from 'vitest';
import { planOf } from './plan.ts';

const text = `
const words = text('가', 'a');
const keys = ['one', 'two'];
const both = ['three'];
export const unit = hostCheck({
  id: 'a.b',
  title: words,
  importance: 'high',
  parameters: { limit: numberParameter(text('라', 'l'), 9, { min: 1 }) },
  judge({ fact }) {
    const found = (list) => list.filter((item) => item === 'four');
    const few = both.filter(Boolean).slice(0, shownMax);
    const much = both.length > 9 ? 'much' : 'little';
    return found(both) ? pass(text(\`나 \${much}\`, 'b'), [{ source: 'six', found: \`it \${both.join('seven')}\` }]) : much;
  },
});
function told(many) {
  const names = many.join('eight');
  const rest = many.length > 10 ? 'more' : 'less';
  return unread(\`다 \${names}\`, \`d \${rest.slice(0, 11)}\`);
}
export const lines = probe({ name: 'lines', script: \`cat \${keys.join(' ')} \${both}\`, live: true, read: () => 'five' });
`;
const plan = planOf('a.ts', text);
const at = (piece: string): [number, number] => [text.indexOf(piece), text.indexOf(piece) + piece.length];

it.each([
  ["'four'", 'unit.judge.found'],
  ["'one'", 'keys'],
  ["'five'", 'lines.read'],
  ["'six'", 'unit.judge'],
  ['many.length', 'told.rest'],
  ['const words', '(top)'],
])('%s stands in %s', (piece, name) => expect(plan.within(...at(piece))).toBe(name));

it.each([
  ["'가'", 'head'],
  ["'high'", 'closed'],
  ["'l'", 'head'],
  ['{ min: 1 }', null],
  ["'one'", 'shell'],
  ["' '", 'shell'],
  ["'lines'", 'shell'],
  ["'three'", null],
  ["'four'", null],
  ["'five'", null],
  ["'much'", null],
  ['both.filter(Boolean).slice(0, shownMax)', 'quoted'],
  ['both.filter(Boolean)', null],
  ["'b'", null],
  ["'six'", null],
  ["`it ${both.join('seven')}`", null],
  ["'seven'", 'wording'],
  ["'eight'", 'wording'],
  ["'more'", 'wording'],
  ['rest.slice(0, 11)', 'wording'],
  ['`다 ${names}`', 'wording'],
  ['`d ${rest.slice(0, 11)}`', null],
  ["'a.b'", null],
  ['true', null],
])('%s is left out by %s', (piece, rule) => expect(plan.rule(...at(piece))).toBe(rule));

it('counts lines and columns from 0', () => {
  expect(plan.offset({ line: 1, column: 6 })).toBe(text.indexOf('words'));
});
