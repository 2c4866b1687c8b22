// Zone transfers are off, or go to listed servers only (KISA 2026 W-25, 2021 W-29).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, notApplicable, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { nameList } from '../../criteria/name-list.ts';
import { inUse } from '../../criteria/service-quiet.ts';
import { dnsZones } from '../../probes/windows/dns-zones.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

const limited: ReadonlySet<string> = new Set(['NoTransfer', 'TransferToSecureServers', 'TransferToZoneNameServer']);

export const dnsZoneTransfer = hostCheck({
  id: 'windows.dns-zone-transfer',
  title: text('DNS Zone Transfer 설정', 'DNS zone transfers are limited'),
  why: text(
    '영역 전송으로 내부 서버의 목록이 새어 나갑니다.',
    'A zone transfer gives away the list of servers inside.',
  ),
  importance: 'high',
  expects: text(
    '영역 전송이 허용되지 않거나 지정된 서버로만 허용됨',
    'zone transfers are off, or go to listed servers only',
  ),
  remedy: text(
    '영역 전송을 끄거나 지정한 서버로만 허용합니다.',
    'Turn zone transfers off, or allow them to listed servers only.',
  ),
  fix: { any: ['Set-DnsServerPrimaryZone -Name ZONE -SecureSecondaries NoTransfer'] },
  needs: { services: windowsServices, zones: dnsZones },
  judge({ services, zones }) {
    if (zones === null || !inUse(services, 'DNS'))
      return notApplicable(text('DNS 서비스가 꺼져 있음', 'DNS is off'), services.proofs('DNS'));
    const primary = zones.filter(({ type }) => type === 'Primary');
    const evidence: Proof[] = primary.slice(0, quotedMax).map(({ name, transfer }) => ({
      source: `zone ${name} SecureSecondaries`,
      found: transfer || 'not told',
      expected: [...limited].join(', '),
    }));
    const open = primary.filter(({ transfer }) => !limited.has(transfer));
    if (open.length > 0)
      return fail(
        text(`영역 전송이 제한되지 않음: ${nameList(open)}`, `zones are transferred to anybody: ${nameList(open)}`),
        evidence,
      );
    return pass(
      text('영역 전송이 제한됨', 'zone transfers are limited'),
      evidence.length > 0 ? evidence : [{ source: 'Get-DnsServerZone', found: 'no primary zone' }],
    );
  },
});
