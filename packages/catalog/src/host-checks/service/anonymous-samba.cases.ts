// Cases of service.anonymous-samba.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted } from '../service-answers.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const conf = '/etc/samba/smb.conf';
const smbd = booted(['smbd.service']);
const smb = booted(['smb.service']);
const stock = '[global]\n map to guest = bad user\n usershare allow guests = yes\n[printers]\n guest ok = no\n';

export const anonymousSambaCases: readonly HostCase[] = [
  { name: 'no Samba', host: al2023, commands: booted(['sshd.service']), expect: 'pass', because: 'not installed' },
  {
    name: 'off, whatever its file says',
    host: al2,
    files: { [conf]: '[pub]\nguest ok = yes\n' },
    commands: booted([], ['smb.service']),
    expect: 'pass',
  },
  {
    name: 'stock: strangers become guests that no share lets in',
    host: ubuntu22,
    files: { [conf]: stock },
    commands: smbd,
    expect: 'pass',
    because: 'bad user',
  },
  {
    name: 'a share lets guests in',
    host: rocky9,
    files: { [conf]: '[pub]\n path = /pub\n guest ok = yes\n' },
    commands: smb,
    expect: 'fail',
    because: `${conf}:3`,
    trap: 'U-20(6)',
  },
  {
    name: 'the older word for it',
    host: rocky9,
    files: { [conf]: '[pub]\n Public = Yes\n' },
    commands: smb,
    expect: 'fail',
  },
  {
    name: 'the global default of every share',
    host: debian12,
    files: { [conf]: '[global]\nguest ok = yes\n[homes]\nbrowseable = no\n' },
    commands: smbd,
    expect: 'fail',
  },
  {
    name: 'commented',
    host: debian12,
    files: { [conf]: '[pub]\n;   guest ok = yes\n#guest ok = yes\npath = /pub\n' },
    commands: smbd,
    expect: 'pass',
  },
  {
    name: 'testparm knows what an include says',
    host: rocky9,
    files: { [conf]: '[global]\n include = /etc/samba/shares.d/a.conf\n' },
    commands: { ...smb, testparm: { stdout: '[global]\n\n[pub]\n\tguest ok = Yes\n' } },
    expect: 'fail',
    because: 'testparm -s',
  },
  {
    name: 'an include, and no testparm',
    host: rocky9,
    files: { [conf]: '[global]\n include = /etc/samba/shares.d/a.conf\n' },
    commands: smb,
    expect: 'manual',
    because: 'include',
  },
  {
    name: 'a share that a user made',
    host: ubuntu22,
    files: { [conf]: stock, '/var/lib/samba/usershares/kim': 'guest_ok=y\n' },
    commands: smbd,
    expect: 'fail',
    because: 'usershares/kim',
  },
  {
    name: 'a share that a user made, where the server allows no guests in them',
    host: ubuntu22,
    files: { [conf]: '[global]\n workgroup = A\n', '/var/lib/samba/usershares/kim': 'guest_ok=y\n' },
    commands: smbd,
    expect: 'pass',
  },
  {
    name: 'smbd without a unit',
    host: al2,
    files: { [conf]: '[pub]\nguest ok = yes\n' },
    commands: booted([], [], [listens('tcp', 445, 'smbd')]),
    expect: 'fail',
  },
  {
    name: 'an image that would start it',
    host: image(debian12),
    files: { ...wanted('smbd.service'), [conf]: '[pub]\nguest ok=1\n' },
    expect: 'fail',
  },
  {
    name: 'a file that cannot be read',
    host: rocky9,
    files: { [conf]: 'unreadable' },
    commands: smb,
    expect: 'unknown',
  },
  ...['smb.service', 'smbd.service', 'samba.service', 'samba-ad-dc.service'].map(
    (unit): HostCase => ({
      name: `${unit} runs`,
      host: rocky9,
      files: { [conf]: '[pub]\nguest ok = yes\n' },
      commands: booted([unit]),
      expect: 'fail',
    }),
  ),
  {
    name: 'the program lies there',
    host: rocky9,
    files: { '/usr/sbin/smbd': '' },
    commands: booted(['sshd.service']),
    expect: 'pass',
    because: wholeEvidence(['/usr/sbin/smbd', 'installed']),
  },
  {
    name: 'the older port, and nobody is a guest: every proof',
    host: al2,
    files: { [conf]: '[pub]\npath = /pub\n' },
    commands: booted([], ['smb.service'], [listens('tcp', 139, 'smbd')]),
    expect: 'pass',
    because: `"no Samba share lets guests in",[{"source":"systemctl is-enabled smb.service","found":"disabled"},{"source":"ss -l -n -p tcp/139","found":"smbd"}`,
  },
  {
    name: 'other programs, protocols and ports are no Samba',
    host: al2,
    files: { [conf]: '[pub]\nguest ok = yes\n' },
    commands: booted([], [], [listens('tcp', 445, 'java'), listens('udp', 445, 'smbd'), listens('tcp', 8445, 'smbd')]),
    expect: 'pass',
    because: 'Samba is not on',
  },
];
