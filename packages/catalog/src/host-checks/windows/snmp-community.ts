// Communities are neither public nor private, and complex (KISA 2026 W-30, 2021 W-61).
import type { Proof } from '@bongsu/core';
import { complexEnough, fail, hostCheck, notApplicable, pass, text } from '@bongsu/core';
import { inUse } from '../../criteria/service-quiet.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';
import { snmpService } from '../../probes/windows/snmp-service.ts';

/** The rule that the 2026 guide gives for SNMP on Unix (U-60). */
const expected = 'not public or private; 10 characters of letters and digits, or 8 with special ones';

export const snmpCommunity = hostCheck({
  id: 'windows.snmp-community',
  title: text('SNMP Community String 복잡성 설정', 'SNMP communities are complex'),
  why: text(
    '추측할 수 있는 community로 누구나 시스템 정보를 조회하거나 바꿀 수 있습니다.',
    'A community that can be guessed lets anybody read, or change, what SNMP offers.',
  ),
  importance: 'medium',
  expects: text(
    'community가 public·private가 아니고 복잡함',
    'communities are neither public nor private, and complex',
  ),
  remedy: text(
    'community를 추측하기 어려운 값으로 바꿉니다.',
    'Change the communities to words that nobody can guess.',
  ),
  fix: {
    any: [
      'Remove-ItemProperty -Path HKLM:\\SYSTEM\\CurrentControlSet\\Services\\SNMP\\Parameters\\ValidCommunities -Name public',
      'New-ItemProperty -Path HKLM:\\SYSTEM\\CurrentControlSet\\Services\\SNMP\\Parameters\\ValidCommunities -Name WORD -Value 4 -PropertyType DWord',
    ],
  },
  needs: { services: windowsServices, snmp: snmpService },
  judge({ services, snmp }) {
    if (snmp === null || !inUse(services, 'SNMP'))
      return notApplicable(text('SNMP가 켜져 있지 않음', 'SNMP is not on'), services.proofs('SNMP'));
    const evidence: Proof[] = [
      ...services.proofs('SNMP'),
      ...snmp.communities.map(({ length, kinds, word, rights }, index) => ({
        source: `ValidCommunities ${index + 1}`,
        found: `${word === 'other' ? 'no default word' : word}, ${length} characters of ${kinds}, rights ${rights}`,
        expected,
      })),
    ];
    if (snmp.communities.length === 0)
      return pass(text('허용된 community가 없음', 'no community is accepted'), [
        ...evidence,
        { source: 'ValidCommunities', found: 'empty', expected },
      ]);
    if (snmp.communities.some(({ word }) => word !== 'other'))
      return fail(text('community가 public 또는 private임', 'a community is public or private'), evidence);
    return snmp.communities.every((one) => complexEnough(one))
      ? pass(text('community가 복잡함', 'the communities are complex'), evidence)
      : fail(text('단순한 community가 있음', 'a community is too simple'), evidence);
  },
});
