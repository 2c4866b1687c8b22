// Cases of tomcat.log-permissions.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { tomcats, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const logPermissionsCases: readonly HostCase[] = [
  {
    name: 'as Tomcat writes them with umask 0027',
    host: al2,
    ...tomcatState({
      logs: { type: 'dir', mode: '0750', uid: 1001 },
      notes: [
        ['log-modes', '/opt/tomcat', '/opt/tomcat/logs', '640', '1001', '1001', '3', '/opt/tomcat/logs/catalina.out'],
      ],
    }),
    expect: 'pass',
    because: 'and 2 files like it',
  },
  {
    name: 'as Tomcat writes them with umask 0022',
    host: al2,
    ...tomcatState({
      logs: { type: 'dir', mode: '0755', uid: 1001 },
      notes: [
        ['log-modes', '/opt/tomcat', '/opt/tomcat/logs', '644', '1001', '1001', '3', '/opt/tomcat/logs/catalina.out'],
      ],
    }),
    expect: 'fail',
    because: '0755',
  },
  {
    name: 'files alone',
    host: rocky9,
    ...tomcatState({
      logs: { type: 'dir', mode: '0750', uid: 1001 },
      notes: [
        ['log-modes', '/opt/tomcat', '/opt/tomcat/logs', '640', '1001', '1001', '3', '/opt/tomcat/logs/catalina.out'],
        ['log-modes', '/opt/tomcat', '/opt/tomcat/logs', '644', '1001', '1001', '3', '/opt/tomcat/logs/catalina.out'],
      ],
    }),
    expect: 'fail',
    because: '0644',
  },
  {
    name: 'the folder alone',
    host: rocky9,
    ...tomcatState({
      logs: { type: 'dir', mode: '0751', uid: 1001 },
      notes: [
        ['log-modes', '/opt/tomcat', '/opt/tomcat/logs', '640', '1001', '1001', '3', '/opt/tomcat/logs/catalina.out'],
      ],
    }),
    expect: 'fail',
  },
  {
    name: '0577 is a smaller number',
    host: ubuntu22,
    ...tomcatState({
      logs: { type: 'dir', mode: '0577', uid: 1001 },
      notes: [
        ['log-modes', '/opt/tomcat', '/opt/tomcat/logs', '400', '1001', '1001', '3', '/opt/tomcat/logs/catalina.out'],
      ],
    }),
    expect: 'fail',
    trap: 'decimal comparison of modes',
  },
  {
    name: 'less than the limit',
    host: ubuntu22,
    ...tomcatState({
      logs: { type: 'dir', mode: '0700', uid: 1001 },
      notes: [
        ['log-modes', '/opt/tomcat', '/opt/tomcat/logs', '600', '1001', '1001', '3', '/opt/tomcat/logs/catalina.out'],
        ['log-modes', '/opt/tomcat', '/opt/tomcat/logs', '400', '1001', '1001', '3', '/opt/tomcat/logs/catalina.out'],
      ],
    }),
    expect: 'pass',
  },
  {
    name: 'no file yet',
    host: rocky8,
    ...tomcatState({ logs: { type: 'dir', mode: '0750', uid: 1001 }, notes: [] }),
    expect: 'pass',
  },
  { name: 'no folder', host: rocky8, ...tomcatState({ logs: 'absent' }), expect: 'manual', because: 'absent' },
  {
    name: 'stock package to the letter',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      logs: { type: 'dir', mode: '2770', gid: 4, linkTarget: '../../log/tomcat10' },
      notes: [
        [
          'log-modes',
          '/var/lib/tomcat10',
          '/var/lib/tomcat10/logs',
          '640',
          '998',
          '4',
          '1',
          '/var/lib/tomcat10/logs/catalina.out',
        ],
      ],
    }),
    expect: 'fail',
    because: '2770',
  },
  {
    name: 'stock package',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      logs: { type: 'dir', mode: '2770', gid: 4, linkTarget: '../../log/tomcat10' },
      notes: [
        [
          'log-modes',
          '/var/lib/tomcat10',
          '/var/lib/tomcat10/logs',
          '640',
          '998',
          '4',
          '1',
          '/var/lib/tomcat10/logs/catalina.out',
        ],
      ],
    }),
    expect: 'pass',
    profile: 'distro-aware',
  },
  {
    name: 'open is not stock',
    host: ubuntu24,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      logs: { type: 'dir', mode: '2775', gid: 4, linkTarget: '../../log/tomcat10' },
      notes: [
        [
          'log-modes',
          '/var/lib/tomcat10',
          '/var/lib/tomcat10/logs',
          '640',
          '998',
          '4',
          '1',
          '/var/lib/tomcat10/logs/catalina.out',
        ],
      ],
    }),
    expect: 'fail',
    profile: 'distro-aware',
  },
  {
    name: 'a folder of the access log elsewhere',
    host: al2023,
    ...tomcatState({
      files: { '/data/logs': { type: 'dir', mode: '0777' } },
      notes: [['log-folder', '/opt/tomcat', '/data/logs']],
    }),
    expect: 'fail',
    because: '/data/logs',
    trap: 'a valve may log elsewhere',
  },
  {
    name: 'a list lets a user in',
    host: al2023,
    ...tomcatState({ notes: [['acl', '/opt/tomcat/logs', 'user:1000:r-x']] }),
    expect: 'fail',
    because: 'user:1000',
  },
  {
    name: 'of two instances',
    host: ubuntu20,
    ...tomcats(tomcatState({ base: '/opt/a' }), tomcatState({ base: '/opt/b', logs: { type: 'dir', mode: '0755' } })),
    expect: 'fail',
    because: '/opt/b',
  },
  {
    name: 'a folder that could not be walked',
    host: rocky9,
    ...tomcatState({ notes: [['logs-hidden', '/opt/tomcat/logs']] }),
    expect: 'unknown',
  },
  { name: 'a folder that cannot be seen', host: rocky9, ...tomcatState({ logs: 'unreadable' }), expect: 'unknown' },

  ...tomcatUnused(al2023, image(debian12)),
  {
    name: 'as packages install it',
    host: ubuntu24,
    ...tomcatState({ base: '/var/lib/tomcat10', logs: { type: 'dir', mode: '2770', uid: 998, gid: 4 } }),
    expect: 'pass',
    profile: 'distro-aware',
  },
  {
    name: 'a list of access of one folder of two could not be read',
    host: rocky9,
    ...tomcatState({
      files: { '/srv/logs': { type: 'dir', mode: '0750' } },
      notes: [
        ['log-folder', '/opt/tomcat', '/srv/logs'],
        ['acl-unread', '/srv/logs'],
      ],
    }),
    expect: 'manual',
    because: 'access-control list could not be read',
    shows: ['"/opt/tomcat/logs"'],
  },
  {
    name: 'a folder of logs that is a file, and one that nobody reported',
    host: rocky9,
    ...tomcatState({ logs: { type: 'file', mode: '0777' }, notes: [['log-folder', '/opt/tomcat', '/srv/logs']] }),
    expect: 'manual',
    because: '"/srv/logs","found":"not seen"',
  },
];
