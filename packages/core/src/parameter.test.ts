// Values of parameters as configurations give them: what fits is read, what does not is refused with what would do.
import { expect, it } from 'vitest';
import {
  listParameter,
  modeParameter,
  numberParameter,
  parameterText,
  parameterValue,
  switchParameter,
} from './parameter.ts';

const about = { ko: '', en: '' };
const number = numberParameter(about, 90, { min: 1, max: 365 });
const mode = modeParameter(about, 0o400);

it('reads what fits', () => {
  expect(parameterValue(number, 1)).toBe(1);
  expect(parameterValue(number, 365)).toBe(365);
  expect(parameterValue(mode, '0640')).toBe(0o640);
  expect(parameterValue(mode, '640')).toBe(0o640);
  expect(parameterValue(switchParameter(about, false), true)).toBe(true);
  expect(parameterValue(listParameter(about, []), ['a'])).toEqual(['a']);
});

it.each([
  [number, 0, '1 to 365'],
  [number, 366, '1 to 365'],
  [number, 1.5, 'whole number'],
  [number, '90', 'whole number'],
  [mode, 640, '"0640"'],
  [mode, '0888', '"0640"'],
  [mode, '00000', '"0640"'],
  [switchParameter(about, false), 'yes', 'true or false'],
  [listParameter(about, []), [1], 'list of texts'],
  [listParameter(about, []), 'a', 'list of texts'],
] as const)('refuses what does not fit: %#', (parameter, given, said) => {
  expect(() => parameterValue(parameter, given)).toThrow(said);
});

it('writes values as people do', () => {
  expect(parameterText(mode, 0o400)).toBe('0400');
  expect(parameterText(mode, 0)).toBe('0000');
  expect(parameterText(mode, 0o2755)).toBe('02755');
  expect(parameterText(number, 8)).toBe('8');
  expect(parameterText(listParameter(about, []), ['a', 'b'])).toBe('[a, b]');
  expect(parameterText(switchParameter(about, true), false)).toBe('false');
});
