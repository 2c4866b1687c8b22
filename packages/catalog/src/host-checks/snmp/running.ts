// The SNMP agent is off (KISA 2026 U-58, 2021 U-66).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { snmpUse } from '../../criteria/snmp-in-use.ts';
import { services } from '../../probes/services.ts';

export const snmpRunning = hostCheck({
  id: 'snmp.running',
  title: text('불필요한 SNMP 서비스 구동 점검', 'No needless SNMP service'),
  why: text(
    'SNMP는 시스템 정보를 넓게 알려 주고, 설정에 따라 바꾸게도 합니다.',
    'SNMP tells much about a system, and some set-ups let it be changed.',
  ),
  importance: 'medium',
  expects: text('SNMP 에이전트가 실행되지 않고 시작되지도 않음', 'the SNMP agent neither runs nor would be started'),
  remedy: text(
    'systemctl disable --now snmpd. 감시에 꼭 필요하면 v3만 쓰고 예외로 승인받습니다.',
    'systemctl disable --now snmpd. Where monitoring needs it, keep to version 3 and have the exception approved.',
  ),
  fix: {
    any: ['systemctl disable --now snmpd'],
  },
  question: text(
    '이 서비스의 상태를 읽지 못한 까닭을 보고, 켜져 있는지 확인해 주십시오.',
    'Is this service on? Its state could not be told from the host alone.',
  ),
  needs: { services },
  judge({ services: seen }) {
    const { state, proofs } = snmpUse(seen);
    return state === 'on'
      ? fail(text('SNMP 에이전트가 켜져 있음', 'the SNMP agent is on'), proofs)
      : pass(text('SNMP 에이전트가 켜져 있지 않음', 'the SNMP agent is not on'), proofs);
  },
});
