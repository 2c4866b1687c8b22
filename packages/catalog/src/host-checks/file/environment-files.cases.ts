// Cases of file.environment-files.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu24 } from '../hosts.ts';

const passwd = `root:x:0:0::/root:/bin/bash
sync:x:4:65534::/bin:/bin/sync
halt:x:7:0::/sbin:/sbin/halt
nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin
kim:x:1000:1000::/home/kim:/bin/bash
lee:x:1001:1001::/home/lee//:/bin/bash
odd:x:10o:1001::/home/odd:/bin/sh
web:x:1002:1002::/srv/web:/bin/sh
deploy:x:1003:1002::/srv/web:/bin/sh
postgres:x:26:26::/var/lib/pgsql:/bin/bash
`;
const on = (files: Readonly<Record<string, CaseFile>>) => ({
  files: { '/etc/passwd': passwd, '/etc/profile': { mode: '0644' }, '/root/.bashrc': { mode: '0644' }, ...files },
});
const of = (uid: number, mode = '0644'): CaseFile => ({ uid, gid: uid, mode });

export const environmentFilesCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: al2023,
    ...on({ '/home/kim/.bashrc': of(1000), '/home/kim/.bash_profile': of(1000) }),
    expect: 'pass',
  },
  { name: 'a home with a slash at its end', host: ubuntu24, ...on({ '/home/lee/.profile': of(1001) }), expect: 'pass' },
  { name: 'root may own it', host: debian12, ...on({ '/home/kim/.profile': of(0) }), expect: 'pass' },
  {
    name: 'somebody else owns it',
    host: debian12,
    ...on({ '/home/kim/.profile': of(1001) }),
    expect: 'fail',
    because: '/home/kim/.profile',
  },
  {
    name: 'others may write',
    host: rocky9,
    ...on({ '/home/kim/.kshrc': of(1000, '0646') }),
    expect: 'fail',
    because: '0646',
  },
  {
    name: 'the group may write',
    host: rocky9,
    ...on({ '/home/kim/.bashrc': of(1000, '0664') }),
    expect: 'fail',
    because: '0664',
    trap: 'U-14(3)',
  },
  {
    name: 'a home of a service',
    host: al2,
    ...on({ '/var/lib/pgsql/.bash_profile': of(0, '0666') }),
    expect: 'fail',
    trap: 'U-14(1)',
  },
  { name: 'of root', host: al2, ...on({ '/root/.cshrc': of(1000) }), expect: 'fail', because: '/root/.cshrc' },
  {
    name: 'each who shares a home may own it',
    host: ubuntu24,
    ...on({ '/srv/web/.netrc': of(1003, '0600') }),
    expect: 'pass',
  },
  {
    name: 'a link is judged by where it leads',
    host: ubuntu24,
    ...on({ '/home/kim/.exrc': { uid: 1001, mode: '0644', linkTarget: '/home/lee/dot/exrc' } }),
    expect: 'fail',
    because: '/home/lee/dot/exrc',
    trap: 'U-14(5)',
  },
  {
    name: 'a link to /dev/null and one to nothing hold no command',
    host: debian12,
    ...on({
      '/home/kim/.login': { type: 'other', mode: '0666', linkTarget: '/dev/null' },
      '/home/kim/.profile': { type: 'link', mode: '0777', linkTarget: 'gone' },
    }),
    expect: 'pass',
  },
  {
    name: 'the system’s own',
    host: rocky9,
    ...on({ '/etc/profile.d/x.sh': of(0, '0666') }),
    expect: 'fail',
    because: 'x.sh',
  },
  {
    name: 'a list that lets a user write',
    host: al2023,
    ...on({ '/home/kim/.bashrc': of(1000) }),
    notes: [['acl', '/home/kim/.bashrc', 'user:1001:rw-']],
    expect: 'fail',
    because: 'user:1001:rw-',
  },
  {
    name: 'an image without any',
    host: image(debian12),
    files: { '/etc/passwd': passwd, '/etc/profile': 'absent' },
    expect: 'pass',
    because: 'no environment files',
  },
  { name: 'a home that cannot be listed', host: al2, ...on({ '/home/kim': 'unreadable' }), expect: 'unknown' },
  { name: 'accounts that cannot be read', host: al2, files: {}, notes: [['homes', 'unreadable']], expect: 'unknown' },
  {
    name: 'a UID that is no number owns nothing',
    host: al2,
    ...on({ '/home/odd/.profile': of(0) }),
    expect: 'pass',
    because: '/home/odd/.profile","found":"0644 0:0","expected":"uid 0, not writable by group and others"',
  },
  {
    name: 'all who share a home are named',
    host: ubuntu24,
    ...on({ '/srv/web/.netrc': of(1000, '0600') }),
    expect: 'fail',
    because: 'uid 0 or 1002 or 1003, not writable',
  },
  {
    name: 'a folder that is nobody’s home any more',
    host: al2,
    ...on({ '/home/gone/.profile': of(0) }),
    expect: 'pass',
    because: '/home/gone/.profile","found":"0644 0:0","expected":"uid 0, not writable by group and others"',
  },
];
