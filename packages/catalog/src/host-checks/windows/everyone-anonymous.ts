// The permissions of Everyone do not apply to anonymous users (KISA 2026 W-07, 2021 W-46).
import { hostCheck, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const everyoneAnonymous = hostCheck({
  id: 'windows.everyone-anonymous',
  title: text(
    'Everyone 사용 권한을 익명 사용자에 적용 해제',
    'Permissions of Everyone do not apply to anonymous users',
  ),
  why: text(
    '익명 사용자가 Everyone에게 준 모든 자원에 접근하게 됩니다.',
    'Anonymous users would reach whatever is open to Everyone.',
  ),
  importance: 'medium',
  expects: text(
    'Everyone 권한이 익명 사용자에게 적용되지 않음',
    'the permissions of Everyone do not apply to anonymous users',
  ),
  remedy: text(
    "'Everyone 사용 권한을 익명 사용자에게 적용'을 사용 안 함으로 설정합니다.",
    'Disable "Let Everyone permissions apply to anonymous users".',
  ),
  fix: { any: [...registryFix('everyoneIncludesAnonymous', 0)] },
  needs: { registry: registryOf('everyoneIncludesAnonymous') },
  judge({ registry }) {
    return judgeReadings(text('Everyone 권한의 익명 적용', 'Everyone for anonymous users'), [
      registryReading(registry.everyoneIncludesAnonymous, { builtIn: 0, expected: '0', good: (value) => value === 0 }),
    ]);
  },
});
