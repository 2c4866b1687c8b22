// Cases of file.log-permissions.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const passwd =
  'root:x:0:0::/root:/bin/sh\nsyslog:x:104:110::/home/syslog:/usr/sbin/nologin\napp:x:1000:1000::/srv:/bin/sh\n';
const on = (files: Readonly<Record<string, CaseFile>>) => ({
  files: {
    '/etc/passwd': passwd,
    '/etc/group': 'root:x:0:\nutmp:x:43:\n',
    '/var/log': { type: 'dir', mode: '0755' } as const,
    '/var/log/dnf.log': '',
    ...files,
  },
});

export const logPermissionsCases: readonly HostCase[] = [
  { name: 'all within', host: al2023, ...on({ '/var/log/messages': { mode: '0600' } }), expect: 'pass' },
  {
    name: 'stock login records go beyond the letter, and the reason says that they are stock',
    host: debian12,
    ...on({ '/var/log/wtmp': { mode: '0664', gid: 43 }, '/var/log/btmp': { mode: '0660', gid: 43 } }),
    expect: 'fail',
    because: 'stock of the distribution',
    trap: 'U-67/2026(2)',
  },
  {
    name: 'stock logs of syslog',
    host: ubuntu22,
    ...on({ '/var/log/auth.log': { mode: '0640', uid: 104, gid: 4 }, '/var/log/syslog.1': { mode: '0640', uid: 104 } }),
    expect: 'fail',
    because: 'stock of the distribution',
  },
  {
    name: 'elsewhere syslog is no stock owner',
    host: rocky9,
    ...on({ '/var/log/messages': { mode: '0640', uid: 104 } }),
    expect: 'fail',
    because: '104:0',
  },
  {
    name: 'one that is not stock is named first',
    host: al2,
    ...on({ '/var/log/wtmp': { mode: '0664', gid: 43 }, '/var/log/app.log': { uid: 1000 } }),
    expect: 'fail',
    because: '/var/log/app.log',
  },
  {
    name: '577 is a smaller number',
    host: al2,
    ...on({ '/var/log/a': { mode: '0577' } }),
    expect: 'fail',
    trap: 'U-67/2026(1)',
  },
  {
    name: 'others may write',
    host: rocky9,
    ...on({ '/var/log/a': { mode: '0666' } }),
    expect: 'fail',
    because: '0666',
  },
  {
    name: 'wtmp that others may write is not stock',
    host: rocky9,
    ...on({ '/var/log/wtmp': { mode: '0666' } }),
    expect: 'fail',
    because: 'beyond the limit',
  },
  {
    name: 'wtmp that a user’s group may write is not stock',
    host: debian12,
    ...on({ '/var/log/wtmp': { mode: '0664', gid: 1000 } }),
    expect: 'fail',
    because: 'beyond the limit',
  },
  {
    name: 'README is a link to what everybody may read',
    host: debian12,
    ...on({ '/var/log/README': { mode: '0644', linkTarget: '../../usr/share/doc/systemd/README.logs' } }),
    expect: 'pass',
    trap: 'U-67/2026(3)',
  },
  {
    name: 'README leads nowhere',
    host: debian12,
    ...on({ '/var/log/README': { type: 'link', mode: '0777', linkTarget: '../../usr/share/doc/systemd/README.logs' } }),
    expect: 'pass',
  },
  {
    name: 'folders of services are named and not judged',
    host: ubuntu22,
    ...on({
      '/var/log/journal': { type: 'dir', mode: '2755', gid: 999 },
      '/var/log/chrony': { type: 'dir', mode: '0755', uid: 114 },
    }),
    expect: 'pass',
    because: 'folders journal, chrony',
    trap: 'U-67/2026(4) U-67/2026(5)',
  },
  {
    name: 'a list that lets a user write',
    host: rocky9,
    ...on({ '/var/log/secure': { mode: '0600' } }),
    notes: [['acl', '/var/log/secure', 'user:1000:rw-']],
    expect: 'fail',
    because: 'user:1000:rw-',
  },
  {
    name: 'a folder that anybody may write',
    host: al2023,
    ...on({ '/var/log': { type: 'dir', mode: '0777' } }),
    expect: 'fail',
    because: 'anybody may write /var/log',
  },
  {
    name: 'an image without it',
    host: image(debian12),
    files: { '/etc/passwd': passwd, '/var/log': 'absent' },
    expect: 'manual',
  },
  {
    name: 'a folder that cannot be listed',
    host: al2,
    files: { '/etc/passwd': passwd, '/var/log': 'unreadable' },
    expect: 'unknown',
  },

  {
    name: 'stock login records, by the profile',
    host: debian12,
    ...on({ '/var/log/wtmp': { mode: '0664', gid: 43 }, '/var/log/btmp': { mode: '0660', gid: 43 } }),
    profile: 'distro-aware',
    expect: 'pass',
    trap: 'U-67/2026(2)',
  },
  {
    name: 'stock logs of syslog, by the profile',
    host: ubuntu22,
    ...on({ '/var/log/auth.log': { mode: '0640', uid: 104, gid: 4 }, '/var/log/wtmp': { mode: '0664', gid: 43 } }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'elsewhere the profile takes no log of syslog',
    host: rocky9,
    ...on({ '/var/log/messages': { mode: '0640', uid: 104 } }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'the profile takes no wtmp that others may write',
    host: ubuntu22,
    ...on({ '/var/log/wtmp': { mode: '0666', gid: 43 } }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'the profile takes no wtmp of a user’s group',
    host: al2,
    ...on({ '/var/log/lastlog': { mode: '0664', gid: 1000 } }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'nor a log of syslog that its group may write',
    host: ubuntu22,
    ...on({ '/var/log/auth.log': { mode: '0660', uid: 104, gid: 4 } }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'an account that a site lets own its logs',
    host: al2,
    ...on({ '/var/log/app.log': { uid: 1000 } }),
    parameters: { owners: ['app'] },
    expect: 'pass',
  },
  {
    name: 'a name without an account owns nothing',
    host: al2,
    ...on({ '/var/log/app.log': { uid: 1001 } }),
    parameters: { owners: ['app', 'gone'] },
    expect: 'fail',
  },
  {
    name: 'one that is stock and one that is not: the other is named',
    host: ubuntu22,
    ...on({ '/var/log/auth.log': { mode: '0640', uid: 104 }, '/var/log/own.log': { mode: '0666' } }),
    expect: 'fail',
    because: 'limit: /var/log/own.log',
  },
  {
    name: 'a stock log with a list that lets a user write',
    host: ubuntu22,
    ...on({ '/var/log/auth.log': { mode: '0640', uid: 104 } }),
    notes: [['acl', '/var/log/auth.log', 'user:1000:rw-']],
    expect: 'fail',
    because: 'goes beyond the limit: /var/log/auth.log',
  },
  {
    name: 'a folder that everybody may write, with a sticky bit',
    host: al2023,
    ...on({ '/var/log': { type: 'dir', mode: '1777' } }),
    expect: 'pass',
  },
  {
    name: 'more folders than are named',
    host: al2023,
    ...on(
      Object.fromEntries(
        Array.from({ length: 22 }, (_, n) => [`/var/log/d${n}`, { type: 'dir', mode: '0755' } as const]),
      ),
    ),
    expect: 'pass',
    because: 'd19 and 2 more',
  },
  ...(
    [
      ['a login record by an old date', '/var/log/wtmp-20260101', '0664', 0, 43, true],
      ['a login record that was turned', '/var/log/btmp.1', '0660', 0, 43, true],
      ['a name that only ends so', '/var/log/xwtmp', '0664', 0, 43, false],
      ['a name that only begins so', '/var/log/wtmpx', '0664', 0, 43, false],
      ['a login record of a user', '/var/log/lastlog', '0664', 1000, 43, false],
      ['a login record of another group', '/var/log/wtmp', '0664', 0, 1000, false],
      ['a login record that everybody writes', '/var/log/wtmp', '0666', 0, 43, false],
      ['a log of syslog that everybody reads', '/var/log/mail.log', '0644', 104, 4, false],
      ['a log of an account', '/var/log/app.log', '0640', 1000, 4, false],
      ['a log of nobody', '/var/log/app.log', '0640', 4242, 4, false],
    ] as const
  ).map(
    ([name, path, mode, uid, gid, stock]): HostCase => ({
      name,
      host: ubuntu22,
      ...on({ [path]: { mode, uid, gid } }),
      expect: 'fail',
      because: stock ? 'each of them is stock' : `goes beyond the limit: ${path}`,
    }),
  ),
  {
    name: 'a login record that another group may only read is stock',
    host: ubuntu22,
    ...on({ '/var/log/wtmp': { mode: '0644', gid: 1000 }, '/var/log/auth.log': { mode: '0640', uid: 104 } }),
    notes: [],
    expect: 'fail',
    because: 'each of them is stock',
  },
  {
    name: 'of syslog on Debian is not stock',
    host: debian12,
    ...on({ '/var/log/syslog': { mode: '0640', uid: 104 } }),
    expect: 'fail',
    because: 'goes beyond the limit',
  },
];
