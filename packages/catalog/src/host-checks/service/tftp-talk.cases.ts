// Cases of service.tftp-talk.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, ubuntu22 } from '../hosts.ts';
import { booted, casesOfNames, listens, wanted, xinetdBlock } from '../service-answers.ts';

export const tftpTalkCases: readonly HostCase[] = [
  {
    name: 'nothing of it',
    host: al2023,
    commands: booted(['sshd.service'], [], [listens('tcp', 22, 'sshd')]),
    expect: 'pass',
  },
  {
    name: 'the socket listens while the service is inactive',
    host: rocky8,
    commands: booted(['tftp.socket'], ['tftp.service']),
    expect: 'fail',
    because: 'tftp.socket',
    trap: 'U-29(2)',
  },
  { name: 'tftpd-hpa runs', host: ubuntu22, commands: booted(['tftpd-hpa.service']), expect: 'fail' },
  {
    name: 'dnsmasq serves TFTP',
    host: debian12,
    commands: booted(['dnsmasq.service'], [], [listens('udp', 53, 'dnsmasq'), listens('udp', 69, 'dnsmasq')]),
    expect: 'fail',
    because: 'udp/69',
    trap: 'U-29(3) U-29(4)',
  },
  {
    name: 'dnsmasq that serves names only',
    host: debian12,
    commands: booted(['dnsmasq.service'], [], [listens('udp', 53, 'dnsmasq')]),
    expect: 'pass',
  },
  {
    name: 'ntalk in xinetd',
    host: al2,
    files: { '/etc/xinetd.d/ntalk': xinetdBlock('ntalk', 'no', 'udp') },
    commands: booted(['xinetd.service']),
    expect: 'fail',
    because: 'ntalk on',
  },
  {
    name: 'two blocks of tftp, both disabled',
    host: al2,
    files: { '/etc/xinetd.d/tftp': xinetdBlock('tftp', 'yes') + xinetdBlock('tftp', 'yes', 'udp') },
    commands: booted(['xinetd.service']),
    expect: 'pass',
    trap: 'U-29(1)',
  },
  {
    name: 'an unknown program at UDP 69',
    host: ubuntu22,
    commands: booted([], [], [listens('udp', 69, 'provisiond')]),
    expect: 'manual',
    because: 'provisiond',
  },
  {
    name: 'an image whose link would start it',
    host: image(debian12),
    files: wanted('tftpd-hpa.service'),
    expect: 'fail',
  },
  {
    name: 'a script of System V would start it',
    host: image(debian12),
    files: { '/etc/rc3.d/S01atftpd': '' },
    expect: 'fail',
  },
  {
    name: 'ss did not answer',
    host: al2,
    commands: { ...booted(['sshd.service']), listeners: { exitCode: 1, stderr: 'Cannot open netlink socket' } },
    expect: 'unknown',
  },

  {
    name: 'two blocks of tftp, of which the second is on',
    host: al2,
    files: { '/etc/xinetd.d/tftp': xinetdBlock('tftp', 'yes') + xinetdBlock('tftp', 'no', 'udp') },
    commands: booted(['xinetd.service']),
    expect: 'fail',
    because: '/etc/xinetd.d/tftp:6',
    trap: 'U-29(1)',
  },
  ...casesOfNames(debian12, {
    units: ['tftp', 'tftpd-hpa', 'atftpd', 'tftpd', 'talk', 'ntalk', 'talkd', 'ntalkd'].flatMap((name) => [
      `${name}.socket`,
      `${name}.service`,
    ]),
    inetd: ['tftp', 'talk', 'ntalk', 'talkd', 'ntalkd'],
    programs: ['/usr/sbin/in.tftpd'],
    ports: [
      ['udp', 69, 'in.tftpd'],
      ['udp', 69, 'tftpd'],
      ['udp', 69, 'atftpd'],
      ['udp', 69, 'dnsmasq'],
      ['udp', 517, 'in.talkd'],
      ['udp', 518, 'in.ntalkd'],
      ['udp', 517, 'talkd'],
      ['udp', 518, 'xinetd'],
    ],
  }),
  {
    name: 'what is on is said',
    host: rocky8,
    commands: booted(['tftp.socket']),
    expect: 'fail',
    because: '"tftp and talk: on"',
  },
];
