// Cases of service.rpc-programs.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, casesOfNames, wanted, xinetdBlock } from '../service-answers.ts';

const mapper = { mapper: { stdout: 'tcp LISTEN 0 128 0.0.0.0:111 0.0.0.0:*\n' } };
const head = '   program vers proto   port  service\n    100000    4   tcp    111  portmapper\n';
const statd = `${head}    100024    1   udp  56062  status\n`;

/** On a host whose port mapper does not run. */
function withoutMapper(cases: readonly HostCase[]): HostCase[] {
  return cases.map((one) => ({ ...one, commands: { ...one.commands, mapper: {}, rpcinfo: { missing: true } } }));
}

export const rpcProgramsCases: readonly HostCase[] = [
  {
    name: 'no port mapper',
    host: al2023,
    commands: { ...booted(['sshd.service']), mapper: {}, rpcinfo: { missing: true } },
    expect: 'pass',
  },
  {
    name: 'rpcbind alone is not on the list, and is shown',
    host: rocky9,
    commands: { ...booted(['rpcbind.socket'], ['rpcbind.service']), ...mapper, rpcinfo: { stdout: head } },
    expect: 'pass',
    because: 'not on the list of the guide',
    trap: 'U-27(1)',
  },
  {
    name: 'rusersd is registered',
    host: al2,
    commands: {
      ...booted(['rpcbind.service']),
      ...mapper,
      rpcinfo: { stdout: `${head}    100002    3   udp    812  rusersd\n` },
    },
    expect: 'fail',
    because: 'rusersd registered',
  },
  {
    name: 'the number tells where /etc/rpc has no name',
    host: al2,
    commands: {
      ...booted(['rpcbind.service']),
      ...mapper,
      rpcinfo: { stdout: `${head}    100232   10   udp    813\n` },
    },
    expect: 'fail',
    because: 'sadmind',
  },
  {
    name: 'rquotad runs as a unit',
    host: debian12,
    commands: { ...booted(['quotarpc.service']), rpcinfo: { exitCode: 1 } },
    expect: 'fail',
    because: 'quotarpc.service',
  },
  {
    name: 'statd without a mount that needs it',
    host: ubuntu22,
    files: { '/proc/1/mounts': 'fs-1.efs:/ /mnt nfs4 rw,vers=4.1\n' },
    commands: { ...booted(['rpc-statd.service', 'rpcbind.service']), ...mapper, rpcinfo: { stdout: statd } },
    expect: 'fail',
    because: 'rpc.statd',
  },
  {
    name: 'statd for a mount of NFSv3',
    host: ubuntu22,
    files: { '/proc/1/mounts': '/mnt/old nfs rw,relatime,vers=3,rsize=1048576\n' },
    commands: { ...booted(['rpc-statd.service', 'rpcbind.service']), ...mapper, rpcinfo: { stdout: statd } },
    expect: 'manual',
    because: '/mnt/old',
    trap: 'U-27(2)',
  },
  {
    name: 'a static statd that nothing started',
    host: rocky9,
    commands: {
      units: { stdout: 'sshd.service loaded active running\n' },
      'unit-files': { stdout: 'rpc-statd.service static -\nsshd.service enabled\n' },
      listeners: {},
    },
    expect: 'pass',
  },
  {
    name: 'a line of inetd with RPC versions',
    host: debian12,
    files: { '/etc/inetd.conf': 'rstatd/1-3 dgram rpc/udp wait nobody /usr/sbin/tcpd rpc.rstatd\n' },
    commands: booted(['inetd.service']),
    expect: 'fail',
    because: '/etc/inetd.conf:1',
  },
  {
    name: 'xinetd has it disabled',
    host: al2,
    files: { '/etc/xinetd.d/rstatd': xinetdBlock('rstatd', 'yes', 'udp') },
    commands: booted(['xinetd.service']),
    expect: 'pass',
  },
  {
    name: 'an image whose link would start it',
    host: image(rocky9),
    files: wanted('rpc-rquotad.service'),
    expect: 'fail',
  },
  {
    name: 'rpcbind answers and rpcinfo is missing',
    host: al2,
    commands: { ...booted(['rpcbind.socket']), ...mapper, rpcinfo: { missing: true } },
    expect: 'unknown',
    trap: 'U-27(4)',
  },

  {
    name: 'the socket of rquotad listens while its service is inactive',
    host: rocky9,
    commands: { ...booted(['rpc-rquotad.socket'], ['rpc-rquotad.service']), rpcinfo: { missing: true } },
    expect: 'fail',
    because: 'rpc-rquotad.socket',
    trap: 'U-27(3)',
  },
  ...(
    [
      [100001, 'rstatd'],
      [100002, 'rusersd'],
      [100008, 'walld'],
      [100011, 'rquotad'],
      [100012, 'sprayd'],
      [100017, 'rexd'],
      [100028, 'ypupdated'],
      [100068, 'cmsd'],
      [100083, 'ttdbserverd'],
      [100221, 'kcms_server'],
      [100232, 'sadmind'],
      [100235, 'cachefsd'],
      [100300, 'nisd'],
      [150001, 'pcnfsd'],
    ] as const
  ).flatMap(([number, name]): HostCase[] => [
    {
      name: `${name} is registered`,
      host: al2,
      commands: {
        ...booted(['rpcbind.service']),
        ...mapper,
        rpcinfo: { stdout: `${head}    ${number}    1   udp    812\n` },
      },
      expect: 'fail',
      because: `{"source":"rpcinfo -p","found":"${number} ${name} registered"}]`,
    },
    ...withoutMapper(
      casesOfNames(al2, { units: [`${name}.service`, `rpc.${name}.socket`], inetd: [name, `rpc.${name}`] }),
    ),
  ]),
  ...withoutMapper(
    casesOfNames(debian12, {
      units: ['rwalld', 'rpc.rwalld', 'rpc-rquotad', 'quotarpc', 'rpc-sprayd'].map((name) => `${name}.service`),
      inetd: ['rwalld', 'rpc.rwalld'],
    }),
  ),
  ...withoutMapper(casesOfNames(ubuntu22, { units: ['rpc-statd.service', 'nfs-lock.service'] })),
  {
    name: 'what is on is said',
    host: al2,
    commands: { ...booted(['rstatd.service']), rpcinfo: { missing: true } },
    expect: 'fail',
    because: 'listed RPC programs: on',
  },
  {
    name: 'statd is registered and has no unit',
    host: ubuntu22,
    commands: { ...booted(['ssh.service']), ...mapper, rpcinfo: { stdout: statd } },
    expect: 'fail',
    because: '100024 statd registered',
  },
  ...(['rpcbind.socket', 'rpcbind.service'] as const).map(
    (unit): HostCase => ({
      name: `${unit} runs, which is shown`,
      host: rocky9,
      commands: { ...booted([unit]), ...mapper, rpcinfo: { stdout: head } },
      expect: 'pass',
      because: `{"source":"systemctl is-active ${unit}","found":"rpcbind active; not on the list of the guide"}]`,
    }),
  ),
  {
    name: 'rpcbind is off, which is not shown',
    host: rocky9,
    commands: { ...booted([], ['rpcbind.service']), rpcinfo: { missing: true } },
    expect: 'pass',
    because: '"found":"not installed"}]]',
  },
];
