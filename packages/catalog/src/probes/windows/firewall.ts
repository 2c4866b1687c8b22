// The three profiles of the Windows firewall as they are in force.
import { unread, windowsProbe } from '@bongsu/core';

export interface FirewallProfile {
  readonly name: string;
  readonly enabled: boolean;
  readonly inbound: string;
}

export const firewall = windowsProbe<readonly FirewallProfile[]>({
  name: 'windows-firewall',
  timeoutSeconds: 60,
  sizeBytesMax: 16384,
  // ActiveStore is the sum of group policy and local settings.
  script: String.raw`
foreach ($side in @(Get-NetFirewallProfile -PolicyStore ActiveStore)) {
  Note 'firewall' $side.Name $side.Enabled $side.DefaultInboundAction
}
`,
  read(records) {
    const profiles = records
      .notes('firewall')
      .map(({ values: [name = '', enabled, inbound = ''] }) => ({ name, enabled: enabled === 'True', inbound }));
    return profiles.length === 3
      ? profiles
      : unread('방화벽 프로필을 알 수 없음', 'the firewall profiles are not told');
  },
});
