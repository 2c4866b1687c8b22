// Cases of account.home-exists.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';

const root = 'root:x:0:0:root:/root:/bin/bash\n';
const system =
  'list:x:38:38::/var/list:/usr/sbin/nologin\n_apt:x:42:65534::/nonexistent:/usr/sbin/nologin\nnobody:x:65534:65534::/nonexistent:/usr/sbin/nologin\nsync:x:4:65534:sync:/bin:/bin/sync\n';
const kim = 'kim:x:1000:1000::/home/kim:/bin/bash\n';
const dir: CaseFile = { type: 'dir', mode: '0700', uid: 1000, gid: 1000 };

function files(passwd: string, homes: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return {
    '/etc/passwd': root + passwd,
    '/etc/group': 'root:x:0:\n',
    '/root': { type: 'dir', mode: '0700' },
    ...homes,
  };
}

export const homeExistsCases: readonly HostCase[] = [
  {
    name: 'stock system accounts without homes',
    host: debian12,
    files: files(system),
    expect: 'pass',
    trap: 'U-58(1)',
  },
  { name: 'a user with a home', host: al2023, files: files(kim, { '/home/kim': dir }), expect: 'pass' },
  { name: 'an image', host: image(rocky9), files: files(kim, { '/home/kim': dir }), expect: 'pass' },
  {
    name: 'a link to a directory',
    host: ubuntu24,
    files: files(kim, { '/home/kim': { type: 'dir', uid: 1000, linkTarget: '/srv/kim' } }),
    expect: 'pass',
  },
  {
    name: 'a home that is not there',
    host: rocky9,
    files: files(kim, { '/home/kim': 'absent' }),
    expect: 'fail',
    because: 'kim /home/kim: not there',
  },
  {
    name: '/nonexistent is meant for accounts that cannot log in',
    host: ubuntu22,
    files: files('kim:x:1000:1000::/nonexistent:/bin/bash\n', { '/nonexistent': 'absent' }),
    expect: 'fail',
    because: '/nonexistent',
    trap: 'U-58(2)',
  },
  {
    name: '/ is no home of a user',
    host: rocky8,
    files: files('kim:x:1000:1000::/:/bin/bash\n'),
    expect: 'fail',
    because: 'no home of its own',
    trap: 'U-58(4)',
  },
  { name: '// neither', host: rocky8, files: files('kim:x:1000:1000:://:/bin/bash\n'), expect: 'fail' },
  {
    name: 'no home at all, and an empty shell field',
    host: al2,
    files: files('kim:x:1000:1000:::\n'),
    expect: 'fail',
    because: 'empty',
  },
  {
    name: 'a relative home',
    host: al2,
    files: files('kim:x:1000:1000::home/kim:/bin/sh\n'),
    expect: 'fail',
    because: 'no absolute path',
  },
  {
    name: 'a file in its place',
    host: ubuntu22,
    files: files(kim, { '/home/kim': { type: 'file', uid: 1000 } }),
    expect: 'fail',
    because: 'no directory',
  },
  {
    name: 'a link to nowhere',
    host: ubuntu22,
    files: files(kim, { '/home/kim': { type: 'link', linkTarget: '/mnt/kim' } }),
    expect: 'fail',
    because: 'a link to nowhere: /mnt/kim',
  },
  {
    name: 'an automounted home may be absent until use',
    host: rocky9,
    files: files(kim, { '/home/kim': 'absent' }),
    notes: [['automount', '/home', '/etc/auto.master']],
    expect: 'manual',
    because: 'kim',
    trap: 'U-58(3)',
  },
  {
    name: 'a direct map may bring any path',
    host: al2,
    files: files(kim, { '/home/kim': 'absent' }),
    notes: [['automount', '/-', '/etc/auto.master.d/homes.autofs']],
    expect: 'manual',
  },
  {
    name: 'an automount elsewhere excuses nothing',
    host: rocky9,
    files: files(kim, { '/home/kim': 'absent' }),
    notes: [['automount', '/hom', '/proc/mounts']],
    expect: 'fail',
  },
  {
    name: 'a commented account',
    host: debian12,
    files: files('#kim:x:1000:1000::/home/gone:/bin/sh\n'),
    expect: 'pass',
  },
  { name: 'CRLF', host: ubuntu22, files: files(kim.replace('\n', '\r\n'), { '/home/kim': dir }), expect: 'pass' },
  {
    name: 'a home that cannot be seen',
    host: rocky8,
    files: files(kim, { '/home/kim': 'unreadable' }),
    expect: 'unknown',
  },
  { name: 'a home that nobody looked at is no missing one', host: al2, files: files(kim), expect: 'unknown' },
  {
    name: 'accounts that cannot be read',
    host: rocky9,
    files: { ...files(''), '/etc/passwd': 'unreadable' },
    expect: 'unknown',
  },
  {
    name: 'automount maps that cannot be read',
    host: rocky9,
    files: files(kim, { '/home/kim': dir }),
    notes: [['automount-unread', '/etc/auto.master']],
    expect: 'unknown',
  },
  {
    name: 'root of a small system lives in /',
    host: image(debian12),
    files: { '/etc/passwd': 'root:x:0:0::/:/bin/sh\n', '/etc/group': 'root:x:0:\n', '/': { type: 'dir' } },
    expect: 'pass',
    because: 'root /: / is no home of its own',
  },
  {
    name: 'a path that ends in slashes is no /',
    host: rocky9,
    files: files('kim:x:1000:1000::/home/kim/:/bin/sh\n', { '/home/kim/': dir }),
    expect: 'pass',
    because: 'kim /home/kim/: a directory',
  },
  {
    name: 'an automounted home that is not there now',
    host: rocky9,
    files: files('kim:x:1000:1000::/net/kim:/bin/sh\n', { '/net/kim': 'absent' }),
    notes: [['automount', '/net', '/etc/auto.master']],
    expect: 'manual',
    because: 'not there now; automounted by /net (/etc/auto.master)',
  },
];
