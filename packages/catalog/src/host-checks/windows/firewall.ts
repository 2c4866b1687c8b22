// The Windows firewall is on in all three profiles (KISA 2026 W-64).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { nameList } from '../../criteria/name-list.ts';
import { firewall } from '../../probes/windows/firewall.ts';

export const windowsFirewall = hostCheck({
  id: 'windows.firewall',
  title: text('윈도우 방화벽 설정', 'The Windows firewall is on'),
  why: text(
    '방화벽이 꺼져 있으면 모든 열린 포트가 네트워크에 드러납니다.',
    'With the firewall off every open port is there for the network.',
  ),
  importance: 'medium',
  expects: text('세 프로필의 Windows 방화벽이 모두 켜져 있음', 'the Windows firewall is on in all three profiles'),
  remedy: text(
    '세 프로필의 방화벽을 켭니다. 필요한 포트의 허용 규칙을 먼저 둡니다.',
    'Turn the firewall on in all three profiles; allow the ports you need first.',
  ),
  fix: { any: ["Set-NetFirewallProfile -Profile 'Domain','Private','Public' -Enabled True"] },
  needs: { profiles: firewall },
  judge({ profiles }) {
    const evidence: Proof[] = profiles.map(({ name, enabled, inbound }) => ({
      source: `Get-NetFirewallProfile ${name}`,
      found: `${enabled ? 'on' : 'off'}, inbound ${inbound}`,
      expected: 'on',
    }));
    const off = profiles.filter(({ enabled }) => !enabled);
    return off.length > 0
      ? fail(text(`방화벽이 꺼진 프로필이 있음: ${nameList(off)}`, `the firewall is off in ${nameList(off)}`), evidence)
      : pass(text('방화벽이 켜져 있음', 'the firewall is on'), evidence);
  },
});
