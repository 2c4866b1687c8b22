// What ships logs is known by the units of its package.
import { expect, it } from 'vitest';
import type { HostServices, ServiceUse } from '../probes/services.ts';
import { shippingProofs } from './log-shipping.ts';

const host = (states: Readonly<Record<string, ServiceUse['state']>>): HostServices => ({
  listeners: [],
  use: ({ units: [unit = ''] }) => ({
    state: states[unit] ?? 'absent',
    proofs: [{ source: unit, found: states[unit] ?? 'absent', expected: 'off' }],
  }),
});

it.each([
  'amazon-cloudwatch-agent.service',
  'awslogsd.service',
  'awslogs.service',
  'fluent-bit.service',
  'fluentd.service',
  'td-agent.service',
  'filebeat.service',
  'vector.service',
  'splunk.service',
  'SplunkForwarder.service',
])('%s', (unit) => {
  expect(shippingProofs(host({ [unit]: 'on', 'rsyslog.service': 'on' }))).toEqual([
    { source: unit, found: 'on: ships logs' },
  ]);
});

it('says so where none is on', () => {
  expect(shippingProofs(host({ 'filebeat.service': 'off' }))).toEqual([
    { source: 'agents that ship logs', found: 'none known is on' },
  ]);
});
