// Cases of tomcat.default-admin.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { serverXml, tomcats, tomcatState, tomcatUnused, usersFile } from '../tomcat-host.ts';

export const defaultAdminCases: readonly HostCase[] = [
  {
    name: 'stock: every sample account is commented',
    host: al2,
    ...tomcatState({ users: usersFile('<!-- <user username="admin" password="x" roles="manager-gui"/> -->') }),
    expect: 'pass',
    because: 'no account',
    trap: 'WEB: XML comments in tomcat-users.xml',
  },
  {
    name: 'comments as they leave a host',
    host: rocky9,
    ...tomcatState({ users: usersFile('<!--\n\n-->') }),
    expect: 'pass',
  },
  {
    name: 'admin',
    host: ubuntu22,
    ...tomcatState({ users: usersFile('<user username="admin" password="set:10:4" roles="manager-gui"/>') }),
    expect: 'fail',
    because: 'admin',
  },
  {
    name: 'the attribute name, and capitals',
    host: debian12,
    ...tomcatState({ users: usersFile('<user name="Tomcat" password="set:10:4" roles="manager-gui"/>') }),
    expect: 'fail',
    because: 'Tomcat',
  },
  {
    name: 'an account of its own name',
    host: rocky8,
    ...tomcatState({ users: usersFile('<user username="kim.ops" password="set:10:4" roles="manager-gui"/>') }),
    expect: 'pass',
    because: 'kim.ops',
  },
  {
    name: 'a name that only holds admin',
    host: rocky8,
    ...tomcatState({ users: usersFile('<user username="kadmin-7" password="set:10:4" roles="manager-gui"/>') }),
    expect: 'pass',
  },
  {
    name: 'behind a comment on one line',
    host: al2023,
    ...tomcatState({ users: usersFile('<!----><user username="tomcat" password="set:10:4" roles=""/><!---->') }),
    expect: 'fail',
    because: 'tomcat',
    trap: 'a comment beside a live account',
  },
  {
    name: 'two instances: the worse decides and is named',
    host: ubuntu24,
    ...tomcats(
      tomcatState({ base: '/opt/a' }),
      tomcatState({ base: '/opt/b', users: usersFile('<user username="admin" password="digest"/>') }),
    ),
    expect: 'fail',
    because: '/opt/b',
    trap: 'each instance is judged',
  },
  {
    name: 'CATALINA_BASE apart from CATALINA_HOME: accounts of the base count',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      users: usersFile('<user username="root" password="digest"/>'),
      files: { '/usr/share/tomcat10/conf/tomcat-users.xml': usersFile('') },
    }),
    expect: 'fail',
    because: 'root',
    trap: 'WEB: CATALINA_BASE can differ from CATALINA_HOME',
  },
  {
    name: 'a file that no realm reads',
    host: rocky9,
    ...tomcatState({
      server: serverXml({ realm: '' }),
      users: usersFile('<user username="admin" password="default"/>'),
    }),
    expect: 'pass',
    because: 'no account',
    trap: 'users of a file that nothing reads are no accounts',
  },
  {
    name: 'accounts of a directory',
    host: rocky9,
    ...tomcatState({
      server: serverXml({ realm: '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:"/>' }),
    }),
    expect: 'manual',
    because: 'elsewhere',
  },
  {
    name: 'a users file elsewhere',
    host: al2,
    ...tomcatState({
      server: serverXml({
        realm: '<Realm className="org.apache.catalina.realm.MemoryRealm" pathname="${catalina.base}/conf/staff.xml"/>',
      }),
      files: { 'conf/staff.xml': usersFile('<user name="guest" password="short"/>') },
      notes: [['users', '/opt/tomcat', '/opt/tomcat/conf/staff.xml']],
    }),
    expect: 'fail',
    because: 'guest',
    trap: 'a realm may name another file',
  },
  {
    name: 'a realm of one application',
    host: al2,
    ...tomcatState({
      server: serverXml({
        realm: '',
        within: '<Context path="/a"><Realm className="org.apache.catalina.realm.MemoryRealm"/></Context>',
      }),
      users: usersFile('<user username="admin" password="digest"/>'),
    }),
    expect: 'fail',
    because: 'admin',
  },
  {
    name: 'names of a policy of its own',
    host: al2,
    ...tomcatState({ users: usersFile('<user username="siteops" password="digest"/>') }),
    expect: 'fail',
    because: 'siteops',
    parameters: { names: ['siteops'] },
  },
  {
    name: 'a users file that cannot be read',
    host: rocky9,
    ...tomcatState({ users: 'unreadable' }),
    expect: 'unknown',
  },
  {
    name: 'a users file that is not known whole',
    host: rocky9,
    ...tomcatState({ users: '<tomcat-users>&more;</tomcat-users>' }),
    expect: 'unknown',
    because: 'not expanded',
    trap: 'an entity may hold more accounts',
  },
  {
    name: 'server.xml that is not well-formed',
    host: ubuntu20,
    ...tomcatState({ server: '<Server><Service></Server>' }),
    expect: 'unknown',
  },
  {
    name: 'an idle instance does not count',
    host: ubuntu20,
    ...tomcats(
      tomcatState({
        base: '/opt/a',
        uid: null,
        unit: ['a.service', '', 'off'],
        users: usersFile('<user username="admin" password="digest"/>'),
      }),
      tomcatState({ base: '/opt/b' }),
    ),
    expect: 'pass',
    because: '/opt/b',
  },

  ...tomcatUnused(al2023, image(debian12)),
];
