// Only administrators install printer drivers (KISA 2026 W-55, 2021 W-73).
import { hostCheck, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const printerDrivers = hostCheck({
  id: 'windows.printer-drivers',
  title: text('사용자가 프린터 드라이버를 설치할 수 없게 함', 'Users cannot install printer drivers'),
  why: text(
    '프린터 드라이버로 커널 권한의 코드를 들일 수 있습니다.',
    'A printer driver can bring in code that runs with the rights of the system.',
  ),
  importance: 'medium',
  expects: text('관리자만 프린터 드라이버를 설치할 수 있음', 'only administrators install printer drivers'),
  remedy: text(
    "'장치: 사용자가 프린터 드라이버를 설치할 수 없게 함'을 사용으로 설정합니다.",
    'Enable "Devices: Prevent users from installing printer drivers".',
  ),
  fix: { any: [...registryFix('addPrinterDrivers', 1)] },
  needs: { registry: registryOf('addPrinterDrivers') },
  judge({ registry }) {
    return judgeReadings(text('프린터 드라이버 설치 제한', 'the limit on printer drivers'), [
      registryReading(registry.addPrinterDrivers, { expected: '1', good: (value) => value === 1 }),
    ]);
  },
});
