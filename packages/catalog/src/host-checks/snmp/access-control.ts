// SNMP answers named sources only (KISA 2026 U-61).
import type { Judgement, Proof } from '@bongsu/core';
import { agentOnLoopback, fail, fromEverybody, hostCheck, manual, pass, text } from '@bongsu/core';
import { communityProofs, judgeSnmp, snmpListeners, userProofs } from '../../criteria/snmp-in-use.ts';
import type { HostServices } from '../../probes/services.ts';
import { services } from '../../probes/services.ts';
import type { SnmpAgent } from '../../probes/snmp-agent.ts';
import { snmpAgent } from '../../probes/snmp-agent.ts';

export const accessControl = hostCheck({
  id: 'snmp.access-control',
  title: text('SNMP Access Control 설정', 'SNMP access control'),
  why: text(
    '어디서나 SNMP를 조회할 수 있으면 community를 무한히 시험해 볼 수 있습니다.',
    'An agent that answers everybody lets communities be tried without end.',
  ),
  importance: 'high',
  expects: text('SNMP 요청이 지정된 출발지로 제한됨', 'SNMP requests are limited to named sources'),
  remedy: text(
    'rocommunity·com2sec에 허용할 네트워크를 적거나 agentaddress를 필요한 주소로 좁힙니다.',
    'Name the allowed network in rocommunity and com2sec, or narrow agentaddress.',
  ),
  fix: {
    any: ['grep -nE "^(ro|rw)community|^com2sec|^agentaddress" /etc/snmp/snmpd.conf', 'systemctl restart snmpd'],
  },
  question: text(
    'SNMP 요청을 허용받은 대역이 필요한 만큼입니까?',
    'Are the networks that may ask SNMP no wider than needed?',
  ),
  needs: { services, agent: snmpAgent },
  judge({ services: seen, agent }) {
    return judgeSnmp(seen, (proofs) => judgeSources(seen, agent, proofs));
  },
});

/** As ss writes an address: one of IPv6 in brackets. */
function isLoopback(address: string): boolean {
  const bare = address.replace('[', '').replace(']', '');
  return bare === '::1' || bare.startsWith('127.') || bare.startsWith('::ffff:127.');
}

function judgeSources(services: HostServices, agent: SnmpAgent, running: readonly Proof[]): Judgement {
  const evidence = [...running, ...communityProofs(agent, 'a named source'), ...userProofs(agent)];
  const heard = snmpListeners(services);
  if (heard.length > 0 && heard.every(({ address }) => isLoopback(address)))
    return pass(text('자기 자신의 주소에서만 응답함', 'the agent listens to the host itself only'), evidence);
  if (agent.addresses.length > 0)
    evidence.push({ source: agent.addressSource, found: `agentaddress ${agent.addresses.join(',')}` });
  if (heard.length === 0 && agent.addresses.length > 0 && agent.addresses.every(agentOnLoopback))
    return pass(text('agentaddress가 자기 자신뿐임', 'agentaddress is the host itself only'), evidence);
  const open = agent.communities.filter(({ from, directive }) => directive !== 'com2secunix' && fromEverybody(from));
  if (open.length > 0)
    return fail(
      text('어디서나 조회할 수 있는 community가 있음', 'a community answers requests from anywhere'),
      evidence,
    );
  if (agent.communities.length > 0)
    return pass(text('출발지가 제한됨', 'requests are limited to named sources'), evidence);
  return manual(
    text(
      'community가 없고 v3는 출발지를 제한하지 않음: 방화벽 등으로 제한하는지 확인 필요',
      'version 3 knows no sources: does a firewall limit who reaches the agent?',
    ),
    evidence,
  );
}
