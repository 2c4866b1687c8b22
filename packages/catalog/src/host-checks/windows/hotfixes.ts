// There is a patch policy and it is followed (KISA 2026 W-38, 2021 W-32).
import type { Proof } from '@bongsu/core';
import { hostCheck, manual, text } from '@bongsu/core';
import { windowsSystem } from '../../probes/windows/system.ts';
import { windowsUpdates } from '../../probes/windows/updates.ts';

export const hotfixes = hostCheck({
  id: 'windows.hotfixes',
  title: text('주기적 보안 패치 및 벤더 권고사항 적용', 'Security updates are applied regularly'),
  why: text(
    '공개된 취약점은 업데이트하지 않은 시스템에서 그대로 쓰입니다.',
    'Published holes stay open on a system that nobody updates.',
  ),
  importance: 'high',
  expects: text('패치 정책이 있고 정기적으로 적용함', 'there is a patch policy and it is followed'),
  remedy: text('패치 절차를 정하고 적용 기록을 남깁니다.', 'Set a procedure, apply updates, keep the record.'),
  fix: { any: ['Get-HotFix | Sort-Object InstalledOn | Select-Object -Last 10'] },
  question: text(
    '패치 정책과 적용 기록이 있습니까? 마지막 보안 업데이트는 언제 적용했습니까?',
    'Is there a patch policy with a record? When was the last security update applied?',
  ),
  needs: { system: windowsSystem, updates: windowsUpdates },
  judge({ system, updates: { updates } }) {
    const newest = updates.at(-1);
    const evidence: Proof[] = [
      {
        source: 'Win32_QuickFixEngineering',
        found: `${updates.length} updates; today ${system.today}`,
        expected: 'a patch policy that is followed',
      },
      ...updates.slice(-10).map(({ id, about, day }) => ({ source: id, found: `${about} ${day || 'day not told'}` })),
    ];
    return manual(
      newest?.day
        ? text(
            `패치 정책에 따라 적용하는지 확인 필요 (마지막 업데이트 ${newest.day})`,
            `is there a patch policy, and is it followed? (last update ${newest.day})`,
          )
        : text(
            '패치 정책에 따라 적용하는지 확인 필요 (설치된 업데이트를 알 수 없음)',
            'is there a patch policy, and is it followed? (no update with a day)',
          ),
      evidence,
    );
  },
});
