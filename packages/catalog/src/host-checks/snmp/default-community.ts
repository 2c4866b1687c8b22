// SNMP communities are neither public nor private (KISA 2021 U-67, which asks for no more).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { communityProofs, judgeSnmp } from '../../criteria/snmp-in-use.ts';
import { services } from '../../probes/services.ts';
import { snmpAgent } from '../../probes/snmp-agent.ts';

export const defaultCommunity = hostCheck({
  id: 'snmp.default-community',
  title: text('SNMP 기본 Community String 사용 금지', 'No default SNMP community'),
  why: text(
    'public, private는 모든 스캐너가 먼저 시도하는 community입니다.',
    'public and private are what every scanner tries first.',
  ),
  importance: 'medium',
  expects: text('community가 public이나 private가 아님', 'no community is public or private'),
  remedy: text('community를 바꾸거나 v3로 옮깁니다.', 'Change the community, or move to version 3.'),
  fix: {
    any: ['net-snmp-create-v3-user -ro -a SHA -x AES USER', 'systemctl restart snmpd'],
  },
  question: text('community 문자열이 public·private가 아닙니까?', 'Is the community neither public nor private?'),
  needs: { services, agent: snmpAgent },
  judge({ services: seen, agent }) {
    return judgeSnmp(seen, (proofs) => {
      const evidence = [...proofs, ...communityProofs(agent, 'neither public nor private')];
      if (agent.communities.some(({ word }) => word !== 'other'))
        return fail(text('community가 public 또는 private임', 'a community is public or private'), evidence);
      return agent.configured
        ? pass(text('public, private community가 없음', 'no community is public or private'), evidence)
        : manual(text('SNMP가 켜져 있으나 설정 파일을 찾지 못함', 'SNMP is on, but its file was not found'), evidence);
    });
  },
});
