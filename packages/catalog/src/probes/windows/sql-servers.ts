// Instances of Microsoft SQL Server and how people log in to them.
import { unread, windowsProbe } from '@bongsu/core';

export interface SqlInstance {
  readonly name: string;
  /** 1 Windows authentication alone, 2 SQL logins too; null where it is not told. */
  readonly loginMode: number | null;
}

export const sqlServers = windowsProbe<readonly SqlInstance[]>({
  name: 'windows-sql-servers',
  timeoutSeconds: 30,
  sizeBytesMax: 32768,
  script: String.raw`
$base = 'HKLM:\SOFTWARE\Microsoft\Microsoft SQL Server\'
$names = $base + 'Instance Names\SQL'
if (Test-Path -LiteralPath $names) {
  $key = Get-Item -LiteralPath $names
  foreach ($name in @($key.GetValueNames())) {
    $path = $base + [string]$key.GetValue($name) + '\MSSQLServer'
    $mode = ''
    if (Test-Path -LiteralPath $path) { $mode = [string](Get-Item -LiteralPath $path).GetValue('LoginMode') }
    Note 'sql-instance' $name $mode
  }
}
Note 'sql-instances' 'listed'
`,
  read(records) {
    if (records.note('sql-instances') === undefined)
      return unread('SQL Server 인스턴스를 알 수 없음', 'the instances of SQL Server are not told');
    return records
      .notes('sql-instance')
      .map(({ values: [name = '', mode = ''] }) => ({ name, loginMode: /^\d$/.test(mode) ? Number(mode) : null }));
  },
});
