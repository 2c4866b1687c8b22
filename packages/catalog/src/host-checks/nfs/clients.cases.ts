// Cases of nfs.clients.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted } from '../service-answers.ts';

const exports = '/etc/exports';
const on = booted(['nfs-server.service']);
const shares = (text: string) => ({ files: { [exports]: text }, commands: on });

export const clientsCases: readonly HostCase[] = [
  {
    name: 'no server, whatever the file says',
    host: al2,
    files: { [exports]: '/srv *(rw)\n' },
    commands: booted([], ['nfs-server.service']),
    expect: 'notApplicable',
  },
  {
    name: 'a named host',
    host: rocky9,
    ...shares('/srv 10.0.1.5(rw,sync)\n'),
    expect: 'pass',
    because: 'each export names its hosts',
  },
  {
    name: 'the mode of the file is an item of its own in 2021',
    host: ubuntu22,
    files: { [exports]: { text: '/srv 10.0.1.5(rw)\n', mode: '0666' } },
    commands: on,
    expect: 'pass',
    trap: 'the editions ask different things under one code',
  },
  { name: 'everybody', host: rocky9, ...shares('# shares\n/srv *(rw)\n'), expect: 'fail', because: '/etc/exports:2' },
  {
    name: 'a blank gives the options to everybody',
    host: debian12,
    ...shares('/srv 10.0.1.5 (rw)\n'),
    expect: 'fail',
    trap: 'U-25(1)',
  },
  {
    name: 'a netgroup',
    host: debian12,
    ...shares('/srv @trusted(rw)\n'),
    expect: 'manual',
    because: '@trusted',
    trap: 'U-25(2)',
  },
  {
    name: 'a running server that exports nothing',
    host: ubuntu22,
    ...shares(''),
    expect: 'pass',
    because: 'exports nothing',
    trap: 'U-25(5)',
  },
  {
    name: 'another program at the port',
    host: rocky9,
    files: { [exports]: '' },
    commands: booted([], [], [listens('tcp', 2049, 'java')]),
    expect: 'manual',
    because: 'one of these: NFS server?',
    shows: ['java'],
  },
  {
    name: 'an image that would start it',
    host: image(al2023),
    files: { ...wanted('nfs-server.service'), [exports]: '/srv *(ro)\n' },
    expect: 'fail',
  },
  {
    name: 'a file that cannot be read',
    host: al2,
    files: { [exports]: 'unreadable' },
    commands: on,
    expect: 'unknown',
  },
];
