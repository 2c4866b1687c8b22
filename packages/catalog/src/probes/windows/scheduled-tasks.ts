// Scheduled tasks that Windows did not bring: who runs what, without the arguments, which may hold passwords.
import { unread, windowsProbe } from '@bongsu/core';

export interface ScheduledTask {
  /** `\Backup\Nightly`. */
  readonly name: string;
  readonly state: string;
  readonly account: string;
  readonly programs: readonly string[];
}

export const scheduledTasks = windowsProbe<readonly ScheduledTask[]>({
  name: 'windows-scheduled-tasks',
  timeoutSeconds: 60,
  sizeBytesMax: 131072,
  script: String.raw`
foreach ($task in @(Get-ScheduledTask | Where-Object { $_.TaskPath -notlike '\Microsoft\*' })) {
  $programs = @()
  foreach ($action in @($task.Actions)) {
    if ($action.CimClass.CimClassName -eq 'MSFT_TaskExecAction') { $programs += ProgramOf $action.Execute } else { $programs += 'COM handler' }
  }
  Note 'task' ($task.TaskPath + $task.TaskName) $task.State $task.Principal.UserId ($programs -join ';')
}
Note 'tasks' 'listed'
`,
  read(records) {
    if (records.note('tasks') === undefined)
      return unread('예약된 작업을 알 수 없음', 'the scheduled tasks are not told');
    return records.notes('task').map(({ values: [name = '', state = '', account = '', programs = ''] }) => ({
      name,
      state,
      account,
      programs: programs.split(';').filter((one) => one !== ''),
    }));
  },
});
