// Cases of windows.ntfs-volumes.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const ntfsVolumesCases: readonly HostCase[] = [
  {
    name: 'NTFS',
    host: ws2022,
    notes: [
      ['volume', 'C:', 'NTFS'],
      ['volume', '\\\\?\\Volume{1}\\', 'FAT32'],
      ['volumes', 'listed'],
      ['bitlockers', 'no-class'],
    ],
    expect: 'pass',
  },
  {
    name: 'FAT32 with a letter',
    host: ws2019,
    notes: [
      ['volume', 'C:', 'NTFS'],
      ['volume', 'D:', 'FAT32'],
      ['volumes', 'listed'],
      ['bitlockers', 'no-class'],
    ],
    expect: 'fail',
  },
  {
    name: 'exFAT',
    host: ws2016,
    notes: [
      ['volume', 'E:', 'exFAT'],
      ['volumes', 'listed'],
      ['bitlockers', 'no-class'],
    ],
    expect: 'fail',
  },
  {
    name: 'none',
    host: ws2016,
    notes: [
      ['volumes', 'listed'],
      ['bitlockers', 'no-class'],
    ],
    expect: 'manual',
  },
  {
    name: 'ReFS, a cluster, and a drive without a disk in it',
    host: ws2019,
    notes: [
      ['volume', 'C:', 'NTFS'],
      ['volume', 'D:', 'ReFS'],
      ['volume', 'E:', 'CSVFS'],
      ['volume', 'F:', ''],
      ['volumes', 'listed'],
      ['bitlockers', 'no-class'],
    ],
    expect: 'pass',
    because: 'CSVFS',
    hides: ['volume F:'],
  },
  {
    name: 'exFAT without a letter is no system partition',
    host: ws2016,
    notes: [
      ['volume', '\\\\?\\Volume{1}\\', 'exFAT'],
      ['volumes', 'listed'],
      ['bitlockers', 'no-class'],
    ],
    expect: 'fail',
  },
];
