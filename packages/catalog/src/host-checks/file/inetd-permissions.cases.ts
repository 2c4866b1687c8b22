// Cases of file.inetd-permissions.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const inetd = '/etc/inetd.conf';
const xinetd = '/etc/xinetd.conf';
const rsync = '/etc/xinetd.d/rsync';
const none = { [inetd]: 'absent', [xinetd]: 'absent' } as const;

export const inetdPermissionsCases: readonly HostCase[] = [
  { name: 'neither is there', host: ubuntu22, files: none, expect: 'notApplicable', trap: 'U-10(2)' },
  {
    name: 'systemd is not judged',
    host: rocky8,
    files: { ...none, '/etc/systemd/system.conf': '' },
    expect: 'notApplicable',
    trap: 'U-10(3)',
  },
  { name: 'exactly the limit', host: debian12, files: { ...none, [inetd]: { mode: '0600' } }, expect: 'pass' },
  { name: 'stock', host: debian12, files: { ...none, [inetd]: { mode: '0644' } }, expect: 'fail', because: '0644' },
  {
    name: 'every file within the limit',
    host: al2,
    files: { ...none, [xinetd]: { mode: '0600' }, [rsync]: { mode: '0400' } },
    expect: 'pass',
    because: rsync,
  },
  {
    name: 'one file of the folder',
    host: al2,
    files: { ...none, [xinetd]: { mode: '0600' }, [rsync]: { mode: '0644' } },
    expect: 'fail',
    because: rsync,
  },
  {
    name: 'the folder needs x and is no file',
    host: rocky8,
    files: { ...none, [xinetd]: { mode: '0600' }, '/etc/xinetd.d/old': { type: 'dir', mode: '0755' } },
    expect: 'pass',
  },
  {
    name: '577 is a smaller number',
    host: rocky8,
    files: { ...none, [xinetd]: { mode: '0577' } },
    expect: 'fail',
    trap: 'U-10(1)',
  },
  { name: 'of a user', host: rocky8, files: { ...none, [xinetd]: { mode: '0600', uid: 1000 } }, expect: 'fail' },
  { name: 'stock in an image', host: image(debian12), files: { ...none, [inetd]: { mode: '0644' } }, expect: 'fail' },
  {
    name: 'a folder that cannot be listed',
    host: al2,
    files: { ...none, '/etc/xinetd.d': 'unreadable' },
    expect: 'unknown',
  },

  {
    name: 'systemd, where a site asks for it',
    host: rocky8,
    files: { ...none, '/etc/systemd/system.conf': { mode: '0644' } },
    parameters: { systemd: true },
    expect: 'fail',
    because: '/etc/systemd/system.conf',
  },
  {
    name: 'the folders of systemd are no files, asked for or not',
    host: rocky8,
    files: {
      ...none,
      '/etc/systemd/system.conf': { mode: '0600' },
      '/etc/systemd/system': { type: 'dir', mode: '0755' },
    },
    parameters: { systemd: true },
    expect: 'pass',
    trap: 'U-10(3)',
  },
  {
    name: 'systemd’s folder cannot be listed',
    host: rocky8,
    files: { ...none, '/etc/systemd': 'unreadable' },
    parameters: { systemd: true },
    expect: 'unknown',
  },
  {
    name: 'a site that lets others read',
    host: debian12,
    files: { ...none, [inetd]: { mode: '0644' } },
    parameters: { limit: 0o644 },
    expect: 'pass',
  },
  {
    name: 'files of others are not judged',
    host: al2,
    files: { ...none, '/etc/services': { mode: '0666' }, '/etc/rsyslog.d/x.conf': { mode: '0666' } },
    expect: 'notApplicable',
    because: wholeEvidence(['/etc/inetd.conf, /etc/xinetd.conf, /etc/xinetd.d/*', 'absent']),
  },
  {
    name: 'nor where a site asks for systemd',
    host: al2,
    files: { ...none, [rsync]: { mode: '0600' }, '/etc/services': { mode: '0666' } },
    parameters: { systemd: true },
    expect: 'pass',
    because: `${rsync}: owner and mode within the limit`,
  },
  {
    name: 'both folders, where a site asks for systemd',
    host: al2,
    files: { ...none, [rsync]: { mode: '0640' }, '/etc/systemd/system.conf': { mode: '0600' } },
    parameters: { systemd: true },
    expect: 'fail',
    because: rsync,
  },
];
