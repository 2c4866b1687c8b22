// The system data sources of ODBC by name and driver; their settings, which may hold passwords, stay on the host.
import { unread, windowsProbe } from '@bongsu/core';

export interface OdbcSource {
  readonly name: string;
  readonly driver: string;
}

export const odbcSources = windowsProbe<readonly OdbcSource[]>({
  name: 'windows-odbc-sources',
  timeoutSeconds: 30,
  sizeBytesMax: 32768,
  script: String.raw`
foreach ($path in @('HKLM:\SOFTWARE\ODBC\ODBC.INI\ODBC Data Sources', 'HKLM:\SOFTWARE\WOW6432Node\ODBC\ODBC.INI\ODBC Data Sources')) {
  if (-not (Test-Path -LiteralPath $path)) { continue }
  $key = Get-Item -LiteralPath $path
  foreach ($name in @($key.GetValueNames())) { Note 'odbc' $name ($key.GetValue($name)) }
}
Note 'odbcs' 'listed'
`,
  read(records) {
    if (records.note('odbcs') === undefined)
      return unread('ODBC 데이터 원본을 알 수 없음', 'the ODBC sources are not told');
    return records.notes('odbc').map(({ values: [name = '', driver = ''] }) => ({ name, driver }));
  },
});
