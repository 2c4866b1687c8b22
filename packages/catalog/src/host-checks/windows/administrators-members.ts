// The group Administrators has only those who need it (KISA 2026 W-06, 2021 W-06).
import type { Proof } from '@bongsu/core';
import { hostCheck, manual, numberParameter, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { windowsAccounts } from '../../probes/windows/accounts.ts';

export const administratorsMembers = hostCheck({
  id: 'windows.administrators-members',
  title: text('관리자 그룹에 최소한의 사용자 포함', 'Few are in the group Administrators'),
  why: text(
    '관리자가 많을수록 하나만 뚫려도 서버를 잃습니다.',
    'Each administrator more is one more way to lose the server.',
  ),
  importance: 'high',
  expects: text('Administrators 그룹에 꼭 필요한 사용자만 있음', 'the group Administrators has only those who need it'),
  remedy: text('필요 없는 구성원을 Administrators에서 뺍니다.', 'Take those who do not need it out of Administrators.'),
  fix: { any: ['Get-LocalGroupMember -SID S-1-5-32-544', 'Remove-LocalGroupMember -SID S-1-5-32-544 -Member NAME'] },
  question: text(
    'Administrators 그룹의 구성원 각각이 관리자여야 하는 이유가 있습니까?',
    'Is there a reason for each member of Administrators?',
  ),
  parameters: {
    members: numberParameter(text('묻지 않고 양호로 보는 구성원 수', 'members that pass without a question'), 1, {
      min: 1,
      max: 100,
    }),
  },
  needs: { accounts: windowsAccounts },
  judge({ accounts: { administrators } }, _host, { members }) {
    const evidence: Proof[] = [
      {
        source: 'Get-LocalGroupMember -SID S-1-5-32-544',
        found: `${administrators.length} members`,
        expected: `${members} or fewer, or each needed`,
      },
      ...administrators.slice(0, quotedMax).map((found) => ({ source: 'Administrators', found })),
    ];
    return administrators.length <= members
      ? pass(text('관리자 그룹 구성원이 최소임', 'the group has no more members than expected'), evidence)
      : manual(
          text(
            `관리자 그룹 구성원 ${administrators.length}명이 필요한지 확인 필요`,
            `do all ${administrators.length} members need to be administrators?`,
          ),
          evidence,
        );
  },
});
