// Whether NetBIOS over TCP/IP is bound to the adapters that have an address.
import { unread, windowsProbe } from '@bongsu/core';

export interface NetworkBinding {
  readonly adapter: string;
  /** Win32_NetworkAdapterConfiguration.TcpipNetbiosOptions: 0 as DHCP says, 1 on, 2 off; null where it is not told. */
  readonly netbios: number | null;
  /** What the DHCP server says, in the same numbers; null where it says nothing. */
  readonly byDhcp: number | null;
}

export const networkBindings = windowsProbe<readonly NetworkBinding[]>({
  name: 'windows-network-bindings',
  timeoutSeconds: 60,
  sizeBytesMax: 32768,
  script: String.raw`
$base = 'HKLM:\SYSTEM\CurrentControlSet\Services\NetBT\Parameters\Interfaces\Tcpip_'
foreach ($adapter in @(Get-CimInstance -ClassName Win32_NetworkAdapterConfiguration | Where-Object { $_.IPEnabled })) {
  $path = $base + $adapter.SettingID
  $dhcp = ''
  if (Test-Path -LiteralPath $path) { $dhcp = [string](Get-Item -LiteralPath $path).GetValue('DhcpNetbiosOptions') }
  Note 'binding' $adapter.Description $adapter.TcpipNetbiosOptions $dhcp
}
Note 'bindings' 'listed'
`,
  read(records) {
    if (records.note('bindings') === undefined)
      return unread('네트워크 어댑터를 알 수 없음', 'the network adapters are not told');
    const number = (text: string): number | null => (/^[0-9]{1,3}$/.test(text) ? Number(text) : null);
    return records.notes('binding').map(({ values: [adapter = '', netbios = '', dhcp = ''] }) => ({
      adapter,
      netbios: number(netbios),
      byDhcp: number(dhcp),
    }));
  },
});
