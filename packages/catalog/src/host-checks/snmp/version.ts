// SNMP speaks version 3 only (KISA 2026 U-59).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { communityProofs, judgeSnmp, userProofs } from '../../criteria/snmp-in-use.ts';
import { services } from '../../probes/services.ts';
import { snmpAgent } from '../../probes/snmp-agent.ts';

export const snmpVersion = hostCheck({
  id: 'snmp.version',
  title: text('안전한 SNMP 버전 사용', 'Use of a safe SNMP version'),
  why: text(
    'v1, v2c는 community를 평문으로 보내 엿들은 사람이 그대로 쓸 수 있습니다.',
    'Versions 1 and 2c send the community in clear text; who overhears it may use it.',
  ),
  importance: 'high',
  expects: text('SNMP v3만 사용함', 'only SNMP version 3 is in use'),
  remedy: text(
    'rocommunity, rwcommunity, com2sec 줄을 지우고 createUser와 rouser … priv로 v3 사용자를 만듭니다.',
    'Remove the lines rocommunity, rwcommunity and com2sec; make users of version 3 (createUser, rouser … priv).',
  ),
  fix: {
    any: [
      "sed -i -E 's/^(ro|rw)community|^com2sec/#&/' /etc/snmp/snmpd.conf",
      'net-snmp-create-v3-user -ro -a SHA -x AES USER',
      'systemctl restart snmpd',
    ],
  },
  question: text('SNMP v3만 쓰고 있습니까?', 'Is only version 3 of SNMP in use?'),
  needs: { services, agent: snmpAgent },
  judge({ services: seen, agent }) {
    return judgeSnmp(seen, (proofs) => {
      const evidence = [...proofs, ...communityProofs(agent, 'no community'), ...userProofs(agent)];
      if (agent.communities.length > 0)
        return fail(text('v1/v2c community가 설정되어 있음', 'communities of versions 1 and 2c are set'), evidence);
      if (!agent.configured)
        return manual(
          text('SNMP가 켜져 있으나 설정 파일을 찾지 못함', 'SNMP is on, but its file was not found'),
          evidence,
        );
      const weak = agent.users.filter(({ level }) => level === 'noauth');
      return pass(
        weak.length > 0
          ? text(
              'v3만 쓰나 인증 없는(noauth) 사용자가 있음',
              'only version 3, though a user needs no authentication (noauth)',
            )
          : text('community가 없음: v3만 사용', 'no community is set: version 3 only'),
        evidence,
      );
    });
  },
});
