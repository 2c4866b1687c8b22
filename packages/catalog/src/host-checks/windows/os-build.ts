// A supported Windows has its newest build, or service pack (KISA 2026 W-27, 2021 W-31).
import { fail, hostCheck, manual, text } from '@bongsu/core';
import { windowsSupportEnd } from '../../criteria/windows-support.ts';
import { windowsSystem } from '../../probes/windows/system.ts';

export const osBuild = hostCheck({
  id: 'windows.os-build',
  title: text('최신 Windows OS Build 버전 적용', 'Windows has its newest build'),
  why: text(
    '공개된 취약점은 업데이트하지 않은 시스템에서 그대로 쓰입니다.',
    'Published holes stay open on a system that nobody updates.',
  ),
  importance: 'high',
  expects: text(
    '지원되는 Windows에 최신 빌드(서비스 팩)가 적용됨',
    'a supported Windows has its newest build, or service pack',
  ),
  remedy: text(
    '최신 누적 업데이트를 적용합니다. 지원이 끝난 버전은 옮깁니다.',
    'Install the newest cumulative update. Leave releases out of support.',
  ),
  fix: { any: ["Get-ComputerInfo -Property 'WindowsProductName', 'OsBuildNumber'"] },
  question: text('이 빌드가 Microsoft가 낸 최신 빌드입니까?', 'Is this the newest build that Microsoft has published?'),
  needs: { system: windowsSystem },
  judge({ system }) {
    const end = windowsSupportEnd(system.version);
    const evidence = [
      {
        source: 'CurrentVersion',
        found: `${system.prettyName}, build ${system.build}; support ${end ? `until ${end.standard}${end.last === null ? '' : `, paid until ${end.last}`}` : 'not known here'}; today ${system.today}`,
        expected: 'the newest build of a supported release',
      },
    ];
    const last = end?.last ?? end?.standard;
    if (system.today > (last ?? '9999-12-31'))
      return fail(text(`지원이 ${last}에 끝난 버전임`, `the release is out of support since ${last}`), evidence);
    const paid = end !== undefined && system.today > end.standard;
    return manual(
      text(
        `빌드 ${system.build}이 최신인지 확인 필요${paid ? ' (표준 지원 종료, 유료 연장만 가능)' : ''}`,
        `is build ${system.build} the newest?${paid ? ' (standard support has ended; only paid updates remain)' : ''}`,
      ),
      evidence,
    );
  },
});
