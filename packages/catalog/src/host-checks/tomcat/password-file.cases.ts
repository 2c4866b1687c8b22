// Cases of tomcat.password-file.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { tomcats, tomcatState, tomcatUnused, usersFile } from '../tomcat-host.ts';

export const passwordFileCases: readonly HostCase[] = [
  {
    name: 'exactly the limit',
    host: al2,
    ...tomcatState({ users: { text: usersFile(''), mode: '0600', uid: 1001 } }),
    expect: 'pass',
  },
  {
    name: 'less',
    host: rocky9,
    ...tomcatState({ users: { text: usersFile(''), mode: '0400', uid: 1001 } }),
    expect: 'pass',
  },
  {
    name: 'of the group',
    host: rocky9,
    ...tomcatState({ users: { text: usersFile(''), mode: '0640', uid: 1001 } }),
    expect: 'fail',
    because: '0640',
  },
  {
    name: 'of everybody',
    host: ubuntu22,
    ...tomcatState({ users: { text: usersFile(''), mode: '0644', uid: 1001 } }),
    expect: 'fail',
    because: '0644',
  },
  {
    name: '0577 is a smaller number',
    host: al2023,
    ...tomcatState({ users: { text: usersFile(''), mode: '0577', uid: 1001 } }),
    expect: 'fail',
  },
  {
    name: '0044 is a smaller number',
    host: al2023,
    ...tomcatState({ users: { text: usersFile(''), mode: '0044', uid: 1001 } }),
    expect: 'fail',
    trap: 'decimal comparison of modes',
  },
  {
    name: 'stock of the distribution is beyond the letter',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      users: { text: usersFile(''), mode: '0640', gid: 998 },
    }),
    expect: 'fail',
    because: '0640',
  },
  {
    name: 'stock of the distribution',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      users: { text: usersFile(''), mode: '0640', gid: 998 },
    }),
    expect: 'pass',
    profile: 'distro-aware',
  },
  {
    name: 'open is not stock',
    host: ubuntu24,
    ...tomcatState({ users: { text: usersFile(''), mode: '0644', uid: 1001 } }),
    expect: 'fail',
    profile: 'distro-aware',
  },
  {
    name: '0640 is not accepted elsewhere',
    host: rocky8,
    ...tomcatState({ users: { text: usersFile(''), mode: '0640', uid: 1001 } }),
    expect: 'fail',
    profile: 'distro-aware',
  },
  {
    name: 'a list lets a user read',
    host: rocky9,
    ...tomcatState({
      users: { text: usersFile(''), mode: '0600', uid: 1001 },
      notes: [['acl', '/opt/tomcat/conf/tomcat-users.xml', 'user:1000:r--']],
    }),
    expect: 'fail',
    because: 'user:1000',
    trap: 'an access-control list widens a mode',
  },
  {
    name: 'a list that nobody could read',
    host: rocky9,
    ...tomcatState({
      users: { text: usersFile(''), mode: '0600', uid: 1001 },
      notes: [['acl-unread', '/opt/tomcat/conf/tomcat-users.xml']],
    }),
    expect: 'manual',
  },
  { name: 'no such file', host: rocky8, ...tomcatState({ users: 'absent' }), expect: 'pass', because: 'absent' },
  {
    name: 'a limit of its own',
    host: rocky8,
    ...tomcatState({ users: { text: usersFile(''), mode: '0640', uid: 1001 } }),
    expect: 'pass',
    parameters: { limit: 0o640 },
  },
  {
    name: 'another file of passwords',
    host: ubuntu20,
    ...tomcatState({
      files: { 'conf/staff.xml': { text: usersFile(''), mode: '0644' } },
      notes: [['users', '/opt/tomcat', '/opt/tomcat/conf/staff.xml']],
    }),
    expect: 'fail',
    because: 'staff.xml',
  },
  {
    name: 'a link shows where it leads',
    host: ubuntu20,
    ...tomcatState({
      users: { text: usersFile(''), mode: '0600', uid: 1001, linkTarget: '/etc/tomcat/tomcat-users.xml' },
    }),
    expect: 'pass',
    because: 'link to',
  },
  {
    name: 'the second instance',
    host: ubuntu20,
    ...tomcats(
      tomcatState({ base: '/opt/a' }),
      tomcatState({ base: '/opt/b', users: { text: usersFile(''), mode: '0664' } }),
    ),
    expect: 'fail',
    because: '/opt/b',
  },
  { name: 'not readable', host: rocky9, ...tomcatState({ users: 'unreadable' }), expect: 'unknown' },

  ...tomcatUnused(al2023, image(debian12)),
  {
    name: 'stock of the distribution',
    host: ubuntu24,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      users: { text: usersFile(''), mode: '0640', gid: 998 },
    }),
    expect: 'pass',
    profile: 'distro-aware',
  },
  {
    name: 'a folder of that name is no file, and one that nobody reported',
    host: rocky9,
    ...tomcatState({
      users: { type: 'dir', mode: '0777' },
      notes: [['users', '/opt/tomcat', '/srv/users.xml']],
    }),
    expect: 'pass',
    because: '"/srv/users.xml","found":"absent"',
  },
];
