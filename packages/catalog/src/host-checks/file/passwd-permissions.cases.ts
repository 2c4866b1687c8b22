// Cases of file.passwd-permissions.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, rocky9, ubuntu22 } from '../hosts.ts';

const passwd = '/etc/passwd';

export const passwdPermissionsCases: readonly HostCase[] = [
  { name: 'stock', host: al2, files: { [passwd]: { mode: '0644' } }, expect: 'pass' },
  { name: 'narrower is fine', host: rocky9, files: { [passwd]: { mode: '0444' } }, expect: 'pass' },
  {
    name: 'a smaller number may be a wider mode',
    host: debian12,
    files: { [passwd]: { mode: '0577' } },
    expect: 'fail',
    because: '0577',
    trap: 'U-07(1)',
  },
  {
    name: '0466 lets others write',
    host: ubuntu22,
    files: { [passwd]: { mode: '0466' } },
    expect: 'fail',
    trap: 'U-07(1)',
  },
  { name: 'world-writable', host: ubuntu22, files: { [passwd]: { mode: '0666' } }, expect: 'fail' },
  {
    name: 'owner is not root',
    host: debian12,
    files: { [passwd]: { mode: '0644', uid: 1000 } },
    expect: 'fail',
    because: 'uid 1000',
  },
  { name: 'setuid bit is outside 0644', host: rocky9, files: { [passwd]: { mode: '4644' } }, expect: 'fail' },
  {
    name: 'a list that lets a user write',
    host: ubuntu22,
    files: { [passwd]: { mode: '0644' } },
    notes: [['acl', passwd, 'user:1000:rw-']],
    expect: 'fail',
    because: 'access-control list',
    trap: 'U-07(3)',
  },
  {
    name: 'a list that gives no more than others have',
    host: ubuntu22,
    files: { [passwd]: { mode: '0644' } },
    notes: [['acl', passwd, 'user:1000:r--']],
    expect: 'pass',
  },
  {
    name: 'a list that nobody could read',
    host: al2,
    files: { [passwd]: { mode: '0644' } },
    notes: [['acl-unread', passwd]],
    expect: 'manual',
  },
  {
    name: 'a link to a good file is judged by the file',
    host: rocky9,
    files: { [passwd]: { mode: '0644', linkTarget: '/data/passwd' } },
    expect: 'pass',
    trap: 'U-07(2)',
  },
  { name: 'missing', host: al2, files: { [passwd]: 'absent' }, expect: 'fail' },
  {
    name: 'a site that wants it narrower',
    host: al2,
    files: { [passwd]: { mode: '0644' } },
    parameters: { limit: 0o444 },
    expect: 'fail',
    because: '0444',
  },
  { name: 'cannot be seen', host: al2, files: { [passwd]: 'unreadable' }, expect: 'unknown' },
];
