// Cases of file.hosts-permissions.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu24 } from '../hosts.ts';

const hosts = '/etc/hosts';

export const hostsPermissionsCases: readonly HostCase[] = [
  { name: 'stock', host: al2023, files: { [hosts]: { mode: '0644' } }, expect: 'pass' },
  { name: 'narrower', host: rocky9, files: { [hosts]: { mode: '0600' } }, expect: 'pass' },
  {
    name: '577 is a smaller number',
    host: debian12,
    files: { [hosts]: { mode: '0577' } },
    expect: 'fail',
    trap: 'U-09(1)',
  },
  { name: '466 lets others write', host: ubuntu24, files: { [hosts]: { mode: '0466' } }, expect: 'fail' },
  {
    name: 'the group may write',
    host: ubuntu24,
    files: { [hosts]: { mode: '0664' } },
    expect: 'fail',
    because: '0664',
  },
  { name: 'of a user', host: rocky9, files: { [hosts]: { uid: 1000 } }, expect: 'fail', because: 'uid 1000' },
  {
    name: 'a list that lets a user write',
    host: ubuntu24,
    files: { [hosts]: { mode: '0644' } },
    notes: [['acl', hosts, 'user:1000:rw-']],
    expect: 'fail',
    because: 'access-control list',
  },
  {
    name: 'a link is judged by where it leads',
    host: debian12,
    files: { [hosts]: { mode: '0666', linkTarget: '/data/hosts' } },
    expect: 'fail',
  },
  {
    name: 'an image that was built without one',
    host: image(debian12),
    files: { [hosts]: 'absent' },
    expect: 'notApplicable',
  },
  { name: 'cannot be seen', host: al2023, files: { [hosts]: 'unreadable' }, expect: 'unknown' },
  {
    name: 'a site that wants it narrower',
    host: al2023,
    files: { [hosts]: { mode: '0644' } },
    parameters: { limit: 0o600 },
    expect: 'fail',
    because: '0600',
  },
  {
    name: 'a link to nothing',
    host: debian12,
    files: { [hosts]: { type: 'link', linkTarget: '/run/gone' } },
    expect: 'notApplicable',
    because: '/run/gone',
  },
  {
    name: 'a folder in its place',
    host: rocky9,
    files: { [hosts]: { type: 'dir' } },
    expect: 'fail',
    because: 'a dir',
  },
  {
    name: 'a list that widens nothing',
    host: ubuntu24,
    files: { [hosts]: { mode: '0644' } },
    notes: [['acl', hosts, 'user:1000:r--']],
    expect: 'pass',
  },
  {
    name: 'a list in the way of 2021',
    host: ubuntu24,
    files: { [hosts]: { mode: '0644', linkTarget: '/data/hosts' } },
    notes: [['acl', hosts, 'user:1000:r-x']],
    expect: 'fail',
    because: 'link to /data/hosts',
  },
  { name: 'nothing was said of it', host: al2023, files: {}, expect: 'fail', because: 'not seen' },
];
