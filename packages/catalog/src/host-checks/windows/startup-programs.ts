// Startup programs are reviewed, and none is unneeded (KISA 2026 W-62, 2021 W-81).
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { nameList } from '../../criteria/name-list.ts';
import { startupPrograms } from '../../probes/windows/startup-programs.ts';

export const windowsStartupPrograms = hostCheck({
  id: 'windows.startup-programs',
  title: text('시작 프로그램 목록 분석', 'The startup programs are reviewed'),
  why: text('침입자는 시작 프로그램으로 재부팅 뒤에도 남습니다.', 'Intruders stay past a reboot by startup programs.'),
  importance: 'medium',
  expects: text(
    '시작 프로그램을 정기적으로 검토하고 불필요한 것이 없음',
    'startup programs are reviewed, and none is unneeded',
  ),
  remedy: text(
    '모르는 시작 프로그램을 조사하고 제거합니다.',
    'Look into startup programs that nobody knows, and remove them.',
  ),
  fix: { any: ['Get-CimInstance Win32_StartupCommand'] },
  question: text(
    '시작 프로그램을 정기적으로 검토합니까? 모두 필요한 것입니까?',
    'Are startup programs reviewed on a schedule, and is each needed?',
  ),
  needs: { programs: startupPrograms },
  judge({ programs }) {
    if (programs.length === 0)
      return pass(text('등록된 시작 프로그램이 없음', 'there is no startup program'), [
        { source: 'Run keys and the common startup folder', found: 'none', expected: 'none unneeded' },
      ]);
    return manual(
      text(
        `시작 프로그램을 검토해야 함: ${nameList(programs)}`,
        `are these startup programs known? ${nameList(programs)}`,
      ),
      programs.slice(0, quotedMax).map(({ source, name, program }) => ({ source, found: `${name}: ${program}` })),
    );
  },
});
