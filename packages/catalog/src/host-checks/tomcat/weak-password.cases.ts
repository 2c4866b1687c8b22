// Cases of tomcat.weak-password.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { serverXml, tomcats, tomcatState, tomcatUnused, usersFile } from '../tomcat-host.ts';

export const weakPasswordCases: readonly HostCase[] = [
  { name: 'no account', host: al2, ...tomcatState(), expect: 'pass', because: 'no account' },
  {
    name: 'a password of the class empty',
    host: al2,
    ...tomcatState({ users: usersFile('<user username="kim" password="empty" roles="manager-gui"/>') }),
    expect: 'fail',
    because: 'kim',
  },
  {
    name: 'a password of the class equals-username',
    host: rocky9,
    ...tomcatState({ users: usersFile('<user username="kim" password="equals-username" roles="manager-gui"/>') }),
    expect: 'fail',
    because: 'kim',
  },
  {
    name: 'a password of the class default',
    host: ubuntu22,
    ...tomcatState({ users: usersFile('<user username="kim" password="default" roles="manager-gui"/>') }),
    expect: 'fail',
    because: 'kim',
  },
  {
    name: 'a password of the class short',
    host: debian12,
    ...tomcatState({ users: usersFile('<user username="kim" password="short" roles="manager-gui"/>') }),
    expect: 'fail',
    because: 'kim',
  },
  {
    name: 'a password of the class set:8:2',
    host: rocky8,
    ...tomcatState({ users: usersFile('<user username="kim" password="set:8:2" roles="manager-gui"/>') }),
    expect: 'fail',
    because: 'kim',
  },
  {
    name: 'a password of the class set:10:1',
    host: al2023,
    ...tomcatState({ users: usersFile('<user username="kim" password="set:10:1" roles="manager-gui"/>') }),
    expect: 'fail',
    because: 'kim',
  },
  {
    name: 'a password of the class set:8:3',
    host: ubuntu24,
    ...tomcatState({ users: usersFile('<user username="kim" password="set:8:3" roles="manager-gui"/>') }),
    expect: 'pass',
    because: 'kim',
  },
  {
    name: 'a password of the class set:10:2',
    host: debian12,
    ...tomcatState({ users: usersFile('<user username="kim" password="set:10:2" roles="manager-gui"/>') }),
    expect: 'pass',
    because: 'kim',
  },
  {
    name: 'a password of the class digest',
    host: rocky9,
    ...tomcatState({ users: usersFile('<user username="kim" password="digest" roles="manager-gui"/>') }),
    expect: 'pass',
    because: 'kim',
  },
  {
    name: 'a password of the class property',
    host: rocky9,
    ...tomcatState({ users: usersFile('<user username="kim" password="property" roles="manager-gui"/>') }),
    expect: 'manual',
    because: 'kim',
  },
  {
    name: 'a password of the class entity',
    host: rocky9,
    ...tomcatState({ users: usersFile('<user username="kim" password="entity" roles="manager-gui"/>') }),
    expect: 'manual',
    because: 'kim',
  },
  {
    name: 'one weak account among strong ones',
    host: ubuntu20,
    ...tomcatState({
      users: usersFile(
        '<user username="kim" password="digest" roles="manager-gui"/><user username="lee" password="default"/>',
      ),
    }),
    expect: 'fail',
    because: 'lee',
  },
  {
    name: 'a commented sample',
    host: al2,
    ...tomcatState({ users: usersFile('<!-- <user username="tomcat" password="default"/> -->') }),
    expect: 'pass',
    trap: 'WEB: XML comments in tomcat-users.xml',
  },
  {
    name: 'a user without any password cannot log in',
    host: al2,
    ...tomcatState({ users: usersFile('<user username="kim" roles="a"/>') }),
    expect: 'pass',
  },
  {
    name: 'a weak account of the second instance',
    host: rocky9,
    ...tomcats(
      tomcatState({ base: '/opt/a', users: usersFile('<user username="kim" password="digest"/>') }),
      tomcatState({ base: '/opt/b', users: usersFile('<user username="lee" password="empty"/>') }),
    ),
    expect: 'fail',
    because: '/opt/b',
  },
  {
    name: 'accounts in a database',
    host: rocky9,
    ...tomcatState({
      server: serverXml({
        realm: '<Realm className="org.apache.catalina.realm.DataSourceRealm" dataSourceName="jdbc/a"/>',
      }),
    }),
    expect: 'manual',
  },
  {
    name: 'the users of the home are not those of the base',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      users: usersFile('<user username="kim" password="short"/>'),
      files: { '/usr/share/tomcat10/conf/tomcat-users.xml': usersFile('<user username="kim" password="digest"/>') },
    }),
    expect: 'fail',
    because: 'kim',
    trap: 'WEB: CATALINA_BASE can differ from CATALINA_HOME',
  },
  { name: 'not readable', host: rocky9, ...tomcatState({ users: 'unreadable' }), expect: 'unknown' },

  ...tomcatUnused(al2023, image(debian12)),
  ...(
    [
      ['set:8:2', 'fail'],
      ['set:8:3', 'pass'],
      ['set:10:1', 'fail'],
      ['set:10:2', 'pass'],
      ['reset:8:1', 'pass'],
      ['set:8:11', 'pass'],
      ['short', 'fail'],
      ['shorter', 'pass'],
      ['nondefault', 'pass'],
    ] as const
  ).map(
    ([password, expect]): HostCase => ({
      name: `a password that is masked as ${password}`,
      host: rocky9,
      ...tomcatState({ users: usersFile(`<user username="kim" password="${password}" roles="a"/>`) }),
      expect,
      ...(expect === 'pass' ? { because: 'no account has a weak password' } : {}),
    }),
  ),
  {
    name: 'no account',
    host: rocky9,
    ...tomcatState(),
    expect: 'pass',
    because: 'Tomcat has no account',
    shows: ['0 users'],
    hides: ['no realm'],
  },
  {
    name: 'no realm at all',
    host: rocky9,
    ...tomcatState({ server: serverXml({ realm: ' ' }) }),
    expect: 'pass',
    because: '"/opt/tomcat/conf/server.xml","found":"no realm that reads accounts"',
  },
];
