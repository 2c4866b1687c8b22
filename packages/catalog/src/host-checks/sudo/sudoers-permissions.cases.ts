// Cases of sudo.sudoers-permissions.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';

const sudo = { '/usr/bin/sudo': { mode: '4755' } } satisfies Record<string, CaseFile>;
const main = '/etc/sudoers';
const cloud = '/etc/sudoers.d/90-cloud-init-users';
const stock: CaseFile = {
  mode: '0440',
  text: 'Defaults env_reset\nroot ALL=(ALL:ALL) ALL\n@includedir /etc/sudoers.d\n',
};

export const sudoersPermissionsCases: readonly HostCase[] = [
  {
    name: 'stock 440 has no bit outside 640',
    host: al2023,
    files: { ...sudo, [main]: stock },
    expect: 'pass',
    trap: 'U-63/2026(2)',
  },
  { name: 'exactly the limit', host: debian12, files: { ...sudo, [main]: { ...stock, mode: '0640' } }, expect: 'pass' },
  { name: 'on an image', host: image(rocky9), files: { ...sudo, [main]: stock }, expect: 'pass' },
  {
    name: '577 is a smaller number and a wider mode',
    host: rocky9,
    files: { ...sudo, [main]: { mode: '0577' } },
    expect: 'fail',
    trap: 'U-63/2026(1)',
  },
  {
    name: 'others may read',
    host: ubuntu22,
    files: { ...sudo, [main]: { mode: '0444' } },
    expect: 'fail',
    because: '0444',
  },
  { name: 'a group may write', host: ubuntu24, files: { ...sudo, [main]: { mode: '0660' } }, expect: 'fail' },
  {
    name: 'owner is not root',
    host: al2,
    files: { ...sudo, [main]: { mode: '0440', uid: 1000 } },
    expect: 'fail',
    because: 'uid 1000',
  },
  {
    name: 'an access-control list widens it',
    host: debian12,
    files: { ...sudo, [main]: stock },
    notes: [['acl', main, 'user:1000:rw-']],
    expect: 'fail',
    because: 'access-control list',
  },
  {
    name: 'the grant of the cloud image is listed',
    host: al2023,
    files: { ...sudo, [main]: stock, [cloud]: { mode: '0440', text: 'ec2-user ALL=(ALL) NOPASSWD:ALL\n' } },
    expect: 'pass',
    because: 'ec2-user ALL=(ALL) NOPASSWD:ALL',
    trap: 'U-63/2026(4) U-45(6)',
  },
  {
    name: 'a drop-in that anybody may write',
    host: ubuntu22,
    files: { ...sudo, [main]: stock, [cloud]: { mode: '0666' } },
    expect: 'fail',
    because: cloud,
    trap: 'U-63/2026(3)',
  },
  {
    name: 'a drop-in of a user',
    host: rocky9,
    files: { ...sudo, [main]: stock, '/etc/sudoers.d/kim': { mode: '0440', uid: 1000 } },
    expect: 'fail',
  },
  {
    name: 'a drop-in with a list for a user',
    host: rocky9,
    files: { ...sudo, [main]: stock, [cloud]: { mode: '0440' } },
    notes: [['acl', cloud, 'user:1000:rw-']],
    expect: 'fail',
    because: 'access-control list',
  },
  {
    name: 'sudo does not read names with a dot or a tilde',
    host: ubuntu22,
    files: {
      ...sudo,
      [main]: stock,
      '/etc/sudoers.d/kim.bak': { mode: '0666' },
      '/etc/sudoers.d/kim~': { mode: '0666' },
    },
    expect: 'pass',
  },
  {
    name: 'a file that is included by its name is read whatever the name',
    host: rocky9,
    files: { ...sudo, [main]: stock, '/etc/sudoers.local': { mode: '0666' } },
    notes: [['include', '/etc/sudoers.local']],
    expect: 'fail',
    because: '/etc/sudoers.local',
  },
  {
    name: 'a syntax error is shown',
    host: debian12,
    files: { ...sudo, [main]: stock },
    commands: { visudo: { exitCode: 1 } },
    expect: 'pass',
    because: 'syntax error',
    trap: 'U-63/2026(5)',
  },
  {
    name: 'not installed',
    host: debian12,
    files: { '/usr/bin/sudo': 'absent', [main]: 'absent' },
    expect: 'notApplicable',
  },
  {
    name: 'installed without sudoers',
    host: al2,
    files: { ...sudo, [main]: 'absent' },
    expect: 'fail',
    because: 'not there',
  },
  { name: 'sudoers not visible', host: al2, files: { ...sudo, [main]: 'unreadable' }, expect: 'unknown' },
  {
    name: 'drop-ins not visible',
    host: al2,
    files: { ...sudo, [main]: stock, '/etc/sudoers.d': 'unreadable' },
    expect: 'unknown',
  },
  {
    name: 'a policy that keeps the owner from writing',
    host: rocky9,
    files: { ...sudo, [main]: { ...stock, mode: '0640' } },
    parameters: { limit: 0o440 },
    expect: 'fail',
    because: '0640',
  },
  {
    name: 'a sudo of one’s own, built below /usr/local',
    host: rocky9,
    files: { '/usr/bin/sudo': 'absent', '/usr/local/bin/sudo': { mode: '4755' }, [main]: { mode: '0666' } },
    expect: 'fail',
    because: '0666',
  },
];
