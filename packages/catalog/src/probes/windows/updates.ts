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
  script: String.raw`
foreach ($update in @(Get-HotFix)) {
  Note 'update' $update.HotFixID $update.Description (Day $update.InstalledOn)
}
Note 'updates' 'listed'
`,
  read(records) {
    if (records.note('updates') === undefined) return unread('업데이트 목록을 알 수 없음', 'the updates are not told');
    const updates = records.notes('update').map(({ values: [id = '', about = '', day = ''] }) => ({ id, about, day }));
    return { updates: updates.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) };
  },
});
