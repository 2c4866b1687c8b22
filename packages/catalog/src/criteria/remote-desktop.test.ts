// Remote desktop is on where the value in force is 0: that of group policy, else the local one, else Windows denies connections.
import { expect, it } from 'vitest';
import type { RegistryValue } from '../probes/windows/registry.ts';
import { inForce, remoteDesktop } from './remote-desktop.ts';

const value = (source: string, number: number | null): RegistryValue => ({
  source,
  present: number !== null,
  kind: number === null ? '' : 'DWord',
  values: number === null ? [] : [String(number)],
  number,
});

it.each([
  [null, null, false, 'own', 'not set (built-in: 1)'],
  [0, null, true, 'own', '0'],
  [1, null, false, 'own', '1'],
  [0, 1, false, 'policy', '1'],
  [1, 0, true, 'policy', '0'],
  [null, 0, true, 'policy', '0'],
])('local %s, policy %s: on is %s', (own, policy, on, source, found) => {
  const [denyRemoteDesktop, denyRemoteDesktopPolicy] = [value('own', own), value('policy', policy)];
  expect(remoteDesktop({ denyRemoteDesktop, denyRemoteDesktopPolicy })).toEqual({ on, proof: { source, found } });
  expect(inForce(denyRemoteDesktopPolicy, denyRemoteDesktop).source).toBe(source);
});

it('shows a value of several texts whole, and takes it for no 0', () => {
  const odd: RegistryValue = { source: 'own', present: true, kind: 'MultiString', values: ['a', 'b'], number: null };
  const read = remoteDesktop({ denyRemoteDesktop: odd, denyRemoteDesktopPolicy: value('policy', null) });
  expect(read).toEqual({ on: false, proof: { source: 'own', found: 'a, b' } });
});
