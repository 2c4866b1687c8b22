// Local accounts with a blank password can log on at the console only (KISA 2026 W-13, 2021 W-56).
import { hostCheck, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const blankPassword = hostCheck({
  id: 'windows.blank-password',
  title: text('콘솔 로그온 시 로컬 계정에서 빈 암호 사용 제한', 'Blank passwords are for the console alone'),
  why: text(
    '비밀번호가 없는 계정으로 네트워크에서 들어올 수 있습니다.',
    'An account without a password would be open to the network.',
  ),
  importance: 'medium',
  expects: text(
    '빈 암호를 쓰는 로컬 계정은 콘솔에서만 로그온할 수 있음',
    'local accounts with a blank password can log on at the console only',
  ),
  remedy: text(
    "'콘솔 로그온 시 로컬 계정에서 빈 암호 사용 제한'을 사용으로 설정합니다.",
    'Enable "Accounts: Limit local account use of blank passwords to console logon only".',
  ),
  fix: { any: [...registryFix('limitBlankPasswordUse', 1)] },
  needs: { registry: registryOf('limitBlankPasswordUse') },
  judge({ registry }) {
    return judgeReadings(text('빈 암호 사용 제한', 'the limit on blank passwords'), [
      registryReading(registry.limitBlankPasswordUse, { builtIn: 1, expected: '1', good: (value) => value === 1 }),
    ]);
  },
});
