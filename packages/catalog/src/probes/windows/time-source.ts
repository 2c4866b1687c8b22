// From where the time service has its time, by the reference id, which has no language.
import { unread, windowsProbe } from '@bongsu/core';

export interface TimeSource {
  /** As `w32tm` shows it: `0xA9FEA97B`; null where the service does not answer. */
  readonly referenceId: string | null;
  /** True where the clock follows nothing but itself. */
  readonly free: boolean;
  readonly said: string;
}

/** `LOCL`, the computer's own clock, and 0, no source (Microsoft, w32tm /query /status). */
const own = new Set(['0X4C4F434C', '0X00000000']);

export const timeSource = windowsProbe<TimeSource>({
  name: 'windows-time-source',
  timeoutSeconds: 60,
  sizeBytesMax: 32768,
  script: String.raw`
Ask 'w32tm' 'w32tm.exe' '/query /status'
`,
  read(records) {
    const said = records.command('w32tm');
    if (said === undefined) return unread('시간 원본을 알 수 없음', 'the source of time is not told');
    const line = said.exitCode === 0 ? said.stdout.find((one) => /\b0x[0-9A-F]{8}\b/i.test(one)) : undefined;
    const id = /\b(0x[0-9A-F]{8})\b/i.exec(line ?? '')?.[1] ?? null;
    const first = said.stdout.find((one) => one.trim() !== '') ?? '';
    return {
      referenceId: id,
      free: id === null || own.has(id.toUpperCase()),
      said: (line ?? first).trim().slice(0, 200) || 'no answer',
    };
  },
});
