// Cases of service.automount.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, casesOfNames, wanted } from '../service-answers.ts';

export const automountCases: readonly HostCase[] = [
  {
    name: 'the automount unit that every systemd has',
    host: ubuntu22,
    commands: booted(['proc-sys-fs-binfmt_misc.automount', 'ssh.service']),
    expect: 'pass',
    trap: 'U-26(1)',
  },
  {
    name: 'an automount of fstab and the automounter of a desktop',
    host: rocky9,
    commands: booted(['mnt-efs.automount', 'gvfs-daemon.service']),
    expect: 'pass',
    trap: 'U-26(2)',
  },
  {
    name: 'autofs runs',
    host: rocky9,
    commands: booted(['autofs.service']),
    expect: 'fail',
    because: 'autofs.service',
  },
  {
    name: 'autofs is stopped but would start at boot',
    host: al2023,
    commands: {
      units: { stdout: 'autofs.service loaded inactive dead autofs\n' },
      'unit-files': { stdout: 'autofs.service enabled enabled\n' },
      listeners: {},
    },
    expect: 'fail',
    because: 'is-enabled',
  },
  {
    name: 'installed and off',
    host: al2023,
    files: { '/usr/sbin/automount': { mode: '0755' } },
    commands: booted([], ['autofs.service']),
    expect: 'pass',
    because: 'installed',
  },
  {
    name: 'an image whose link would start it',
    host: image(debian12),
    files: wanted('autofs.service'),
    expect: 'fail',
  },
  {
    name: 'an image in which it only lies there',
    host: image(debian12),
    files: { '/usr/lib/systemd/system/autofs.service': '' },
    expect: 'pass',
  },
  {
    name: 'a folder of units that cannot be listed',
    host: image(rocky9),
    files: { '/etc/systemd/system/multi-user.target.wants': 'unreadable' },
    expect: 'unknown',
  },
  {
    name: 'systemd lists what runs and not what would start',
    host: ubuntu22,
    commands: { ...booted(['ssh.service']), 'unit-files': { exitCode: 1 } },
    expect: 'unknown',
  },
  ...casesOfNames(rocky9, {
    units: ['autofs.service', 'am-utils.service'],
    programs: ['/usr/sbin/automount'],
  }),
  {
    name: 'what is on is said',
    host: rocky9,
    commands: booted(['autofs.service']),
    expect: 'fail',
    because: 'automount daemon: on',
  },
];
