// What Windows this is: product, build, its part in a domain, and the day of the check.
import type { Host } from '@bongsu/core';
import { unread, windowsProbe } from '@bongsu/core';

export interface WindowsHost extends Host {
  readonly domainController: boolean;
  readonly domainMember: boolean;
  /** Build with its monthly revision: `17763.6414`. */
  readonly build: string;
  /** The host's own day, `2026-03-31`. */
  readonly today: string;
}

export const windowsSystem = windowsProbe<WindowsHost>({
  name: 'windows-system',
  timeoutSeconds: 60,
  sizeBytesMax: 16384,
  script: String.raw`
$key = Get-Item -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
Note 'product' ($key.GetValue('ProductName'))
Note 'build' ($key.GetValue('CurrentBuild')) ($key.GetValue('UBR'))
$computer = Get-CimInstance -ClassName Win32_ComputerSystem
Note 'domain' $computer.DomainRole $computer.PartOfDomain
Note 'today' (Day (Get-Date))
`,
  read(records) {
    const product = records.note('product')?.values[0] ?? '';
    const [build = '', revision = ''] = records.note('build')?.values ?? [];
    const [role = ''] = records.note('domain')?.values ?? [];
    if (product === '' || !/^\d+$/.test(build) || !/^[0-5]$/.test(role))
      return unread('Windows 제품과 빌드를 알 수 없음', 'the Windows product and build are not told');
    return {
      family: 'windows',
      distro: 'windows',
      version: build,
      prettyName: product,
      container: false,
      live: true,
      // Win32_ComputerSystem.DomainRole: 4 backup and 5 primary domain controller; 1 and 3 are members.
      domainController: Number(role) >= 4,
      domainMember: [1, 3, 4, 5].includes(Number(role)),
      build: /^\d+$/.test(revision) ? `${build}.${revision}` : build,
      today: records.note('today')?.values[0] ?? '',
    };
  },
});
