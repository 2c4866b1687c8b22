// SNMP packets are taken from listed hosts only (KISA 2026 W-31, 2021 W-62).
import { fail, hostCheck, notApplicable, pass, text } from '@bongsu/core';
import { inUse } from '../../criteria/service-quiet.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';
import { snmpService } from '../../probes/windows/snmp-service.ts';

export const snmpAccess = hostCheck({
  id: 'windows.snmp-access',
  title: text('SNMP Access Control 설정', 'SNMP answers listed hosts alone'),
  why: text(
    'community를 아는 누구나 어디서든 SNMP를 쓸 수 있습니다.',
    'Whoever knows the community could ask from anywhere.',
  ),
  importance: 'medium',
  expects: text('SNMP 패킷을 정해진 호스트로부터만 받음', 'SNMP packets are taken from listed hosts only'),
  remedy: text(
    "SNMP 서비스의 보안 탭에서 '다음 호스트로부터 SNMP 패킷 받아들이기'에 관리 서버를 등록합니다.",
    'List the management servers under "Accept SNMP packets from these hosts" of the SNMP service.',
  ),
  fix: {
    any: [
      'New-ItemProperty -Path HKLM:\\SYSTEM\\CurrentControlSet\\Services\\SNMP\\Parameters\\PermittedManagers -Name 1 -Value ADDRESS -PropertyType String',
    ],
  },
  needs: { services: windowsServices, snmp: snmpService },
  judge({ services, snmp }) {
    if (snmp === null || !inUse(services, 'SNMP'))
      return notApplicable(text('SNMP가 켜져 있지 않음', 'SNMP is not on'), services.proofs('SNMP'));
    const evidence = [
      { source: 'PermittedManagers', found: snmp.managers.join(', ') || 'empty: any host', expected: 'listed hosts' },
    ];
    return snmp.managers.length > 0
      ? pass(text('SNMP 접근이 정해진 호스트로 제한됨', 'SNMP is limited to listed hosts'), evidence)
      : fail(text('모든 호스트의 SNMP 패킷을 받음', 'SNMP packets are taken from any host'), evidence);
  },
});
