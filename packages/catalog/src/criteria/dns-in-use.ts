// The rule that the DNS items share: only BIND that runs, or would, is judged; a resolver of the host itself is no DNS server.
import type { Judgement, NamedStatement, NamedZone, Proof } from '@bongsu/core';
import { manual, namedZones, notApplicable, text } from '@bongsu/core';
import type { NamedConfig } from '../probes/named-config.ts';
import type { HostServices, ServiceUse } from '../probes/services.ts';

/** Whether BIND is on. */
export function dnsUse(services: HostServices): ServiceUse {
  return services.use({
    units: ['named.service', 'bind9.service', 'named-chroot.service'],
    programs: ['/usr/sbin/named'],
  });
}

/** Judges BIND where it is in use. */
export function judgeDns(services: HostServices, judge: (proofs: readonly Proof[]) => Judgement): Judgement {
  const { state, proofs } = dnsUse(services);
  return state === 'on'
    ? judge(proofs)
    : notApplicable(text('DNS 서버가 켜져 있지 않음', 'no DNS server is on'), proofs);
}

/** Judges the configuration of BIND; one that is not where it is known to be is for a person. */
export function judgeNamed(
  services: HostServices,
  config: NamedConfig,
  judge: (statements: readonly NamedStatement[]) => Judgement,
): Judgement {
  return judgeDns(services, (proofs) =>
    config.statements === null
      ? manual(text('BIND가 켜져 있으나 설정 파일을 찾지 못함', 'BIND is on, but its configuration was not found'), [
          ...proofs,
          { source: config.source, found: 'not there' },
        ])
      : judge(config.statements),
  );
}

const held = ['primary', 'master', 'secondary', 'slave', 'mirror'];

/** Zones that the server holds itself: only they are transferred or updated. */
export function heldZones(statements: readonly NamedStatement[]): NamedZone[] {
  return namedZones(statements).filter(({ kind }) => held.includes(kind));
}
