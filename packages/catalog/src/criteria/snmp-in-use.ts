// The rule that the SNMP items share: only an agent that runs, or would, is judged; snmptrapd is another daemon.
import type { Judgement, Proof } from '@bongsu/core';
import { notApplicable, text } from '@bongsu/core';
import type { SnmpAgent } from '../probes/snmp-agent.ts';
import type { HostServices, ServiceUse } from '../probes/services.ts';

/** Whether the agent is on, by its units or by UDP 161 (RFC 3417). */
export function snmpUse(services: HostServices): ServiceUse {
  const use = services.use({ units: ['snmpd.service', 'snmpd.socket'], programs: ['/usr/sbin/snmpd'] });
  const listening = snmpListeners(services).map(({ address, port }) => ({
    source: 'ss -l -n -u',
    found: `udp ${address}:${port}`,
  }));
  return use.state === 'on' || listening.length === 0
    ? { ...use, proofs: [...use.proofs, ...listening] }
    : { state: 'on', proofs: listening };
}

export function snmpListeners(services: HostServices): HostServices['listeners'] {
  return services.listeners.filter(({ protocol, port }) => protocol === 'udp' && port === 161);
}

/** Judges the agent's configuration where it is in use. */
export function judgeSnmp(services: HostServices, judge: (proofs: readonly Proof[]) => Judgement): Judgement {
  const { state, proofs } = snmpUse(services);
  return state === 'on' ? judge(proofs) : notApplicable(text('SNMP가 켜져 있지 않음', 'SNMP is not on'), proofs);
}

/** Communities as evidence: their length and kinds only. */
export function communityProofs(agent: SnmpAgent, expected: string): Proof[] {
  return agent.communities.map((one) => ({
    source: one.source,
    found: `${one.directive}: community of ${one.length} characters (${one.word === 'other' ? one.kinds : one.word}), from ${one.from || 'anywhere'}`,
    expected,
  }));
}

/** Users of version 3 as evidence. */
export function userProofs(agent: SnmpAgent): Proof[] {
  return agent.users.map((one) => ({
    source: one.source,
    found: [one.directive, one.name, one.level].filter(Boolean).join(' '),
  }));
}
