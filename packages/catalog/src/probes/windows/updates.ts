// Which updates are installed and when, as the servicing stack tells.
import { unread, windowsProbe } from '@bongsu/core';

export interface WindowsUpdates {
  /** Newest last where days are told. */
  readonly updates: readonly { readonly id: string; readonly about: string; readonly day: string }[];
}

export const windowsUpdates = windowsProbe<WindowsUpdates>({
  name: 'windows-updates',
  timeoutSeconds: 120,
  sizeBytesMax: 131072,
  // The property InstalledOn that PowerShell adds throws where the day is empty; the class's own is text, month first.
  script: String.raw`
foreach ($update in @(Get-CimInstance -ClassName Win32_QuickFixEngineering)) {
  Note 'update' $update.HotFixID $update.Description $update.CimInstanceProperties['InstalledOn'].Value
}
Note 'updates' 'listed'
`,
  read(records) {
    if (records.note('updates') === undefined) return unread('업데이트 목록을 알 수 없음', 'the updates are not told');
    const updates = records
      .notes('update')
      .map(({ values: [id = '', about = '', when = ''] }) => ({ id, about, day: dayOf(when) }));
    return { updates: updates.toSorted((a, b) => a.day.localeCompare(b.day)) };
  },
});

/** `3/12/2026` as `2026-03-12`; empty where it is none. */
function dayOf(text: string): string {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  return year === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
