// Cases of service.dos-prone.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, casesOfNames, listens, wanted, xinetdBlock } from '../service-answers.ts';

const chargen = '/etc/xinetd.d/chargen';

export const dosProneCases: readonly HostCase[] = [
  {
    name: 'a time client, a resolver and names that only look alike',
    host: rocky9,
    commands: booted(
      ['chronyd.service', 'systemd-timedated.service', 'systemd-resolved.service', 'echo-api.service'],
      [],
      [listens('udp', 323, 'chronyd', '127.0.0.1'), listens('udp', 53, 'systemd-resolve', '127.0.0.53')],
    ),
    expect: 'pass',
    trap: 'U-23(2) U-23(3)',
  },
  {
    name: 'both blocks of one file disabled',
    host: debian12,
    files: { [chargen]: xinetdBlock('chargen', 'yes') + xinetdBlock('chargen', 'yes', 'udp') },
    commands: booted(['xinetd.service']),
    expect: 'pass',
  },
  {
    name: 'the tcp block disabled, the udp block of the same file on',
    host: debian12,
    files: { [chargen]: xinetdBlock('chargen', 'yes') + xinetdBlock('chargen', 'no', 'udp') },
    commands: booted(['xinetd.service']),
    expect: 'fail',
    because: '/etc/xinetd.d/chargen:6',
    trap: 'U-23(1)',
  },
  {
    name: 'the last disable of a block holds',
    host: al2,
    files: { '/etc/xinetd.d/echo': 'service echo\n{\n disable = no\n disable = yes\n}\n' },
    commands: booted(['xinetd.service']),
    expect: 'pass',
  },
  {
    name: 'a list of enabled services leaves it out',
    host: al2,
    files: {
      '/etc/xinetd.conf': 'defaults\n{\n enabled = rsync\n}\n',
      '/etc/xinetd.d/echo': xinetdBlock('echo', 'no'),
    },
    commands: booted(['xinetd.service']),
    expect: 'pass',
    trap: 'U-23(1)',
  },
  {
    name: 'an internal service of inetd',
    host: ubuntu22,
    files: { '/etc/inetd.conf': 'daytime dgram udp wait root internal\n' },
    commands: booted(['inetd.service']),
    expect: 'fail',
  },
  {
    name: 'the port answers for a super-server whose file was not seen',
    host: ubuntu22,
    commands: booted([], [], [listens('udp', 7, 'xinetd')]),
    expect: 'fail',
    because: 'udp/7',
  },
  {
    name: 'an unknown program at port 9',
    host: rocky9,
    commands: booted([], [], [listens('udp', 9, 'wol-proxy')]),
    expect: 'manual',
  },
  {
    name: 'an image in which xinetd would serve it',
    host: image(al2),
    files: { ...wanted('xinetd.service'), [chargen]: xinetdBlock('chargen', 'no') },
    expect: 'fail',
  },
  {
    name: 'a file that cannot be read',
    host: al2,
    files: { [chargen]: 'unreadable' },
    commands: booted(['xinetd.service']),
    expect: 'unknown',
  },
  ...casesOfNames(al2, {
    units: ['echo', 'discard', 'daytime', 'chargen'].flatMap((name) => [`${name}.socket`, `${name}.service`]),
    inetd: ['echo', 'discard', 'daytime', 'chargen'],
    ports: [7, 9, 13, 19].flatMap((port) => [['tcp', port, 'xinetd'] as const, ['udp', port, 'inetd'] as const]),
  }),
  {
    name: 'what is on is said',
    host: al2,
    commands: booted(['echo.socket']),
    expect: 'fail',
    because: 'echo, discard, daytime and chargen: on',
  },
];
