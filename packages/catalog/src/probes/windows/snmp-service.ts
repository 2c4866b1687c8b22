// The Windows SNMP service: what its communities are like, never the words, and who may ask.
import { unread, windowsProbe } from '@bongsu/core';

export interface SnmpCommunity {
  readonly length: number;
  /** Of `l`, `u`, `d`, `s`: lower, upper, digits, special. */
  readonly kinds: string;
  readonly word: 'public' | 'private' | 'other';
  /** 1 none, 2 notify, 4 read, 8 read and write, 16 read and create. */
  readonly rights: number;
}

export interface SnmpService {
  readonly communities: readonly SnmpCommunity[];
  readonly managers: readonly string[];
}

const known = ['public', 'private'] as const;

/** Null where the service is not installed. */
export const snmpService = windowsProbe<SnmpService | null>({
  name: 'windows-snmp-service',
  timeoutSeconds: 30,
  sizeBytesMax: 32768,
  // Group policy has a list of its own, which outweighs the local one; there each community is a value, not a name.
  script: String.raw`
if (Installed 'SNMP') {
  $own = 'HKLM:\SYSTEM\CurrentControlSet\Services\SNMP\Parameters\'
  $policy = 'HKLM:\SOFTWARE\Policies\SNMP\Parameters\'
  if (Test-Path -LiteralPath ($policy + 'ValidCommunities')) {
    $key = Get-Item -LiteralPath ($policy + 'ValidCommunities')
    foreach ($name in @($key.GetValueNames())) {
      $class = WordClass ([string]$key.GetValue($name))
      Note 'community' $class '4'
    }
  } elseif (Test-Path -LiteralPath ($own + 'ValidCommunities')) {
    $key = Get-Item -LiteralPath ($own + 'ValidCommunities')
    foreach ($community in @($key.GetValueNames())) {
      $class = WordClass $community
      Note 'community' $class ($key.GetValue($community))
    }
  }
  foreach ($base in @($own, $policy)) {
    if (-not (Test-Path -LiteralPath ($base + 'PermittedManagers'))) { continue }
    $managers = Get-Item -LiteralPath ($base + 'PermittedManagers')
    foreach ($name in @($managers.GetValueNames())) { Note 'manager' ($managers.GetValue($name)) }
  }
  Note 'snmp' 'listed'
} else {
  Note 'snmp' 'no-service'
}
`,
  read(records) {
    const state = records.note('snmp')?.values[0];
    if (state === 'no-service') return null;
    if (state !== 'listed') return unread('SNMP 설정을 알 수 없음', 'the settings of SNMP are not told');
    const communities: SnmpCommunity[] = [];
    for (const {
      values: [seen = '', rights = ''],
    } of records.notes('community')) {
      const [, length = '', kinds = '', word = ''] = /^(\d{1,4}):([luds]*):(public|private|other)$/.exec(seen) ?? [];
      if (length === '') return unread('SNMP community를 해석할 수 없음', 'a community could not be read');
      communities.push({
        length: Number(length),
        kinds,
        word: known.find((one) => one === word) ?? 'other',
        rights: Number(rights),
      });
    }
    return { communities, managers: records.notes('manager').map(({ values }) => values[0] ?? '') };
  },
});
