// Idle sessions end within 15 minutes, and connections end with the logon hours (KISA 2026 W-56, 2021 W-74).
import { hostCheck, numberParameter, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const smbSessionIdle = hostCheck({
  id: 'windows.smb-session-idle',
  title: text('SMB 세션 중단 관리 설정', 'Idle SMB sessions end'),
  why: text('끊기지 않는 SMB 세션이 쌓이면 서버 자원을 소진합니다.', 'SMB sessions that never end use up the server.'),
  importance: 'medium',
  expects: text(
    '15분 안에 유휴 세션이 끊기고 로그온 시간이 끝나면 연결이 끊김',
    'idle sessions end within 15 minutes, and connections end with the logon hours',
  ),
  remedy: text(
    "'세션 연결을 중단하기 전에 필요한 유휴 시간'을 15분, '로그온 시간이 만료되면 클라이언트 연결 끊기'를 사용으로 설정합니다.",
    'Set the idle time before a session ends to 15 minutes and enable "Disconnect clients when logon hours expire".',
  ),
  fix: { any: [...registryFix('autoDisconnect', 15), ...registryFix('enableForcedLogOff', 1)] },
  parameters: {
    minutes: numberParameter(text('유휴 세션이 끊기기까지의 시간(분)', 'minutes until an idle session ends'), 15, {
      min: 1,
      max: 99999,
    }),
  },
  needs: { registry: registryOf('autoDisconnect', 'enableForcedLogOff') },
  judge({ registry }, _host, { minutes }) {
    return judgeReadings(text('SMB 세션 중단', 'the end of SMB sessions'), [
      registryReading(registry.autoDisconnect, {
        builtIn: 15,
        expected: `0 to ${minutes}`,
        good: (value) => value <= minutes,
      }),
      registryReading(registry.enableForcedLogOff, { builtIn: 1, expected: '1', good: (value) => value === 1 }),
    ]);
  },
});
