// The logon screen does not show who logged on last (KISA 2026 W-10, 2021 W-52).
import { hostCheck, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const lastUserHidden = hostCheck({
  id: 'windows.last-user-hidden',
  title: text('마지막 사용자 이름 표시 안 함', 'The last user name is not shown'),
  why: text(
    '로그온 화면의 계정 이름은 비밀번호 추측의 절반을 알려 줍니다.',
    'A name on the logon screen gives away half of what there is to guess.',
  ),
  importance: 'medium',
  expects: text(
    '마지막 사용자 이름이 로그온 화면에 표시되지 않음',
    'the logon screen does not show who logged on last',
  ),
  remedy: text(
    "'대화형 로그온: 마지막 사용자 이름 표시 안 함'을 사용으로 설정합니다.",
    'Enable "Interactive logon: Do not display last user name".',
  ),
  fix: { any: [...registryFix('dontDisplayLastUserName', 1)] },
  needs: { registry: registryOf('dontDisplayLastUserName') },
  judge({ registry }) {
    return judgeReadings(text('마지막 사용자 이름 표시 안 함', 'hiding the last user name'), [
      registryReading(registry.dontDisplayLastUserName, { builtIn: 0, expected: '1', good: (value) => value === 1 }),
    ]);
  },
});
