// There is no account that nobody needs (KISA 2026 W-03, 2021 W-03).
import type { Proof } from '@bongsu/core';
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { nameList } from '../../criteria/name-list.ts';
import { windowsAccounts } from '../../probes/windows/accounts.ts';

export const unneededAccounts = hostCheck({
  id: 'windows.unneeded-accounts',
  title: text('불필요한 계정 제거', 'Unneeded accounts are gone'),
  why: text(
    '아무도 쓰지 않는 계정은 눈에 띄지 않게 침입에 쓰입니다.',
    'An account that nobody uses lets an intruder in unnoticed.',
  ),
  importance: 'high',
  expects: text('쓰지 않는 계정이 없음', 'there is no account that nobody needs'),
  remedy: text(
    '쓰지 않는 계정을 삭제하거나 사용 안 함으로 둡니다.',
    'Remove accounts that nobody needs, or disable them.',
  ),
  fix: {
    any: ["Get-LocalUser | Select-Object -Property 'Name', 'Enabled', 'LastLogon'", 'Disable-LocalUser -Name NAME'],
  },
  question: text(
    '켜진 계정마다 담당자와 용도가 있습니까? 퇴직자나 시험용 계정은 없습니까?',
    'Does every enabled account have an owner and a purpose? Are any of people who left, or for tests?',
  ),
  needs: { accounts: windowsAccounts },
  judge({ accounts: { users } }) {
    if (users === null)
      return manual(
        text(
          '도메인 컨트롤러: 도메인 계정을 검토해야 함',
          'a domain controller: the accounts of the domain are to be reviewed',
        ),
        [{ source: 'Get-ADUser', found: 'not asked here', expected: 'a review of the domain accounts' }],
      );
    const enabled = users.filter((user) => user.enabled);
    const evidence: Proof[] = enabled.slice(0, quotedMax).map((user) => ({
      source: `Get-LocalUser ${user.name}`,
      found: `last logon ${user.lastLogon || 'never'}, password set ${user.passwordSet || 'never'}`,
    }));
    const others = enabled.filter((user) => !user.sid.endsWith('-500'));
    if (others.length === 0)
      return pass(text('기본 관리자 외에 켜진 계정이 없음', 'no account is enabled but the built-in administrator'), [
        ...evidence,
        { source: 'Get-LocalUser', found: `${users.length} accounts, ${enabled.length} enabled` },
      ]);
    return manual(
      text(`켜진 계정이 필요한지 확인 필요: ${nameList(others)}`, `are these accounts needed? ${nameList(others)}`),
      evidence,
    );
  },
});
