// Cases of file.device-nodes.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu24 } from '../hosts.ts';

type Note = readonly [string, ...string[]];
const found = (...files: readonly (readonly [string, string])[]): readonly Note[] => [
  ['device.faults', '0'],
  ...files.map(([path, mode]): Note => ['device.file', mode, '0', '0', path]),
  ['device.total', String(files.length)],
];
const live: readonly Note[] = [['device.live', '1']];
const mounted: readonly Note[] = [['device.live', '0']];

export const deviceNodesCases: readonly HostCase[] = [
  { name: 'devices alone', host: al2023, notes: [...found(), ...live], expect: 'pass', because: '/dev/shm' },
  { name: 'devices alone', host: ubuntu24, notes: [...found(), ...live], expect: 'pass' },
  {
    name: 'a program among the devices',
    host: rocky9,
    notes: [...found(['/dev/.udevd', '755']), ...live],
    expect: 'fail',
    because: '0755 0:0',
  },
  {
    name: 'a hostile name',
    host: debian12,
    notes: [...found(['/dev/x\n#note\t$(id)', '644']), ...live],
    expect: 'fail',
    because: '#note',
  },
  {
    name: 'a file on the disk of an image, below what is mounted over it',
    host: image(debian12),
    notes: [...found(['/dev/ttyp9', '644']), ...mounted],
    expect: 'fail',
    because: '/dev/ttyp9',
  },
  {
    name: 'an image does not tell what runs',
    host: image(debian12),
    notes: [...found(), ...mounted],
    expect: 'unknown',
  },
  {
    name: 'a folder that could not be read',
    host: al2,
    notes: [['device.faults', '1'], ['device.total', '0'], ...live],
    expect: 'unknown',
  },
  { name: 'no answer', host: al2, notes: live, expect: 'unknown' },

  {
    name: 'a file that a site knows of',
    host: al2,
    notes: [...found(['/dev/.agent', '600']), ...live],
    parameters: { known: ['/dev/.agent'] },
    expect: 'pass',
    because: 'known with its reason',
  },
  {
    name: 'one beside the known',
    host: al2,
    notes: [...found(['/dev/.agent', '600'], ['/dev/.agent2', '600']), ...live],
    parameters: { known: ['/dev/.agent'] },
    expect: 'fail',
    because: '1 regular file lies under /dev',
  },
  {
    name: 'several',
    host: rocky9,
    notes: [...found(['/dev/a', '644'], ['/dev/b', '644']), ...live],
    expect: 'fail',
    because: '2 regular files lie under /dev',
  },
];
