// DNS is off, or its zones take no dynamic updates (KISA 2026 W-32, 2021 W-63).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, pass, switchParameter, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { nameList } from '../../criteria/name-list.ts';
import { inUse } from '../../criteria/service-quiet.ts';
import { dnsZones } from '../../probes/windows/dns-zones.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

export const dnsDynamicUpdate = hostCheck({
  id: 'windows.dns-dynamic-update',
  title: text('DNS 서비스 구동 점검', 'DNS is off, or takes no dynamic updates'),
  why: text(
    '동적 업데이트로 이름을 바꿔 접속을 가로챌 수 있습니다.',
    'With dynamic updates names can be pointed elsewhere and connections caught.',
  ),
  importance: 'medium',
  expects: text('DNS가 꺼져 있거나 동적 업데이트를 받지 않음', 'DNS is off, or its zones take no dynamic updates'),
  remedy: text(
    '영역의 동적 업데이트를 없음으로 둡니다. Active Directory 영역은 보안 전용이 필요합니다.',
    'Set dynamic updates of the zones to None; zones of Active Directory need Secure only.',
  ),
  fix: { any: ['Set-DnsServerPrimaryZone -Name ZONE -DynamicUpdate None'] },
  parameters: {
    secure: switchParameter(text('인증된 동적 업데이트를 허용', 'accept authenticated dynamic updates'), false),
  },
  accepted: [
    {
      families: ['windows'],
      values: { secure: true },
      why: text(
        '도메인 구성원은 자기 이름을 스스로 등록하며, 보안 전용 업데이트는 Kerberos로 인증된 소유자만 바꿀 수 있습니다(Microsoft, Active Directory 통합 DNS).',
        'members of a domain register their own names; secure updates take changes only from their owner, by Kerberos (Microsoft, Active Directory-integrated DNS)',
      ),
    },
  ],
  needs: { services: windowsServices, zones: dnsZones },
  judge({ services, zones }, _host, { secure }) {
    if (zones === null || !inUse(services, 'DNS'))
      return pass(text('DNS 서비스가 꺼져 있음', 'DNS is off'), services.proofs('DNS'));
    const primary = zones.filter(({ type }) => type === 'Primary');
    const evidence: Proof[] = primary.slice(0, quotedMax).map(({ name, update }) => ({
      source: `zone ${name} DynamicUpdate`,
      found: update || 'not told',
      expected: secure ? 'None or Secure' : 'None',
    }));
    const open = primary.filter(({ update }) => update !== 'None' && !(secure && update === 'Secure'));
    if (open.length > 0)
      return fail(
        text(`동적 업데이트를 받는 영역이 있음: ${nameList(open)}`, `zones take dynamic updates: ${nameList(open)}`),
        evidence,
      );
    return pass(
      text('동적 업데이트를 받지 않음', 'no zone takes dynamic updates beyond what is allowed'),
      evidence.length > 0 ? evidence : [{ source: 'Get-DnsServerZone', found: 'no primary zone' }],
    );
  },
});
