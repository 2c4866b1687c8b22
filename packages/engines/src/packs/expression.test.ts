// Conditions: what they may say, what is refused before any host is asked, and that trouble is a fault and never an answer.
import { expect, it } from 'vitest';
import { expressionOf, isFault } from './expression.ts';
import { celValue, ValueFault } from './values.ts';

const file = celValue({
  exists: true,
  mode: 0o640,
  lines: ['PermitRootLogin no', '# x'],
  values: new Map([['a', '5']]),
  half: 0.5,
});
const host = celValue({ family: 'rhel', version: '9.4' });

function asked(text: string): unknown {
  const made = expressionOf(text, ['file', 'host'], 'condition');
  if (isFault(made)) return `refused: ${made.fault}`;
  const said = made.evaluate({ file, host });
  return 'fault' in said ? `fault: ${said.fault}` : said.value;
}

it.each([
  ['file.mode == octal("640") && within(file.mode, "0644")', true],
  ['within(file.mode, "600")', false],
  ['file.mode == 416', true],
  ['host.family in ["rhel", "amazon-linux"] && host.version.atLeast("8")', true],
  ['host.version.atLeast("9.5")', false],
  ['"rolling".atLeast("1")', false],
  ['file.lines.exists(l, l.matches("(?i)^\\\\s*permitrootlogin\\\\s+no$"))', true],
  ['int(file.values["a"]) <= 5', true],
  ['"b" in file.values', false],
  ['file.lines.filter(l, l.startsWith("#")).size() == 1', true],
  ['file.half < 1.0', true],
])('%s gives %s', (text, expected) => expect(asked(text)).toBe(expected));

it.each([
  ['file.values["b"] == "x"', 'No such key'],
  ['file.absent', 'No such key'],
  ['file.lines[7] == ""', 'out of bounds'],
  ['file.values["a"] < 5', 'no such overload'],
  ['file.lines', 'not true or false'],
  ['file.values["constructor"] == ""', 'No such key'],
  ['int(file.lines[0]) == 1', 'cannot convert'],
  ['within(file.mode, "rw")', 'no octal mode'],
  ['file.lines.exists(l, l.matches(file.lines[0] + "("))', 'not closed'],
])('%s is a fault: %s', (text, why) => expect(asked(text)).toMatch(new RegExp(`^fault: .*${why}`)));

it.each([
  ['file.mode ==', 'Unexpected'],
  ['nobody == 1', 'Unknown variable'],
  ['"text"', 'gives string'],
  ['file.mode <= 0640', 'octal\\("640"\\)'],
  ['file.lines.all(a, file.lines.all(b, file.lines.all(c, true)))', '2 other loops'],
  ['file.lines.exists(l, l.matches("(?=x)"))', 'the pattern is refused'],
  ['file.mode & 18 == 0', 'Unexpected'],
  [`${'('.repeat(60)}true${')'.repeat(60)}`, 'maxDepth'],
  [`"${'x'.repeat(2000)}" == ""`, 'longer than 2000'],
  [Array.from({ length: 400 }, () => '1').join('+'), 'maxAstNodes'],
  ['process.exit()', 'Unknown variable'],
])('%s is refused: %s', (text, why) => expect(asked(text)).toMatch(new RegExp(`^refused: .*${why}`)));

it('names the place of a fault', () => {
  const made = expressionOf('true && file.mode <= 0640', ['file'], 'condition');
  expect(made).toMatchObject({ offset: 21 });
});

it('ends in time whatever a host sends', () => {
  const made = expressionOf('f.all(a, f.exists(b, b.matches("^(x+)+y$")))', ['f'], 'condition');
  if (isFault(made)) throw new Error(made.fault);
  const started = performance.now();
  const lines = celValue(Array.from({ length: 300 }, () => 'x'.repeat(60)));
  expect(made.evaluate({ f: lines })).toEqual({ value: false });
  expect(performance.now() - started).toBeLessThan(5000);
});

it.each([
  ['a list', Array.from({ length: 5001 }, () => '')],
  ['a line', 'x'.repeat(8193)],
  ['too deep', [[[[[[[[[[1]]]]]]]]]]],
  ['all together', Array.from({ length: 100 }, () => Array.from({ length: 4000 }, () => 1))],
])('%s beyond its limit is a fault and not cut', (_what, value) => expect(() => celValue(value)).toThrow(ValueFault));
