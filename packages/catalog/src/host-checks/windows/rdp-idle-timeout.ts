// Idle remote desktop sessions end within 30 minutes (KISA 2026 W-36, 2021 W-67).
import { hostCheck, notApplicable, numberParameter, text } from '@bongsu/core';
import { inForce, remoteDesktop } from '../../criteria/remote-desktop.ts';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const rdpIdleTimeout = hostCheck({
  id: 'windows.rdp-idle-timeout',
  title: text('원격터미널 접속 타임아웃 설정', 'Idle remote desktop sessions end'),
  why: text(
    '자리를 비운 세션을 다른 사람이 이어 쓸 수 있습니다.',
    'Somebody else could go on with a session that was left.',
  ),
  importance: 'medium',
  expects: text('유휴 원격 데스크톱 세션이 30분 안에 끊김', 'idle remote desktop sessions end within 30 minutes'),
  remedy: text(
    "'활성 상태지만 유휴 터미널 서비스 세션에 대한 시간 제한 설정'을 30분 이하로 설정합니다.",
    'Set "Set time limit for active but idle Remote Desktop Services sessions" to 30 minutes or less.',
  ),
  fix: { any: [...registryFix('remoteIdlePolicy', 1800000)] },
  parameters: {
    minutes: numberParameter(text('유휴 세션이 끊기기까지의 시간(분)', 'minutes until an idle session ends'), 30, {
      min: 1,
      max: 1440,
    }),
  },
  needs: { registry: registryOf('denyRemoteDesktop', 'denyRemoteDesktopPolicy', 'remoteIdle', 'remoteIdlePolicy') },
  judge({ registry }, _host, { minutes }) {
    const { on, proof } = remoteDesktop(registry);
    if (!on) return notApplicable(text('원격 데스크톱이 꺼져 있음', 'remote desktop is off'), [proof]);
    return judgeReadings(text('원격 데스크톱 유휴 시간 제한', 'the idle limit of remote desktop'), [
      registryReading(inForce(registry.remoteIdlePolicy, registry.remoteIdle), {
        builtIn: 0,
        expected: `1 to ${minutes * 60_000} (milliseconds)`,
        good: (value) => value >= 1 && value <= minutes * 60_000,
      }),
    ]);
  },
});
