// The zones of the Windows DNS server: who may copy them and who may change them.
import { unread, windowsProbe } from '@bongsu/core';

export interface DnsZone {
  readonly name: string;
  readonly type: string;
  /** `NoTransfer`, `TransferAnyServer`, `TransferToZoneNameServer`, `TransferToSecureServers`. */
  readonly transfer: string;
  /** `None`, `Secure`, `NonsecureAndSecure`. */
  readonly update: string;
}

/** Null where no DNS server is installed. */
export const dnsZones = windowsProbe<readonly DnsZone[] | null>({
  name: 'windows-dns-zones',
  timeoutSeconds: 60,
  sizeBytesMax: 131072,
  // Properties that a kind of zone lacks throw in strict mode, so each is looked up by name.
  script: String.raw`
if (Installed 'DNS') {
  foreach ($zone in @(Get-DnsServerZone | Where-Object { -not $_.IsAutoCreated })) {
    $said = @()
    foreach ($name in @('ZoneName', 'ZoneType', 'SecureSecondaries', 'DynamicUpdate')) {
      $property = $zone.PSObject.Properties[$name]
      if ($null -eq $property) { $said += '' } else { $said += [string]$property.Value }
    }
    Note 'zone' @said
  }
  Note 'zones' 'listed'
} else {
  Note 'zones' 'no-server'
}
`,
  read(records) {
    const state = records.note('zones')?.values[0];
    if (state === 'no-server') return null;
    if (state !== 'listed') return unread('DNS 영역을 알 수 없음', 'the DNS zones are not told');
    return records
      .notes('zone')
      .map(({ values: [name = '', type = '', transfer = '', update = ''] }) => ({ name, type, transfer, update }));
  },
});
