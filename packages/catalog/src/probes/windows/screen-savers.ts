// The screen saver of every user whose registry is loaded, the settings of group policy before their own.
import { unread, windowsProbe } from '@bongsu/core';

export interface ScreenSaver {
  readonly user: string;
  readonly active: boolean;
  readonly secure: boolean;
  /** Null where nothing is set. */
  readonly seconds: number | null;
}

export const screenSavers = windowsProbe<readonly ScreenSaver[]>({
  name: 'windows-screen-savers',
  timeoutSeconds: 30,
  sizeBytesMax: 32768,
  script: String.raw`
foreach ($hive in @(Get-ChildItem -LiteralPath 'Registry::HKEY_USERS' | Where-Object { $_.PSChildName -match '\AS-1-5-21-[0-9-]+\z' })) {
  $said = @($hive.PSChildName)
  foreach ($name in @('ScreenSaveActive', 'ScreenSaverIsSecure', 'ScreenSaveTimeOut')) {
    $value = ''
    foreach ($part in @('\Control Panel\Desktop', '\Software\Policies\Microsoft\Windows\Control Panel\Desktop')) {
      $path = 'Registry::HKEY_USERS\' + $hive.PSChildName + $part
      if (Test-Path -LiteralPath $path) {
        $found = (Get-Item -LiteralPath $path).GetValue($name)
        if ($null -ne $found) { $value = [string]$found }
      }
    }
    $said += $value
  }
  Note 'screen-saver' @said
}
Note 'screen-savers' 'listed'
`,
  read(records) {
    if (records.note('screen-savers') === undefined)
      return unread('화면 보호기 설정을 알 수 없음', 'the screen savers are not told');
    return records.notes('screen-saver').map(({ values: [user = '', active, secure, seconds = ''] }) => ({
      user,
      active: active === '1',
      secure: secure === '1',
      seconds: /^\d{1,9}$/.test(seconds) ? Number(seconds) : null,
    }));
  },
});
