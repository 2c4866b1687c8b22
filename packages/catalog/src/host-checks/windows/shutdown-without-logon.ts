// The system cannot be shut down without a logon (KISA 2026 W-48, 2021 W-39).
import { hostCheck, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const shutdownWithoutLogon = hostCheck({
  id: 'windows.shutdown-without-logon',
  title: text('로그온하지 않고 시스템 종료 허용 해제', 'No shutdown without a logon'),
  why: text(
    '화면에 닿을 수 있는 누구나 서버를 끌 수 있습니다.',
    'Anybody in front of the screen could turn the server off.',
  ),
  importance: 'high',
  expects: text('로그온하지 않고는 시스템을 종료할 수 없음', 'the system cannot be shut down without a logon'),
  remedy: text(
    "'시스템 종료: 로그온하지 않고 시스템 종료 허용'을 사용 안 함으로 설정합니다.",
    'Disable "Shutdown: Allow system to be shut down without having to log on".',
  ),
  fix: { any: [...registryFix('shutdownWithoutLogon', 0)] },
  needs: { registry: registryOf('shutdownWithoutLogon') },
  judge({ registry }) {
    return judgeReadings(text('로그온 없는 시스템 종료', 'shutdown without a logon'), [
      registryReading(registry.shutdownWithoutLogon, { builtIn: 0, expected: '0', good: (value) => value === 0 }),
    ]);
  },
});
