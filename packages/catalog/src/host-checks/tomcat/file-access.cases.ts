// Cases of tomcat.file-access.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { serverXml, tomcats, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const fileAccessCases: readonly HostCase[] = [
  { name: 'as the archive has it', host: al2, ...tomcatState(), expect: 'pass' },
  {
    name: 'conf open',
    host: rocky9,
    ...tomcatState({ files: { conf: { type: 'dir', mode: '0755' } } }),
    expect: 'fail',
    because: 'conf',
  },
  {
    name: 'files open in a closed folder',
    host: rocky9,
    ...tomcatState({
      files: { conf: { type: 'dir', mode: '0750' }, 'conf/server.xml': { text: serverXml(), mode: '0644' } },
    }),
    expect: 'pass',
    trap: 'a closed folder closes what is in it',
  },
  {
    name: 'a file open in an open folder',
    host: ubuntu22,
    ...tomcatState({
      files: { conf: { type: 'dir', mode: '0755' }, 'conf/server.xml': { text: serverXml(), mode: '0644' } },
    }),
    expect: 'fail',
    because: 'server.xml',
    parameters: { folderLimit: 0o755 },
  },
  {
    name: 'webapps for everybody',
    host: ubuntu22,
    ...tomcatState({ files: { webapps: { type: 'dir', mode: '0777' } } }),
    expect: 'fail',
    because: '0777',
  },
  {
    name: 'an application for everybody',
    host: al2023,
    ...tomcatState({ apps: { shop: null }, files: { 'webapps/shop': { type: 'dir', mode: '0757' } } }),
    expect: 'fail',
    because: 'shop',
  },
  {
    name: 'a file within for everybody',
    host: al2023,
    ...tomcatState({
      apps: { shop: null },
      files: { 'webapps/shop/a.jsp': { mode: '0666' } },
      notes: [['found', '/opt/tomcat', '/opt/tomcat/webapps/shop/a.jsp']],
    }),
    expect: 'fail',
    because: 'a.jsp',
  },
  {
    name: 'a link has no mode of its own',
    host: rocky8,
    ...tomcatState({
      apps: { shop: null },
      files: { 'webapps/shop/l': { type: 'link', mode: '0777', linkTarget: '/nowhere' } },
      notes: [
        ['found', '/opt/tomcat', '/opt/tomcat/webapps/shop/l'],
        ['link', '/opt/tomcat/webapps/shop/l'],
      ],
    }),
    expect: 'pass',
    trap: 'the mode of a link is 777',
  },
  {
    name: 'stock package to the letter',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      files: {
        conf: { type: 'dir', mode: '0755', linkTarget: '/etc/tomcat10' },
        'conf/Catalina': { type: 'dir', mode: '0775', gid: 998 },
        'conf/server.xml': { text: serverXml(), mode: '0640', gid: 998 },
        'conf/Catalina/localhost/docs.xml': { text: '<Context/>', mode: '0644' },
      },
    }),
    expect: 'fail',
    because: '0755',
  },
  {
    name: 'stock package',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      files: {
        conf: { type: 'dir', mode: '0755', linkTarget: '/etc/tomcat10' },
        'conf/Catalina': { type: 'dir', mode: '0775', gid: 998 },
        'conf/server.xml': { text: serverXml(), mode: '0640', gid: 998 },
        'conf/Catalina/localhost/docs.xml': { text: '<Context/>', mode: '0644' },
      },
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
      files: {
        conf: { type: 'dir', mode: '0755', linkTarget: '/etc/tomcat10' },
        'conf/Catalina': { type: 'dir', mode: '0775', gid: 998 },
        'conf/server.xml': { text: serverXml(), mode: '0646', gid: 998 },
        'conf/Catalina/localhost/docs.xml': { text: '<Context/>', mode: '0644' },
      },
    }),
    expect: 'fail',
    because: '0646',
    profile: 'distro-aware',
  },
  {
    name: 'a list lets a user in',
    host: rocky8,
    ...tomcatState({ notes: [['acl', '/opt/tomcat/conf', 'user:1000:rwx']] }),
    expect: 'fail',
    because: 'user:1000',
  },
  {
    name: 'a list that nobody could read',
    host: rocky8,
    ...tomcatState({ notes: [['acl-unread', '/opt/tomcat/conf']] }),
    expect: 'manual',
  },
  {
    name: 'more than was looked at',
    host: rocky8,
    ...tomcatState({ apps: { shop: null }, notes: [['more-found', '/opt/tomcat/webapps/shop']] }),
    expect: 'manual',
  },
  {
    name: 'of two instances',
    host: al2,
    ...tomcats(
      tomcatState({ base: '/opt/a' }),
      tomcatState({ base: '/opt/b', files: { conf: { type: 'dir', mode: '0777' } } }),
    ),
    expect: 'fail',
    because: '/opt/b',
  },
  {
    name: 'an application that could not be walked',
    host: rocky9,
    ...tomcatState({ apps: { shop: null }, notes: [['hidden', '/opt/tomcat/webapps/shop']] }),
    expect: 'unknown',
  },

  ...tomcatUnused(al2023, image(debian12)),
  {
    name: 'as packages install it',
    host: ubuntu22,
    ...tomcatState({
      files: {
        conf: { type: 'dir', mode: '0755', gid: 998 },
        'conf/server.xml': { text: serverXml(), mode: '0640', gid: 998 },
        'conf/Catalina/localhost/docs.xml': { text: '<Context/>', mode: '0644' },
      },
    }),
    expect: 'pass',
    profile: 'distro-aware',
  },
  {
    name: 'links have no mode of their own, and what is not there has none',
    host: rocky9,
    ...tomcatState({
      apps: { ROOT: null },
      files: {
        'webapps/linked': { type: 'dir', mode: '0777', linkTarget: '/srv/x' },
        'webapps/ROOT/link': { type: 'dir', mode: '0777' },
      },
      notes: [
        ['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/link'],
        ['link', '/opt/tomcat/webapps/ROOT/link'],
        ['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/gone'],
        ['app-base', '/opt/tomcat', '/srv/apps'],
      ],
    }),
    expect: 'pass',
    because: '"/srv/apps","found":"absent"',
    shows: ['"/opt/tomcat/conf/server.xml","found":"0600'],
  },
  {
    name: 'a folder of the configuration that is not there',
    host: rocky9,
    ...tomcatState({ files: { conf: 'absent' } }),
    expect: 'pass',
    hides: ['"/opt/tomcat/conf"'],
  },
  {
    name: 'a folder of the configuration that nobody reported',
    host: rocky9,
    files: Object.fromEntries(Object.entries(tomcatState().files).filter(([path]) => path !== '/opt/tomcat/conf')),
    notes: tomcatState().notes,
    expect: 'pass',
  },
];
