// Who may do what to the files that items name: the SAM, the event logs, and the homes of people.
import type { Records, Unread, WindowsProbe } from '@bongsu/core';
import { unread, windowsProbe } from '@bongsu/core';
import type { AccessOn } from './access-lists/told.ts';
import { accessTold } from './access-lists/told.ts';

export type AccessPlace = 'sam' | 'event-logs' | 'homes';

const belongs: Readonly<Record<AccessPlace, RegExp>> = {
  sam: /\\config\\SAM$/i,
  'event-logs': /\\winevt\\Logs(?:\\[^\\]+)?$/i,
  homes: /^[A-Z]:\\[^\\]+\\[^\\]+$/i,
};

const script = String.raw`
$system = [Environment]::SystemDirectory
AccessList (Join-Path -Path $system -ChildPath 'config\SAM')
$logs = Join-Path -Path $system -ChildPath 'winevt\Logs'
AccessList $logs
foreach ($name in @('Application.evtx', 'Security.evtx', 'System.evtx')) { AccessList (Join-Path -Path $logs -ChildPath $name) }
$list = Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
$homes = [string]$list.ProfilesDirectory
foreach ($folder in @(Get-ChildItem -LiteralPath $homes -Directory | Where-Object { @('Public', 'Default') -notcontains $_.Name })) {
  Note 'home' $folder.FullName
  AccessList $folder.FullName
}
Note 'homes' $homes
`;

/** The probe of all places, read for one of them. */
export function accessListsOn(place: AccessPlace): WindowsProbe<readonly AccessOn[]> {
  return windowsProbe({
    name: 'windows-access-lists',
    timeoutSeconds: 60,
    sizeBytesMax: 262144,
    script,
    read: (records) => accessOf(records, place),
  });
}

function accessOf(records: Records, place: AccessPlace): readonly AccessOn[] | Unread {
  const homes = new Set(records.notes('home').map(({ values }) => values[0] ?? ''));
  if (place === 'homes' && records.note('homes') === undefined)
    return unread('홈 디렉터리 목록을 알 수 없음', 'the home directories are not told');
  const found: AccessOn[] = [];
  for (const { values } of records.notes('access')) {
    const [path = ''] = values;
    if (homes.has(path) !== (place === 'homes') || !belongs[place].test(path)) continue;
    const told = accessTold(values);
    if ('unread' in told) return told;
    found.push(told);
  }
  if (place !== 'homes' && found.length === 0) return unread('파일 권한을 알 수 없음', 'the access lists are not told');
  return found;
}
