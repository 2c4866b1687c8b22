// Values of the registry and the exported policy against a rule: absent ones by what Windows does, strange ones never as good.
import { securityPolicy, text } from '@bongsu/core';
import { expect, it } from 'vitest';
import type { RegistryValue } from '../probes/windows/registry.ts';
import { judgeReadings, policyReading, registryReading, type ValueRule } from './windows-values.ts';

const source = 'HKLM:\\X\\Y';
const value = (number: number | null, ...values: string[]): RegistryValue => ({
  source,
  present: true,
  kind: 'DWord',
  values,
  number,
});
const absent: RegistryValue = { source, present: false, kind: '', values: [], number: null };
const one: ValueRule = { expected: '1', good: (found) => found === 1 };
const any: ValueRule = { expected: 'a number', good: () => true };

it.each<[string, RegistryValue, ValueRule, string, boolean]>([
  ['as required', value(1, '1'), one, '1', true],
  ['not as required', value(0, '0'), one, '0', false],
  ['several texts', value(null, 'a', 'b'), any, 'a, b', false],
  ['set to no number although the built-in is good', value(null, 'x'), { ...one, builtIn: 1 }, 'x', false],
  ['absent, and the built-in is good', absent, { ...one, builtIn: 1 }, 'not set (built-in: 1)', true],
  ['absent, and the built-in is bad', absent, { ...one, builtIn: 0 }, 'not set (built-in: 0)', false],
  ['absent without a built-in', absent, any, 'not set', false],
  ['set where there is a built-in', value(0, '0'), { ...one, builtIn: 1 }, '0', false],
])('registry: %s', (_name, seen, rule, found, good) => {
  expect(registryReading(seen, rule)).toEqual({ proof: { source, found, expected: rule.expected }, good });
});

it.each<[string, ValueRule, string, boolean]>([
  ['1', one, '1', true],
  ['0', one, '0', false],
  ['-1', any, '-1', true],
  ['0042', { expected: '42', good: (found) => found === 42 }, '0042', true],
  ['1 day', any, '1 day', false],
  ['about 1', any, 'about 1', false],
  ['1234567890123', any, '1234567890123', false],
  ['', any, '', false],
])('policy: %j', (text, rule, found, good) => {
  const policy = securityPolicy(['[System Access]', `LockoutBadCount = ${text}`]);
  expect(policyReading(policy, 'System Access', 'LockoutBadCount', rule)).toEqual({
    proof: { source: 'secedit [System Access] LockoutBadCount', found, expected: rule.expected },
    good,
  });
});

it('policy: what it does not hold is built in, or a fault', () => {
  const policy = securityPolicy(['[System Access]', 'x = 1']);
  const read = (rule: ValueRule) => policyReading(policy, 'System Access', 'LockoutDuration', rule);
  expect(read(any)).toMatchObject({ proof: { found: 'not set' }, good: false });
  expect(read({ ...one, builtIn: 1 })).toMatchObject({ proof: { found: 'not set (built-in: 1)' }, good: true });
});

it('tells the faults first', () => {
  const reading = (name: string, good: boolean) => ({ proof: { source: name, found: 'x', expected: 'y' }, good });
  const what = text('계정 잠금', 'account lockout');
  const mixed = judgeReadings(what, [reading('a', true), reading('b', false), reading('c', true)]);
  expect(mixed.status).toBe('fail');
  expect(mixed.reason).toEqual({ ko: '계정 잠금: 기준과 다름', en: 'account lockout: not as required' });
  expect(mixed.evidence.map((proof) => proof.source)).toEqual(['b', 'a', 'c']);
  expect(judgeReadings(what, [reading('a', true)])).toEqual({
    status: 'pass',
    reason: { ko: '계정 잠금: 기준대로 설정됨', en: 'account lockout: as required' },
    evidence: [{ source: 'a', found: 'x', expected: 'y' }],
  });
});
