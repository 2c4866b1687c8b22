// A Windows service is quiet where it neither runs nor starts by itself.
import { text } from '@bongsu/core';
import { expect, it } from 'vitest';
import type { WindowsServices } from '../probes/windows/service-states.ts';
import { inUse, judgeQuiet } from './service-quiet.ts';

/** `running` or `stopped`, and how it starts. */
const host = (states: Readonly<Record<string, readonly [boolean, string]>>): WindowsServices => {
  const all = Object.entries(states).map(([name, [running, start]]) => ({ name, running, start }));
  return {
    all,
    find: (name) => all.find((one) => one.name === name),
    proofs: (...names) => names.map((source) => ({ source, found: states[source]?.join(' ') ?? 'not installed' })),
  };
};
const what = text('원격 레지스트리', 'Remote Registry');

it.each([
  [true, 'Auto', true],
  [true, 'Manual', true],
  [true, 'Disabled', true],
  [false, 'Auto', true],
  [false, 'Manual', false],
  [false, 'Disabled', false],
])('running %s, start %s: %s', (running, start, used) => {
  const services = host({ RemoteRegistry: [running, start] });
  expect(inUse(services, 'RemoteRegistry')).toBe(used);
  expect(inUse(services, 'TlntSvr', 'RemoteRegistry')).toBe(used);
  expect(inUse(services, 'TlntSvr')).toBe(false);
});

it('passes, fails, or asks where it may be needed', () => {
  const [on, off] = [host({ RemoteRegistry: [true, 'Auto'] }), host({ RemoteRegistry: [false, 'Disabled'] })];
  const evidence = [{ source: 'RemoteRegistry', found: 'true Auto' }];
  expect(judgeQuiet(off, what, ['RemoteRegistry'])).toEqual({
    status: 'pass',
    reason: { ko: '원격 레지스트리가 꺼져 있음', en: 'Remote Registry: off' },
    evidence: [{ source: 'RemoteRegistry', found: 'false Disabled' }],
  });
  expect(judgeQuiet(on, what, ['RemoteRegistry'])).toEqual({
    status: 'fail',
    reason: { ko: '원격 레지스트리가 켜져 있음', en: 'Remote Registry: on' },
    evidence,
  });
  const needed = text('필요한지 확인 필요', 'is it needed?');
  expect(judgeQuiet(on, what, ['RemoteRegistry'], needed)).toEqual({ status: 'manual', reason: needed, evidence });
  expect(judgeQuiet(off, what, ['RemoteRegistry'], needed).status).toBe('pass');
});
