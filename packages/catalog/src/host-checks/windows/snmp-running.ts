// SNMP is off unless it is needed (KISA 2026 W-29, 2021 W-60).
import { hostCheck, text } from '@bongsu/core';
import { judgeQuiet } from '../../criteria/service-quiet.ts';
import { serviceFix } from '../../criteria/windows-fix.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

export const snmpRunning = hostCheck({
  id: 'windows.snmp-running',
  title: text('불필요한 SNMP 서비스 구동 점검', 'SNMP runs only where it is needed'),
  why: text(
    'SNMP로 시스템 정보가 새거나 바뀔 수 있습니다.',
    'SNMP gives away what the system is like, or lets it be changed.',
  ),
  importance: 'medium',
  expects: text('필요하지 않으면 SNMP가 꺼져 있음', 'SNMP is off unless it is needed'),
  remedy: text(
    '쓰지 않으면 SNMP 서비스를 중지하고 제거합니다.',
    'Stop the SNMP service, or remove it, where it is not needed.',
  ),
  fix: { any: [...serviceFix('SNMP')] },
  question: text('SNMP로 이 서버를 감시합니까?', 'Is this server monitored by SNMP?'),
  needs: { services: windowsServices },
  judge({ services }) {
    return judgeQuiet(
      services,
      text('SNMP 서비스', 'SNMP'),
      ['SNMP'],
      text('SNMP가 켜져 있음: 필요한 서비스인지 확인 필요', 'SNMP is on: is it needed here?'),
    );
  },
});
