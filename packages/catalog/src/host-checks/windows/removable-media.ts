// Only administrators may format and eject removable media (KISA 2026 W-53, 2021 W-44).
import { hostCheck, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const removableMedia = hostCheck({
  id: 'windows.removable-media',
  title: text('이동식 미디어 포맷 및 꺼내기 허용', 'Only administrators format and eject removable media'),
  why: text(
    '일반 사용자가 이동식 미디어로 자료를 반출하거나 지울 수 있습니다.',
    'Ordinary users could carry data away on media, or erase it.',
  ),
  importance: 'high',
  expects: text(
    '이동식 미디어 포맷 및 꺼내기가 Administrators에게만 허용됨',
    'only administrators may format and eject removable media',
  ),
  remedy: text(
    "'장치: 이동식 미디어 포맷 및 꺼내기 허용'을 Administrators로 설정합니다.",
    'Set "Devices: Allowed to format and eject removable media" to Administrators.',
  ),
  fix: { any: [...registryFix('allocateRemovable', '0')] },
  needs: { registry: registryOf('allocateRemovable') },
  judge({ registry }) {
    return judgeReadings(text('이동식 미디어 허용 대상', 'who may format removable media'), [
      registryReading(registry.allocateRemovable, {
        builtIn: 0,
        expected: '0 (Administrators)',
        good: (value) => value === 0,
      }),
    ]);
  },
});
