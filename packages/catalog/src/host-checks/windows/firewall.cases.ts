// Cases of windows.firewall.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const sides = (...on: readonly [string, string, string]) =>
  ['Domain', 'Private', 'Public'].map((name, index) => ['firewall', name, on[index] ?? '', 'Block'] as const);

export const windowsFirewallCases: readonly HostCase[] = [
  { name: 'on', host: ws2022, notes: sides('True', 'True', 'True'), expect: 'pass' },
  { name: 'public is off', host: ws2019, notes: sides('True', 'True', 'False'), expect: 'fail', because: 'Public' },
  { name: 'not configured', host: ws2019, notes: sides('True', 'NotConfigured', 'True'), expect: 'fail' },
  { name: 'two profiles', host: ws2016, notes: sides('True', 'True', 'True').slice(1), expect: 'unknown' },
];
