// The system goes on where it cannot log security audits (KISA 2026 W-50, 2021 W-41).
import { hostCheck, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const crashOnAuditFail = hostCheck({
  id: 'windows.crash-on-audit-fail',
  title: text('보안 감사를 로그할 수 없는 경우 즉시 시스템 종료 해제', 'A full security log does not stop the system'),
  why: text('로그를 채우는 것만으로 서버를 멈출 수 있습니다.', 'Filling the log would be enough to stop the server.'),
  importance: 'high',
  expects: text(
    '보안 감사를 로그할 수 없어도 시스템이 종료되지 않음',
    'the system goes on where it cannot log security audits',
  ),
  remedy: text(
    "'감사: 보안 감사를 로그할 수 없는 경우 즉시 시스템 종료'를 사용 안 함으로 설정합니다.",
    'Disable "Audit: Shut down system immediately if unable to log security audits".',
  ),
  fix: { any: [...registryFix('crashOnAuditFail', 0)] },
  needs: { registry: registryOf('crashOnAuditFail') },
  judge({ registry }) {
    return judgeReadings(text('감사 실패 시 종료', 'the stop at a full log'), [
      registryReading(registry.crashOnAuditFail, { builtIn: 0, expected: '0', good: (value) => value === 0 }),
    ]);
  },
});
