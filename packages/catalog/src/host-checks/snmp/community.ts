// SNMP communities are no default word and are complex (KISA 2026 U-60).
import { complexEnough, fail, hostCheck, manual, numberParameter, pass, text } from '@bongsu/core';
import { communityProofs, judgeSnmp, userProofs } from '../../criteria/snmp-in-use.ts';
import { services } from '../../probes/services.ts';
import { snmpAgent } from '../../probes/snmp-agent.ts';

const expected = 'not public or private; 10 characters of letters and digits, or 8 with special ones';

export const community = hostCheck({
  id: 'snmp.community',
  title: text('SNMP Community String 복잡성 설정', 'SNMP community string complexity'),
  why: text(
    '추측할 수 있는 community로 누구나 시스템 정보를 조회하거나 바꿀 수 있습니다.',
    'A community that can be guessed lets anybody read, or change, what SNMP offers.',
  ),
  importance: 'medium',
  expects: text(
    'community가 public·private가 아니고 영문자·숫자 10자 이상 또는 특수문자를 더해 8자 이상임',
    'communities are neither public nor private, and have 10 characters of letters and digits, or 8 with special ones',
  ),
  remedy: text('community를 바꾸거나 v3로 옮깁니다.', 'Change the community, or move to version 3.'),
  fix: {
    any: ['net-snmp-create-v3-user -ro -a SHA -x AES USER', 'systemctl restart snmpd'],
  },
  question: text(
    'community 문자열이 길이와 문자 종류 기준을 지킵니까?',
    'Does the community keep the rules on length and characters?',
  ),
  parameters: {
    plain: numberParameter(text('영문자·숫자로 된 문자열의 최소 길이', 'least length of letters and digits'), 10, {
      min: 1,
      max: 64,
    }),
    special: numberParameter(text('특수문자를 더한 문자열의 최소 길이', 'least length with special characters'), 8, {
      min: 1,
      max: 64,
    }),
  },
  needs: { services, agent: snmpAgent },
  judge({ services: seen, agent }, _host, { plain, special }) {
    return judgeSnmp(seen, (proofs) => {
      const evidence = [...proofs, ...communityProofs(agent, expected), ...userProofs(agent)];
      if (agent.communities.some(({ word }) => word !== 'other'))
        return fail(text('community가 public 또는 private임', 'a community is public or private'), evidence);
      const simple = [...agent.communities, ...agent.users.flatMap(({ phrases }) => phrases)];
      if (simple.some((secret) => !complexEnough(secret, { plain, special })))
        return fail(text('community나 v3 비밀번호가 단순함', 'a community or passphrase is too simple'), evidence);
      // Net-SNMP keeps the passphrases of its users as localised keys: their length is gone.
      if (agent.users.some(({ directive }) => directive === 'usmuser'))
        return manual(
          text(
            'v3 비밀번호는 변환되어 저장됨: 복잡성 기준을 지켰는지 확인 필요',
            'passphrases of version 3 are stored as keys: did they meet the rule?',
          ),
          evidence,
        );
      return agent.configured
        ? pass(text('community가 기준을 지킴', 'no community is a default word or too simple'), evidence)
        : manual(text('SNMP가 켜져 있으나 설정 파일을 찾지 못함', 'SNMP is on, but its file was not found'), evidence);
    });
  },
});
