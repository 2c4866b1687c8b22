// Cases of network.source-restriction.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { booted, wanted } from '../service-answers.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const linked: readonly (readonly [string, ...string[]])[] = [['sshd-wrapped', '/usr/sbin/sshd']];
const deny = { '/etc/hosts.deny': 'ALL: ALL\n' };
const table = (policy: string, rules: string, hook = 'input'): string =>
  `table inet filter {\n\tchain ${hook} {\n\t\ttype filter hook ${hook} priority filter; policy ${policy};\n${rules}\n\t}\n}\n`;
const zones = (target: string, open: string): string =>
  `public (active)\n  target: ${target}\n  interfaces: eth0\n  sources: \n  services: ${open}\n  ports: \n`;
const firewalld = (text: string) => ({
  ...booted(['firewalld.service']),
  'firewalld-state': { stdout: 'running\n' },
  'firewalld-default': { stdout: 'public\n' },
  'firewalld-zones': { stdout: text },
});
const ufw = (rules: string) => ({
  ...booted(['ufw.service']),
  ufw: { stdout: `Status: active\nDefault: deny (incoming), allow (outgoing), disabled (routed)\n${rules}` },
});

export const sourceRestrictionCases: readonly HostCase[] = [
  {
    name: 'stock: nothing on the host',
    host: al2023,
    commands: booted(['sshd.service']),
    notes: [['nft', 'not-loaded']],
    expect: 'manual',
    because: 'security groups',
    trap: 'U-18(4)',
  },
  {
    name: 'wrappers deny, and sshd is linked',
    host: al2,
    files: { ...deny, '/etc/hosts.allow': 'sshd: 10.0.0.0/8\n' },
    commands: booted([]),
    notes: linked,
    expect: 'pass',
    because: '/etc/hosts.deny:1',
  },
  {
    name: 'wrappers deny, and sshd is not linked',
    host: rocky8,
    files: deny,
    commands: booted([]),
    expect: 'manual',
    because: 'not linked to libwrap',
    trap: 'U-18(1)',
  },
  {
    name: 'hosts.allow lets everybody in before hosts.deny is read',
    host: debian12,
    files: { ...deny, '/etc/hosts.allow': 'sshd: ALL\n' },
    commands: booted([]),
    notes: linked,
    expect: 'manual',
  },
  {
    name: 'stock files of comments',
    host: ubuntu22,
    files: { '/etc/hosts.deny': '# ALL: PARANOID\n', '/etc/hosts.allow': '# none\n' },
    commands: booted([]),
    notes: linked,
    expect: 'manual',
  },
  {
    name: 'nftables denies and names its sources',
    host: debian12,
    commands: {
      ...booted(['nftables.service']),
      nft: {
        stdout: table(
          'drop',
          'iif "lo" accept\nct state established,related accept\nip saddr 10.0.0.0/8 tcp dport 22 accept\ntcp dport 443 accept',
        ),
      },
    },
    expect: 'pass',
    because: 'open to every address: tcp dport 443',
  },
  {
    name: 'IPv4 alone is denied, and the host speaks IPv6',
    host: al2,
    commands: { ...booted(['iptables.service']), 'iptables-legacy': { stdout: '-P INPUT DROP\n' } },
    notes: [['ipv6-global', 'yes']],
    expect: 'manual',
    because: 'IPv6',
  },
  {
    name: 'both are denied',
    host: al2,
    commands: {
      ...booted(['iptables.service']),
      'iptables-legacy': { stdout: '-P INPUT DROP\n' },
      'ip6tables-legacy': { stdout: '-P INPUT DROP\n' },
    },
    notes: [['ipv6-global', 'yes']],
    expect: 'pass',
  },
  {
    name: 'nftables opens a range in which SSH lies',
    host: debian12,
    commands: { ...booted([]), nft: { stdout: table('drop', 'tcp dport 1-1024 accept') } },
    expect: 'manual',
    because: 'tcp dport 1-1024',
  },
  {
    name: 'nftables opens a whole interface',
    host: debian12,
    commands: { ...booted([]), nft: { stdout: table('drop', 'iifname "eth0" accept') } },
    expect: 'manual',
  },
  {
    name: 'an active filter that accepts everything',
    host: debian12,
    commands: { ...booted(['nftables.service']), nft: { stdout: table('accept', '') } },
    expect: 'manual',
    because: 'accepts by default',
    trap: 'U-18(2)',
  },
  {
    name: 'Docker and kube-proxy filled other chains',
    host: ubuntu24,
    commands: {
      ...booted(['docker.service']),
      nft: {
        stdout:
          table('drop', 'tcp dport 80 accept', 'forward') +
          table('accept', 'counter packets 3 bytes 9 jump KUBE-FIREWALL'),
      },
    },
    expect: 'manual',
    because: 'no restriction is seen',
    trap: 'U-18(3)',
  },
  {
    name: 'rules of iptables end in a rejection',
    host: al2,
    commands: {
      ...booted(['iptables.service']),
      'iptables-legacy': {
        stdout:
          '-P INPUT ACCEPT\n-A INPUT -i lo -j ACCEPT\n-A INPUT -s 10.1.0.0/16 -p tcp -m tcp --dport 22 -j ACCEPT\n-A INPUT -j REJECT --reject-with icmp-host-prohibited\n',
      },
    },
    expect: 'pass',
  },
  {
    name: 'iptables says that it may not',
    host: al2,
    commands: { ...booted([]), 'iptables-legacy': { exitCode: 4, stderr: 'Permission denied (you must be root)' } },
    expect: 'unknown',
    trap: 'U-18(5)',
  },
  {
    name: 'firewalld opens the web alone',
    host: rocky9,
    commands: firewalld(zones('default', 'http https')),
    expect: 'pass',
    because: 'firewalld',
  },
  {
    name: 'firewalld opens SSH to everybody, as stock',
    host: rocky9,
    commands: firewalld(zones('default', 'cockpit dhcpv6-client ssh')),
    expect: 'manual',
    because: 'ssh',
  },
  {
    name: 'firewalld with a zone that accepts',
    host: rocky9,
    commands: firewalld(zones('ACCEPT', '')),
    expect: 'manual',
    because: 'accepts by default',
    trap: 'U-18(2)',
  },
  {
    name: 'firewalld is installed and not running',
    host: rocky8,
    commands: { ...booted([], ['firewalld.service']), 'firewalld-state': { exitCode: 252, stderr: 'not running' } },
    expect: 'manual',
  },
  {
    name: 'ufw lets SSH in from one network',
    host: ubuntu22,
    commands: ufw('22/tcp                     ALLOW IN    10.0.0.0/8\n'),
    expect: 'pass',
    because: 'ufw',
  },
  {
    name: 'ufw lets SSH in from everywhere',
    host: ubuntu22,
    commands: ufw('22/tcp (OpenSSH)           ALLOW IN    Anywhere\n'),
    expect: 'manual',
    because: '22/tcp',
  },
  {
    name: 'ufw lets everything in',
    host: ubuntu24,
    commands: ufw('Anywhere                   ALLOW IN    Anywhere\n'),
    expect: 'manual',
    trap: 'U-18(2)',
  },
  {
    name: 'an image whose rules would be loaded',
    host: image(debian12),
    files: {
      ...wanted('nftables.service', 'sysinit.target'),
      ...wanted('nftables.service'),
      '/etc/nftables.conf': table('drop', 'ip saddr 10.0.0.0/8 accept'),
    },
    expect: 'pass',
  },
  {
    name: 'an image whose rules lie there',
    host: image(debian12),
    files: { '/etc/nftables.conf': table('drop', '') },
    expect: 'manual',
  },
  {
    name: 'a file that cannot be read',
    host: al2,
    files: { '/etc/hosts.deny': 'unreadable' },
    commands: booted([]),
    notes: linked,
    expect: 'unknown',
  },
  {
    name: 'a port of administration that the policy adds',
    host: ubuntu22,
    commands: ufw('8443/tcp                   ALLOW       Anywhere\n'),
    parameters: { adminPorts: ['22', '8443'] },
    expect: 'manual',
    because: '8443',
  },
  {
    name: 'everybody but one address is everybody',
    host: rocky9,
    commands: {
      ...booted(['nftables.service']),
      nft: { stdout: table('drop', '\t\tip saddr != 192.0.2.1 tcp dport 22 accept') },
    },
    expect: 'manual',
    because: '!= 192.0.2.1',
  },
  {
    name: 'everybody but one address, by iptables',
    host: al2,
    commands: {
      ...booted(['iptables.service']),
      iptables: { stdout: '-P INPUT DROP\n-A INPUT ! -s 192.0.2.1/32 -p tcp -m tcp --dport 22 -j ACCEPT\n' },
    },
    expect: 'manual',
    because: '! -s 192.0.2.1',
  },
  ...['22', '23', '3389', '9090'].map(
    (port): HostCase => ({
      name: `ufw lets ${port} in from everywhere`,
      host: ubuntu22,
      commands: ufw(
        `443/tcp                    ALLOW IN    Anywhere\n${port}/tcp                     ALLOW IN    Anywhere\n`,
      ),
      expect: 'manual',
      because: `ufw opens administration to every address (${port}/tcp): do`,
    }),
  ),
  {
    name: 'two ports of administration are both named',
    host: ubuntu22,
    commands: ufw('22/tcp                     ALLOW IN    Anywhere\n23/tcp                     ALLOW IN    Anywhere\n'),
    expect: 'manual',
    because: '(22/tcp, 23/tcp)',
  },
  {
    name: 'iptables opens a whole interface',
    host: al2,
    commands: {
      ...booted(['iptables.service']),
      'iptables-legacy': { stdout: '-P INPUT DROP\n-A INPUT -i ens9 -j ACCEPT\n' },
    },
    expect: 'manual',
    because: 'iptables opens administration',
  },
  {
    name: 'nothing on the host: every proof',
    host: al2023,
    commands: booted(['sshd.service'], ['firewalld.service']),
    notes: [['nft', 'not-loaded']],
    expect: 'manual',
    because: `,${wholeEvidence(
      ['systemctl is-enabled firewalld.service', 'disabled'],
      ['ufw.service', 'not installed'],
      ['nftables.service', 'not installed'],
    ).slice(1)}`,
  },
  {
    name: 'an image whose rules lie there, beside others that would be loaded',
    host: image(debian12),
    files: {
      ...wanted('iptables.service'),
      '/etc/nftables.conf': table('drop', 'ip saddr 10.0.0.0/8 accept'),
      '/etc/sysconfig/iptables': '-P INPUT ACCEPT\n',
    },
    expect: 'manual',
  },
  {
    name: 'a name among the ports of a policy names no port',
    host: ubuntu22,
    commands: ufw('443/tcp                    ALLOW IN    Anywhere\n'),
    parameters: { adminPorts: ['ssh', '22'] },
    expect: 'pass',
  },
];
