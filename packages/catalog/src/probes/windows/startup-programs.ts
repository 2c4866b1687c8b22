// Programs that start with the system or at a logon: the Run keys of the machine and the common startup folder.
import { unread, windowsProbe } from '@bongsu/core';

export interface StartupProgram {
  readonly source: string;
  readonly name: string;
  /** Without arguments, which may hold passwords. */
  readonly program: string;
}

export const startupPrograms = windowsProbe<readonly StartupProgram[]>({
  name: 'windows-startup-programs',
  timeoutSeconds: 30,
  sizeBytesMax: 65536,
  script: String.raw`
$keys = @(
  'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Run',
  'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\RunOnce',
  'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Run',
  'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\RunOnce'
)
foreach ($path in $keys) {
  if (-not (Test-Path -LiteralPath $path)) { continue }
  $key = Get-Item -LiteralPath $path
  foreach ($name in @($key.GetValueNames())) {
    $program = ProgramOf ([string]$key.GetValue($name))
    Note 'startup' $path $name $program
  }
}
$folder = [Environment]::GetFolderPath('CommonStartup')
if ($folder -ne '' -and (Test-Path -LiteralPath $folder)) {
  foreach ($file in @(Get-ChildItem -LiteralPath $folder -File)) { Note 'startup' $folder $file.Name $file.Name }
}
Note 'startups' 'listed'
`,
  read(records) {
    if (records.note('startups') === undefined)
      return unread('시작 프로그램을 알 수 없음', 'the startup programs are not told');
    return records
      .notes('startup')
      .map(({ values: [source = '', name = '', program = ''] }) => ({ source, name, program }))
      .filter(({ name }) => name.toLowerCase() !== 'desktop.ini');
  },
});
