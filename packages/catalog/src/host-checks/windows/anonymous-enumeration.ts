// Anonymous users can list neither accounts nor shares (KISA 2026 W-51, 2021 W-42).
import { hostCheck, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const anonymousEnumeration = hostCheck({
  id: 'windows.anonymous-enumeration',
  title: text('SAM 계정과 공유의 익명 열거 허용 안 함', 'Accounts and shares are not listed for anonymous users'),
  why: text(
    '인증 없이 계정과 공유 목록을 얻어 공격에 쓸 수 있습니다.',
    'Without any logon an attacker would get the list of accounts and shares.',
  ),
  importance: 'high',
  expects: text('SAM 계정과 공유를 익명으로 열거할 수 없음', 'anonymous users can list neither accounts nor shares'),
  remedy: text(
    "'SAM 계정과 공유의 익명 열거 허용 안 함'과 'SAM 계정의 익명 열거 허용 안 함'을 사용으로 설정합니다.",
    'Enable both "Do not allow anonymous enumeration of SAM accounts" and "… of SAM accounts and shares".',
  ),
  fix: { any: [...registryFix('restrictAnonymous', 1), ...registryFix('restrictAnonymousSam', 1)] },
  needs: { registry: registryOf('restrictAnonymous', 'restrictAnonymousSam') },
  judge({ registry }) {
    return judgeReadings(text('익명 열거 제한', 'the limits on anonymous listing'), [
      registryReading(registry.restrictAnonymous, { builtIn: 0, expected: '1', good: (value) => value >= 1 }),
      registryReading(registry.restrictAnonymousSam, { builtIn: 1, expected: '1', good: (value) => value === 1 }),
    ]);
  },
});
