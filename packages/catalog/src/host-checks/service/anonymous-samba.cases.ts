// Cases of service.anonymous-samba.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted } from '../service-answers.ts';

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
];
