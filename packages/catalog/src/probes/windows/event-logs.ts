// How large the three classic event logs may grow, and what happens when they are full.
import { unread, windowsProbe } from '@bongsu/core';

export interface EventLog {
  readonly name: string;
  readonly bytesMax: number;
  /** `Circular` overwrites the oldest, `AutoBackup` archives, `Retain` stops. */
  readonly mode: string;
  readonly enabled: boolean;
}

export const eventLogs = windowsProbe<readonly EventLog[]>({
  name: 'windows-event-logs',
  timeoutSeconds: 60,
  sizeBytesMax: 16384,
  script: String.raw`
foreach ($log in @(Get-WinEvent -ListLog @('Application', 'Security', 'System'))) {
  Note 'event-log' $log.LogName $log.MaximumSizeInBytes $log.LogMode $log.IsEnabled
}
`,
  read(records) {
    const logs = records.notes('event-log').map(({ values: [name = '', bytes, mode = '', enabled] }) => ({
      name,
      bytesMax: Number(bytes),
      mode,
      enabled: enabled === 'True',
    }));
    return logs.length === 3 && logs.every(({ bytesMax }) => Number.isSafeInteger(bytesMax) && bytesMax > 0)
      ? logs
      : unread('이벤트 로그 설정을 알 수 없음', 'the settings of the event logs are not told');
  },
});
