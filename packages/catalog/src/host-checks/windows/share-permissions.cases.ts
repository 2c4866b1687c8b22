// Cases of windows.share-permissions.
import type { HostCase } from '@bongsu/core';
import { dc2019, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['shares', 'listed'] as const;

export const sharePermissionsCases: readonly HostCase[] = [
  { name: 'default shares alone', host: ws2022, notes: [['share', 'C$', 'C:\\', 'True', ''], done], expect: 'pass' },
  {
    name: 'a share for a group',
    host: ws2019,
    notes: [['share', 'data', 'D:\\data', 'False', 'O:SYG:SYD:(A;;FA;;;S-1-5-21-1-2-3-1105)'], done],
    expect: 'pass',
  },
  {
    name: 'a share for Everyone',
    host: ws2016,
    notes: [['share', 'data', 'D:\\data', 'False', 'O:SYG:SYD:(A;;0x1200a9;;;WD)'], done],
    expect: 'fail',
    because: 'Everyone',
  },
  {
    name: 'no list at all',
    host: ws2016,
    notes: [['share', 'data', 'D:\\data', 'False', 'O:SYG:SY'], done],
    expect: 'fail',
  },
  {
    name: 'denying Everyone is no permission',
    host: ws2016,
    notes: [['share', 'data', 'D:\\data', 'False', 'O:SYG:SYD:(D;;FA;;;WD)'], done],
    expect: 'pass',
  },
  {
    name: 'the shares of a domain',
    host: dc2019,
    notes: [['share', 'SYSVOL', 'C:\\Windows\\SYSVOL\\sysvol', 'False', 'O:SYG:SYD:(A;;0x1200a9;;;WD)'], done],
    expect: 'pass',
  },
  {
    name: 'a list that was not told',
    host: ws2016,
    notes: [['share', 'data', 'D:\\data', 'False', ''], done],
    expect: 'unknown',
  },
  { name: 'cut short', host: ws2016, notes: [['share', 'C$', 'C:\\', 'True', '']], expect: 'unknown' },
  ...['MYSYSVOL', 'print$old'].map(
    (name): HostCase => ({
      name: `${name} is no share of the domain`,
      host: dc2019,
      notes: [['share', name, 'D:\\data', 'False', 'O:SYG:SYD:(A;;0x1200a9;;;WD)'], done],
      expect: 'fail',
      because: name,
    }),
  ),
];
