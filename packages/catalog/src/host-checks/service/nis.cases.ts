// Cases of service.nis.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, rocky9, ubuntu20 } from '../hosts.ts';
import { booted, casesOfNames, listens, wanted } from '../service-answers.ts';

const mapper = { mapper: { stdout: 'tcp LISTEN 0 128 0.0.0.0:111 0.0.0.0:*\n' } };
const head = '   program vers proto   port  service\n    100000    4   tcp    111  portmapper\n';

export const nisCases: readonly HostCase[] = [
  {
    name: 'stock, with the unit that only sets a domain name',
    host: rocky9,
    commands: { ...booted(['nis-domainname.service', 'sshd.service']), rpcinfo: { missing: true } },
    expect: 'pass',
  },
  {
    name: 'nsswitch says nis, and nothing binds',
    host: al2,
    files: { '/etc/nsswitch.conf': 'passwd: files nis\n' },
    commands: booted([], ['ypbind.service']),
    expect: 'pass',
    trap: 'U-28(1)',
  },
  {
    name: 'a client binds',
    host: rocky8,
    commands: booted(['ypbind.service']),
    expect: 'fail',
    because: 'ypbind.service',
  },
  { name: 'the server of Ubuntu', host: ubuntu20, commands: booted(['nis.service']), expect: 'fail' },
  {
    name: 'a server without a unit is registered',
    host: al2,
    commands: {
      ...booted(['rpcbind.service']),
      ...mapper,
      rpcinfo: { stdout: `${head}    100004    2   udp    834  ypserv\n` },
    },
    expect: 'fail',
    because: '100004 ypserv registered',
  },
  {
    name: 'names that only look alike',
    host: debian12,
    commands: {
      ...booted(['mypyd.service', 'systemd-cryptsetup.service'], [], [listens('tcp', 111, 'rpcbind')]),
      ...mapper,
      rpcinfo: { stdout: head },
    },
    expect: 'pass',
    trap: 'U-28(3)',
  },
  { name: 'an image whose link would start it', host: image(rocky8), files: wanted('ypserv.service'), expect: 'fail' },
  {
    name: 'an image in which it only lies there',
    host: image(debian12),
    files: { '/usr/sbin/ypbind': '' },
    expect: 'pass',
  },
  {
    name: 'rpcbind answers and rpcinfo does not',
    host: al2,
    commands: { ...booted(['rpcbind.service']), ...mapper, rpcinfo: { exitCode: 124 } },
    expect: 'unknown',
  },

  {
    name: 'NIS+ is accepted by the text',
    host: rocky8,
    commands: {
      ...booted(['rpcbind.service']),
      ...mapper,
      rpcinfo: { stdout: `${head}    100300    3   udp    835  nisd\n` },
    },
    expect: 'pass',
    trap: 'U-28(2)',
  },
  ...casesOfNames(rocky8, {
    units: ['ypserv', 'ypbind', 'yppasswdd', 'ypxfrd', 'ypupdated', 'rpc-ypupdated', 'nis'].map(
      (name) => `${name}.service`,
    ),
    inetd: ['ypupdated', 'rpc.ypupdated'],
    programs: ['/usr/sbin/ypserv', '/usr/sbin/ypbind'],
  }).map((one): HostCase => ({ ...one, commands: { ...one.commands, mapper: {}, rpcinfo: { missing: true } } })),
  ...(
    [
      [100004, 'ypserv'],
      [100007, 'ypbind'],
      [100009, 'yppasswdd'],
      [100028, 'rpc.ypupdated'],
      [100069, 'ypxfrd'],
    ] as const
  ).map(
    ([number, name]): HostCase => ({
      name: `${name} is registered`,
      host: rocky8,
      commands: {
        ...booted(['rpcbind.service']),
        ...mapper,
        rpcinfo: { stdout: `${head}    ${number}    2   udp    835\n` },
      },
      expect: 'fail',
      because: `"NIS: on",[{"source":"ypserv.service, ypbind.service, yppasswdd.service, ypxfrd.service, ypupdated.service, rpc-ypupdated.service, nis.service","found":"not installed"},{"source":"rpcinfo -p","found":"${number} ${name} registered"}]`,
    }),
  ),
];
