// The password of the computer account changes within 90 days (KISA 2021 W-80).
import { hostCheck, numberParameter, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const machinePasswordAge = hostCheck({
  id: 'windows.machine-password-age',
  title: text('컴퓨터 계정 암호 최대 사용 기간', 'Maximum age of the computer account password'),
  why: text(
    '바뀌지 않는 컴퓨터 계정 암호는 오래 악용될 수 있습니다.',
    'A computer account whose password never changes can be abused for long.',
  ),
  importance: 'medium',
  expects: text('컴퓨터 계정 암호를 90일 안에 바꿈', 'the password of the computer account changes within 90 days'),
  remedy: text(
    "'도메인 구성원: 컴퓨터 계정 암호 변경 사용 안 함'을 사용 안 함, 최대 사용 기간을 90일로 설정합니다.",
    'Disable "Disable machine account password changes" and set the maximum age to 90 days.',
  ),
  fix: { any: [...registryFix('disablePasswordChange', 0), ...registryFix('maximumPasswordAge', 90)] },
  parameters: {
    days: numberParameter(
      text('컴퓨터 계정 암호를 바꾸기까지의 날 수', 'days until the password of the computer account changes'),
      90,
      { min: 1, max: 998 },
    ),
  },
  needs: { registry: registryOf('disablePasswordChange', 'maximumPasswordAge') },
  judge({ registry }, _host, { days }) {
    return judgeReadings(text('컴퓨터 계정 암호', 'the computer account password'), [
      registryReading(registry.disablePasswordChange, { builtIn: 0, expected: '0', good: (value) => value === 0 }),
      registryReading(registry.maximumPasswordAge, {
        builtIn: 30,
        expected: `1 to ${days}`,
        good: (value) => value >= 1 && value <= days,
      }),
    ]);
  },
});
