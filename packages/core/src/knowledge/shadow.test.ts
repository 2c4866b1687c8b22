// What the probes say of password fields, read back.
import { describe, expect, it } from 'vitest';
import { parseShadow, passwordField, takesPassword } from './shadow.ts';

describe('a password field', () => {
  it.each([
    ['', 'none', null],
    ['none', 'none', null],
    ['*', 'locked', null],
    ['!', 'locked', null],
    ['locked', 'locked', null],
    ['locked-md5', 'locked', 'md5'],
    ['invalid', 'invalid', null],
    ['gost-yescrypt', 'gost-yescrypt', 'gost-yescrypt'],
  ])('%j is %s with the hash %s', (said, state, hash) => expect(passwordField(said)).toEqual({ state, hash }));
});

it('a locked hash opens nothing and is still there', () => {
  const [entry] = parseShadow(['# note', 'kim:locked-md5:19700:0:99999:7::']).map((one) => one);
  expect(entry).toMatchObject({ name: 'kim', state: 'locked', hash: 'md5', line: 2 });
  expect(entry && takesPassword(entry)).toBe(false);
});
