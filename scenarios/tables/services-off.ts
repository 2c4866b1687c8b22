// Scenarios of the checks that want a service off: units, sockets, super-servers, ports, masks, images.
import { host, wanted, xinetdBlock } from '../host-state.ts';
import type { ScenarioTable } from '../scenario.ts';
import { on } from '../scenario.ts';

const xinetd = (file: string, text: string, state: 'on' | 'off' = 'on') => ({
  ...host(state === 'on' ? { on: ['xinetd.service'] } : { off: ['xinetd.service'] }),
  [`/etc/xinetd.d/${file}`]: text,
});
const inetd = (text: string) => ({ ...host({ on: ['inetd.service'] }), '/etc/inetd.conf': text });
/** rpcbind answers, with further programs registered. */
const registered = (...lines: readonly string[]) => ({
  tools: {
    rpcinfo: `#!/bin/sh\necho '   program vers proto   port  service'\n${lines.map((line) => `echo '${line}'\n`).join('')}`,
  },
});
const mapper = host({ on: ['rpcbind.service'], hears: ['tcp 0.0.0.0:111 rpcbind'] });

export const serviceOffScenarios: ScenarioTable = {
  'service.finger': [
    on('rocky-9-stock', 'nothing of it', {}, 'pass'),
    on(
      'rocky-8-stock',
      'its socket waits while its service is inactive',
      host({ on: ['finger.socket'], still: ['finger@.service'] }),
      'fail',
      {
        trap: 'U-19(2)',
      },
    ),
    on(
      'amazon-linux-2-stock',
      'the second block of a file is on',
      xinetd('finger', xinetdBlock('finger', 'yes') + xinetdBlock('finger', 'no')),
      'fail',
      {
        because: '/etc/xinetd.d/finger:6',
        trap: 'U-19(1)',
      },
    ),
    on(
      'amazon-linux-2-stock',
      'its file is on, xinetd is off',
      xinetd('finger', xinetdBlock('finger', 'no'), 'off'),
      'pass',
    ),
    on(
      'ubuntu-22-04-stock',
      'the client and a reader of fingerprints',
      { ...host({ on: ['fprintd.service'] }), '/usr/bin/finger': { text: '', mode: '0755' } },
      'pass',
      {
        trap: 'U-19(3)',
      },
    ),
  ],
  'service.r-commands': [
    on('ubuntu-24-04-stock', 'systemd-logind is no rlogin', host({ on: ['systemd-logind.service'] }), 'pass', {
      trap: 'U-21(4)',
    }),
    on('alma-8-stock', 'the socket of rsh waits', host({ on: ['rsh.socket'] }), 'fail', {
      because: 'rsh.socket',
      trap: 'U-21(2)',
    }),
    on('amazon-linux-2-stock', 'syslog at UDP 514', host({ hears: ['udp 0.0.0.0:514 rsyslogd'] }), 'pass', {
      trap: 'U-21(3)',
    }),
    on(
      'debian-12-stock',
      'a line of inetd with carriage returns',
      inetd('login stream tcp nowait root /usr/sbin/tcpd in.rlogind\r\n'),
      'fail',
      {
        because: '/etc/inetd.conf:1',
      },
    ),
    on('rocky-9-stock', 'somebody unknown at port 512', host({ hears: ['tcp 0.0.0.0:512 agent'] }), 'manual', {
      because: 'tcp/512',
    }),
  ],
  'service.telnet': [
    on('amazon-linux-2023-ssm-only', 'neither SSH nor Telnet', {}, 'pass', { trap: 'U-60(5)' }),
    on('rocky-9-stock', 'beside SSH', host({ on: ['telnet.socket'] }), 'fail', {
      because: 'telnet.socket',
      trap: 'U-60(2) U-60(4)',
    }),
    on('rocky-9-stock', 'masked', host({ masked: ['telnet.socket'] }), 'pass'),
    on('ubuntu-20-04-stock', 'a client is no server', { '/usr/bin/telnet': { text: '', mode: '0755' } }, 'pass', {
      trap: 'U-60(3)',
    }),
    on(
      'amazon-linux-2-stock',
      'the defaults of xinetd disable it',
      { ...xinetd('telnet', xinetdBlock('telnet', 'no')), '/etc/xinetd.conf': 'defaults\n{\n\tdisabled = telnet\n}\n' },
      'pass',
      {
        trap: 'U-60(1)',
      },
    ),
    on('debian-12-stock', 'a server without a unit', host({ hears: ['tcp 0.0.0.0:23 in.telnetd'] }), 'fail', {
      because: 'tcp/23',
    }),
    on('rhel-9-stock', 'an image that would start it', wanted('telnet.socket', 'sockets.target'), 'fail', {
      image: true,
    }),
  ],
  'service.tftp-talk': [
    on('rocky-8-stock', 'nothing of it', {}, 'pass'),
    on('rocky-8-stock', 'the socket of tftp waits', host({ on: ['tftp.socket'], still: ['tftp.service'] }), 'fail', {
      trap: 'U-29(2)',
    }),
    on(
      'debian-12-stock',
      'dnsmasq serves TFTP',
      host({ on: ['dnsmasq.service'], hears: ['udp 0.0.0.0:69 dnsmasq'] }),
      'fail',
      {
        because: 'udp/69',
        trap: 'U-29(3) U-29(4)',
      },
    ),
    on(
      'ubuntu-22-04-stock',
      'dnsmasq serves names alone',
      host({ on: ['dnsmasq.service'], hears: ['udp 127.0.0.1:53 dnsmasq'] }),
      'pass',
    ),
    on(
      'amazon-linux-2-stock',
      'the udp block of ntalk is on',
      xinetd('ntalk', xinetdBlock('ntalk', 'yes') + xinetdBlock('ntalk', 'no', 'udp')),
      'fail',
      {
        trap: 'U-29(1)',
      },
    ),
  ],
  'service.dos-prone': [
    on('rocky-9-stock', 'a time client', host({ on: ['systemd-timedated.service', 'echo-api.service'] }), 'pass', {
      trap: 'U-23(2) U-23(3)',
    }),
    on(
      'debian-12-stock',
      'tcp disabled, udp of the same file on',
      xinetd('chargen', xinetdBlock('chargen', 'yes') + xinetdBlock('chargen', 'no', 'udp')),
      'fail',
      {
        because: '/etc/xinetd.d/chargen:6',
        trap: 'U-23(1)',
      },
    ),
    on(
      'debian-12-stock',
      'both disabled',
      xinetd('chargen', xinetdBlock('chargen', 'yes') + xinetdBlock('chargen', 'yes', 'udp')),
      'pass',
    ),
    on(
      'ubuntu-20-04-stock',
      'an internal service of inetd',
      inetd('#echo stream tcp nowait root internal\ndaytime dgram udp wait root internal\n'),
      'fail',
      {
        because: '/etc/inetd.conf:2',
      },
    ),
    on(
      'alma-9-stock',
      'an image whose xinetd would serve it',
      { ...wanted('xinetd.service'), '/etc/xinetd.d/echo': xinetdBlock('echo', 'no') },
      'fail',
      {
        image: true,
      },
    ),
  ],
  'service.automount': [
    on(
      'ubuntu-24-04-stock',
      'the automount unit of every systemd',
      host({ on: ['proc-sys-fs-binfmt_misc.automount'] }),
      'pass',
      {
        trap: 'U-26(1)',
      },
    ),
    on(
      'amazon-linux-2-stock',
      'an automount of fstab',
      { ...host({ on: ['mnt-efs.automount'] }), '/etc/fstab': 'fs-1:/ /mnt/efs efs x-systemd.automount 0 0\n' },
      'pass',
      {
        trap: 'U-26(2)',
      },
    ),
    on('rocky-8-stock', 'autofs runs', host({ on: ['autofs.service'] }), 'fail', { because: 'autofs.service' }),
    on('rocky-8-stock', 'autofs would start', host({ waiting: ['autofs.service'] }), 'fail'),
    on(
      'debian-11-stock',
      'installed and masked',
      { ...host({ masked: ['autofs.service'] }), '/usr/sbin/automount': { text: '', mode: '0755' } },
      'pass',
    ),
  ],
  'service.nis': [
    on('rocky-9-stock', 'the unit that only sets a domain name', host({ on: ['nis-domainname.service'] }), 'pass'),
    on(
      'rocky-8-stock',
      'nsswitch.conf says nis, nothing binds',
      { '/etc/nsswitch.conf': 'passwd: files nis\n' },
      'pass',
      { trap: 'U-28(1)' },
    ),
    on('ubuntu-20-04-stock', 'a client binds', host({ on: ['ypbind.service'] }), 'fail', { because: 'ypbind.service' }),
    on(
      'debian-12-stock',
      'names that look alike',
      host({ on: ['mypyd.service', 'systemd-cryptsetup.service'] }),
      'pass',
      { trap: 'U-28(3)' },
    ),
    on('alma-8-stock', 'NIS+ is registered, which the text accepts', mapper, 'pass', {
      ...registered('100300 3 udp 835 nisd'),
      trap: 'U-28(2)',
    }),
    on('alma-8-stock', 'a server without a unit is registered', mapper, 'fail', registered('100004 2 udp 834 ypserv')),
  ],
  'service.rpc-programs': [
    on('amazon-linux-2-stock', 'rpcbind alone is shown', {}, 'pass', { because: 'not on the list', trap: 'U-27(1)' }),
    on('alma-8-stock', 'rusersd is registered', mapper, 'fail', registered('100002 3 udp 812 rusersd')),
    on('rhel-8-stock', 'rpcbind answers and rpcinfo is missing', mapper, 'unknown', {
      tools: { rpcinfo: null },
      trap: 'U-27(4)',
    }),
    on('rocky-9-stock', 'statd for no mount', host({ on: ['rpc-statd.service'] }), 'fail', {
      because: 'rpc-statd.service',
    }),
    on(
      'rocky-9-stock',
      'the socket of rquotad waits',
      host({ on: ['rpc-rquotad.socket'], still: ['rpc-rquotad.service'] }),
      'fail',
      {
        trap: 'U-27(3)',
      },
    ),
    on(
      'debian-12-stock',
      'a line of inetd with versions',
      inetd('rstatd/1-3 dgram rpc/udp wait nobody /usr/sbin/tcpd rpc.rstatd\n'),
      'fail',
      {
        because: '/etc/inetd.conf:1',
      },
    ),
    on('ubuntu-22-04-stock', 'nothing of it', {}, 'pass'),
  ],
  'nfs.server': [
    on(
      'amazon-linux-2-stock',
      'a client of EFS with all its pieces',
      {
        ...host({
          on: ['nfs-client.target', 'rpc-statd.service', 'nfs-idmapd.service', 'amazon-efs-mount-watchdog.service'],
          off: ['nfs-server.service'],
        }),
        '/usr/sbin/rpc.nfsd': { text: '', mode: '0755' },
      },
      'pass',
      {
        trap: 'U-24(1)',
      },
    ),
    on('rocky-9-stock', 'it runs', host({ on: ['nfs-server.service'] }), 'fail', { trap: 'U-24(3)' }),
    on('ubuntu-22-04-stock', 'threads of the kernel alone', host({ hears: ['tcp 0.0.0.0:2049 -'] }), 'manual'),
    on('debian-12-stock', 'an image that would start it', wanted('nfs-server.service'), 'fail', { image: true }),
    on('rhel-9-stock', 'masked', host({ masked: ['nfs-server.service'] }), 'pass'),
  ],
  'snmp.running': [
    on('debian-12-stock', 'nothing of it', {}, 'pass'),
    on(
      'rocky-9-stock',
      'it runs for version 3 alone, which is an exception to record',
      { ...host({ on: ['snmpd.service'] }), '/etc/snmp/snmpd.conf': { text: 'rouser kim priv\n', mode: '0600' } },
      'fail',
      {
        trap: 'U-66(1)',
      },
    ),
    on(
      'ubuntu-22-04-stock',
      'snmptrapd is another daemon',
      host({ on: ['snmptrapd.service'], off: ['snmpd.service'] }),
      'pass',
      { trap: 'U-66(2)' },
    ),
    on(
      'amazon-linux-2-stock',
      'a process without a unit at UDP 161',
      host({ hears: ['udp 0.0.0.0:161 snmpd'] }),
      'fail',
      { trap: 'U-66(3)' },
    ),
  ],
};
