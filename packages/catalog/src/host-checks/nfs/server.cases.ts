// Cases of nfs.server.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted } from '../service-answers.ts';

export const serverCases: readonly HostCase[] = [
  {
    name: 'a client of EFS with all its pieces',
    host: al2,
    files: { '/usr/sbin/rpc.nfsd': '', '/usr/sbin/rpc.mountd': '' },
    commands: booted(
      ['rpcbind.socket', 'rpc-statd.service', 'nfs-idmapd.service', 'amazon-efs-mount-watchdog.service'],
      ['nfs-server.service'],
      [listens('tcp', 111, 'rpcbind'), listens('tcp', 20049, 'stunnel', '127.0.0.1')],
    ),
    expect: 'pass',
    trap: 'U-24(1)',
  },
  {
    name: 'off, with the alias that Debian always shows',
    host: debian12,
    commands: {
      units: { stdout: 'ssh.service loaded active running\n' },
      'unit-files': { stdout: 'nfs-server.service disabled enabled\nnfs-kernel-server.service alias -\n' },
      listeners: {},
    },
    expect: 'pass',
  },
  {
    name: 'it runs; systemd shows it as exited',
    host: ubuntu22,
    commands: {
      units: { stdout: 'nfs-server.service loaded active exited NFS server and services\n' },
      'unit-files': { stdout: 'nfs-server.service enabled enabled\n' },
      listeners: { stdout: `${listens('tcp', 2049)}\n` },
    },
    expect: 'fail',
    because: 'nfs-server.service',
    trap: 'U-24(3)',
  },
  {
    name: 'stopped, but would start at boot',
    host: al2023,
    commands: { units: {}, 'unit-files': { stdout: 'nfs-server.service enabled disabled\n' }, listeners: {} },
    expect: 'fail',
  },
  {
    name: 'threads of the kernel that no unit started',
    host: rocky9,
    commands: booted([], ['nfs-server.service'], [listens('tcp', 2049)]),
    expect: 'fail',
    because: 'tcp/2049',
    trap: 'U-24(2)',
  },
  {
    name: 'another program at the port',
    host: rocky9,
    commands: booted([], [], [listens('tcp', 2049, 'java')]),
    expect: 'manual',
    because: 'java',
  },
  {
    name: 'an image whose link would start it',
    host: image(al2023),
    files: wanted('nfs-server.service'),
    expect: 'fail',
  },
  {
    name: 'a folder of units that cannot be listed',
    host: image(rocky9),
    files: { '/etc/systemd/system/multi-user.target.wants': 'unreadable' },
    expect: 'unknown',
  },
  ...['nfs-mountd.service', 'nfs-ganesha.service'].map(
    (unit): HostCase => ({ name: unit, host: rocky9, commands: booted([unit]), expect: 'fail', because: unit }),
  ),
  {
    name: 'Ganesha at the port',
    host: rocky9,
    commands: booted([], [], [listens('tcp', 2049, 'ganesha.nfsd')]),
    expect: 'fail',
    because: 'ganesha.nfsd',
  },
  { name: 'UDP too', host: al2, commands: booted([], [], [listens('udp', 2049)]), expect: 'fail', because: 'udp/2049' },
  ...['/usr/sbin/rpc.nfsd', '/usr/sbin/rpc.mountd'].map(
    (path): HostCase => ({
      name: `${path} lies there`,
      host: al2023,
      files: { [path]: '' },
      commands: booted([]),
      expect: 'pass',
      because: path,
    }),
  ),
  {
    name: 'what is on is said',
    host: rocky9,
    commands: booted(['nfs-server.service']),
    expect: 'fail',
    because: 'NFS server: on',
  },
];
