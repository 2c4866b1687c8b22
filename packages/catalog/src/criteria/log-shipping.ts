// Agents that send a host's logs elsewhere: not what an item asks, but what a person who judges it wants to know.
import type { Proof } from '@bongsu/core';
import type { HostServices } from '../probes/services.ts';

/** Unit names of the packages' own documentation. */
const agents = [
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
];

/** Those that run or would start; one line that says so where none does. */
export function shippingProofs({ use }: HostServices): Proof[] {
  const running = agents.flatMap((unit) => {
    const seen = use({ units: [unit] });
    return seen.state === 'on'
      ? seen.proofs.map(({ source, found }) => ({ source, found: `${found}: ships logs` }))
      : [];
  });
  return running.length > 0 ? running : [{ source: 'agents that ship logs', found: 'none known is on' }];
}
