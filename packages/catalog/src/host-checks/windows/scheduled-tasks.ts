// No scheduled task runs a suspicious command (KISA 2026 W-37, 2021 W-68).
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { scheduledTasks } from '../../probes/windows/scheduled-tasks.ts';

export const windowsScheduledTasks = hostCheck({
  id: 'windows.scheduled-tasks',
  title: text(
    '예약된 작업에 의심스러운 명령이 등록되어 있는지 점검',
    'No suspicious command is among the scheduled tasks',
  ),
  why: text('침입자는 예약된 작업으로 다시 들어옵니다.', 'Intruders come back by scheduled tasks.'),
  importance: 'medium',
  expects: text('예약된 작업에 의심스러운 명령이 없음', 'no scheduled task runs a suspicious command'),
  remedy: text('모르는 작업을 조사하고 제거합니다.', 'Look into tasks that nobody knows, and remove them.'),
  fix: {
    any: [
      'Get-ScheduledTask | Where-Object TaskPath -notlike \\Microsoft\\*',
      'Unregister-ScheduledTask -TaskName NAME',
    ],
  },
  question: text(
    '예약된 작업 각각이 누가 왜 등록한 것인지 알고 있습니까?',
    'Is it known of each task who made it, and why?',
  ),
  needs: { tasks: scheduledTasks },
  judge({ tasks }) {
    if (tasks.length === 0)
      return pass(text('Windows가 만든 것 외에 예약된 작업이 없음', 'there is no task but those of Windows'), [
        { source: 'Get-ScheduledTask', found: 'none outside \\Microsoft', expected: 'none suspicious' },
      ]);
    return manual(
      text(`예약된 작업 ${tasks.length}개를 검토해야 함`, `are these ${tasks.length} tasks known?`),
      tasks.slice(0, quotedMax).map(({ name, state, account, programs }) => ({
        source: name,
        found: `${programs.join('; ') || 'no action'} as ${account || 'a group'}, ${state}`,
        expected: 'a known task',
      })),
    );
  },
});
