// Cases of windows.disk-encryption.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const diskEncryptionCases: readonly HostCase[] = [
  {
    name: 'all protected',
    host: ws2022,
    notes: [
      ['volume', 'C:', 'NTFS'],
      ['volumes', 'listed'],
      ['bitlocker', 'C:', '1'],
      ['bitlockers', 'listed'],
    ],
    expect: 'pass',
  },
  {
    name: 'one is not',
    host: ws2019,
    notes: [
      ['volume', 'C:', 'NTFS'],
      ['volume', 'D:', 'NTFS'],
      ['volumes', 'listed'],
      ['bitlocker', 'C:', '1'],
      ['bitlocker', 'D:', '0'],
      ['bitlockers', 'listed'],
    ],
    expect: 'manual',
    because: '"BitLocker D:","found":"not protected"',
    shows: ['"BitLocker C:","found":"protected"'],
  },
  {
    name: 'no BitLocker',
    host: ws2016,
    notes: [
      ['volume', 'C:', 'NTFS'],
      ['volumes', 'listed'],
      ['bitlockers', 'no-class'],
    ],
    expect: 'manual',
  },
  { name: 'not told', host: ws2016, notes: [['volumes', 'listed']], expect: 'unknown' },
  {
    name: 'the system partition has no letter and is not asked about',
    host: ws2019,
    notes: [
      ['volume', 'C:', 'NTFS'],
      ['volume', '\\\\?\\Volume{1}\\', 'FAT32'],
      ['volumes', 'listed'],
      ['bitlocker', 'C:', '1'],
      ['bitlockers', 'listed'],
    ],
    expect: 'pass',
    hides: ['Volume{'],
  },
  {
    name: 'no volume with a letter',
    host: ws2019,
    notes: [
      ['volume', '\\\\?\\Volume{1}\\', 'NTFS'],
      ['volumes', 'listed'],
      ['bitlockers', 'listed'],
    ],
    expect: 'manual',
    because: '"Win32_Volume","found":"no volume with a letter"',
  },
];
