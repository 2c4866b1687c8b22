// Cases of nfs.anonymous.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted } from '../service-answers.ts';

const exports = '/etc/exports';
const on = booted(['nfs-server.service']);

export const anonymousCases: readonly HostCase[] = [
  {
    name: 'no server',
    host: al2,
    files: { [exports]: '/srv *(rw)\n' },
    commands: booted([], ['nfs-server.service']),
    expect: 'pass',
  },
  {
    name: 'known hosts',
    host: rocky9,
    files: { [exports]: '/srv 10.0.1.5(rw,no_all_squash)\n' },
    commands: on,
    expect: 'pass',
  },
  {
    name: 'everybody',
    host: rocky9,
    files: { [exports]: '/pub *(ro)\n' },
    commands: on,
    expect: 'fail',
    because: '/etc/exports:1',
  },
  {
    name: 'everybody with a ticket',
    host: ubuntu22,
    files: { [exports]: '/srv *(rw,sec=krb5p)\n' },
    commands: on,
    expect: 'pass',
  },
  {
    name: 'a ticket or none',
    host: ubuntu22,
    files: { [exports]: '/srv *(rw,sec=krb5p:sys)\n' },
    commands: on,
    expect: 'fail',
  },
  {
    name: 'every writer becomes anonymous',
    host: debian12,
    files: { [exports]: '/drop 10.0.0.0/8(rw,all_squash,anonuid=1000)\n' },
    commands: on,
    expect: 'fail',
    because: 'all_squash',
  },
  {
    name: 'anonymous readers of a known network',
    host: debian12,
    files: { [exports]: '/iso 10.0.0.0/8(ro,all_squash)\n' },
    commands: on,
    expect: 'pass',
  },
  {
    name: 'the anonymous are root',
    host: al2023,
    files: { [exports]: '/x 10.0.0.1(ro,anonuid=0)\n' },
    commands: on,
    expect: 'fail',
  },
  {
    name: 'exported by hand to everybody',
    host: al2023,
    files: { [exports]: 'absent' },
    commands: { ...on, exportfs: { stdout: '/tmp <world>(sync,sec=sys,rw,no_all_squash)\n' } },
    expect: 'fail',
  },
  {
    name: 'an image that would start it',
    host: image(al2),
    files: { ...wanted('nfs-server.service'), [exports]: '/srv (rw)\n' },
    expect: 'fail',
  },
  {
    name: 'a file that cannot be read',
    host: al2,
    files: { [exports]: 'unreadable' },
    commands: on,
    expect: 'unknown',
  },
  {
    name: 'another program at the port',
    host: rocky9,
    files: { [exports]: '' },
    commands: booted([], [], [listens('tcp', 2049, 'java')]),
    expect: 'manual',
    because: 'one of these: NFS server?',
  },
  ...(
    [
      ['rw,ro,all_squash', 'pass'],
      ['ro,rw,all_squash', 'fail'],
      ['rw,all_squash,no_all_squash', 'pass'],
      ['rw,no_all_squash,all_squash', 'fail'],
      ['all_squash', 'pass'],
      ['rw,anongid=0', 'fail'],
      ['rw,anonuid=00', 'fail'],
      ['rw,anonuid=65534,anongid=100', 'pass'],
      ['rw,fsid=0', 'pass'],
    ] as const
  ).map(
    ([options, expect]): HostCase => ({
      name: `for a host with ${options}`,
      host: rocky9,
      files: { [exports]: `/srv 10.0.1.5(${options})\n` },
      commands: on,
      expect,
      because: options,
    }),
  ),
];
