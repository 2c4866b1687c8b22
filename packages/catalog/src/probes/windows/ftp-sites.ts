// The FTP sites of IIS: encryption, anonymous logins, addresses, greeting, and who may do what to their folders.
import type { AccessControl } from '@bongsu/core';
import { unread, windowsProbe } from '@bongsu/core';
import { accessAt } from './access-lists/told.ts';

export interface FtpSite {
  readonly name: string;
  readonly folder: string;
  /** Null where the folder is not there. */
  readonly access: AccessControl | null;
  /** `SslAllow`, `SslRequire`, `SslRequireCredentialsOnly`. */
  readonly control: string;
  readonly channel: string;
  readonly anonymous: boolean;
  /** True where addresses that no rule names are let in. */
  readonly unlisted: boolean;
  readonly hidesBanner: boolean;
}

/** Null where the FTP service of IIS is not installed. */
export const ftpSites = windowsProbe<readonly FtpSite[] | null>({
  name: 'windows-ftp-sites',
  timeoutSeconds: 120,
  sizeBytesMax: 131072,
  script: String.raw`
function FtpSetting($Place, $Section, $Attribute) {
  $found = Get-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Location $Place -Filter $Section -Name $Attribute
  if ($null -ne $found.PSObject.Properties['Value']) { return [string]$found.Value }
  [string]$found
}
if (Installed 'FTPSVC') {
  Import-Module -Name 'WebAdministration'
  foreach ($site in @(Get-ChildItem -LiteralPath 'IIS:\Sites')) {
    if (@($site.Bindings.Collection | Where-Object { $_.protocol -eq 'ftp' }).Count -eq 0) { continue }
    $path = [Environment]::ExpandEnvironmentVariables([string]$site.PhysicalPath)
    $ssl = $site.ftpServer.security.ssl
    $anonymous = $site.ftpServer.security.authentication.anonymousAuthentication.enabled
    $unlisted = FtpSetting $site.Name 'system.ftpServer/security/ipSecurity' 'allowUnlisted'
    Note 'ftp-site' $site.Name $path $ssl.controlChannelPolicy $ssl.dataChannelPolicy $anonymous $unlisted $site.ftpServer.messages.suppressDefaultBanner
    AccessList $path
  }
  Note 'ftp' 'listed'
} else {
  Note 'ftp' 'no-service'
}
`,
  read(records) {
    const state = records.note('ftp')?.values[0];
    if (state === 'no-service') return null;
    if (state !== 'listed') return unread('FTP 사이트를 알 수 없음', 'the FTP sites are not told');
    const sites: FtpSite[] = [];
    for (const { values } of records.notes('ftp-site')) {
      const [name = '', folder = '', control = '', channel = '', anonymous, unlisted, banner] = values;
      const told = accessAt(records, folder);
      if ('unread' in told) return told;
      if (![anonymous, unlisted, banner].every((one) => one === 'True' || one === 'False'))
        return unread(`FTP 사이트 ${name}의 설정을 알 수 없음`, `the settings of the FTP site ${name} are not told`);
      sites.push({
        name,
        folder,
        access: told.access,
        control: policyName(control),
        channel: policyName(channel),
        anonymous: anonymous === 'True',
        unlisted: unlisted === 'True',
        hidesBanner: banner === 'True',
      });
    }
    return sites;
  },
});

const policies = new Map([
  ['0', 'SslAllow'],
  ['1', 'SslRequire'],
  ['2', 'SslRequireCredentialsOnly'],
  ['3', 'SslDeny'],
]);

/** The policies as IIS numbers them; its PowerShell drive shows a word or the number. */
function policyName(text: string): string {
  return policies.get(text) ?? text;
}
