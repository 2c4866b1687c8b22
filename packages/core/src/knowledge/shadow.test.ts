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
    ['unlocked', 'unlocked', 'unlocked'],
    ['locked2', 'locked2', 'locked2'],
    ['gost-yescrypt', 'gost-yescrypt', 'gost-yescrypt'],
  ])('%j is %s with the hash %s', (said, state, hash) => expect(passwordField(said)).toEqual({ state, hash }));
});

it('reads a line of no more fields than it needs, and none of fewer', () => {
  expect(parseShadow(['k\rim:sha512:1:7:90\r', ':*:1:0:9:7', '+::1:0:9:7', 'lee:*:1:0', 'park:none::x:'])).toEqual([
    { name: 'k\rim', state: 'sha512', hash: 'sha512', minDays: 7, maxDays: 90, line: 1 },
    { name: 'park', state: 'none', hash: null, minDays: null, maxDays: null, line: 5 },
  ]);
});

it.each([
  ['sha512', true],
  ['none', true],
  ['locked', false],
  ['invalid', false],
])('%s takes a password: %s', (said, takes) => {
  expect(parseShadow([`kim:${said}:1:0:9`]).map(takesPassword)).toEqual([takes]);
});

it('a locked hash opens nothing and is still there', () => {
  const [entry] = parseShadow(['# note', 'kim:locked-md5:19700:0:99999:7::']).map((one) => one);
  expect(entry).toMatchObject({ name: 'kim', state: 'locked', hash: 'md5', line: 2 });
  expect(entry && takesPassword(entry)).toBe(false);
});
