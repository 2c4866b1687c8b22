// Whom the realms of a Tomcat let in: the users of the files that they read, and the realms that ask elsewhere.
import { describe, expect, it } from 'vitest';
import type { TomcatOrder } from '../host-checks/tomcat-host.ts';
import { serverXml, usersFile } from '../host-checks/tomcat-host.ts';
import { placeOf, tomcatAccounts, userProof } from './tomcat-accounts.ts';
import { tomcatInstance } from './testing/web-hosts.ts';

const kim = usersFile('<user username="kim" password="strong" roles="manager-gui,admin-gui"/>');
const lee = usersFile(
  '<user username="lee" password="strong" roles="staff"/>\n<user username="park" password="strong" roles="staff"/>',
);
const realm = (name: string, more = '') => `<Realm className="org.apache.catalina.realm.${name}" ${more}/>`;
const seen = (order: TomcatOrder) => {
  const { users, files, elsewhere } = tomcatAccounts(tomcatInstance({ users: kim, ...order }));
  return {
    users: users.map(({ name }) => name),
    files: files.map(({ source, found }) => `${source}: ${found}`),
    elsewhere: elsewhere.map(({ found }) => found),
  };
};
const stock = { users: ['kim'], files: ['/opt/tomcat/conf/tomcat-users.xml: 1 users'], elsewhere: [] };

describe('realms', () => {
  it.each(['', 'LockOutRealm', 'CombinedRealm'])('a user database within %s', (holder) => {
    const inner = realm('UserDatabaseRealm', 'resourceName="UserDatabase"');
    const whole = holder === '' ? inner : `<Realm className="org.apache.catalina.realm.${holder}">${inner}</Realm>`;
    expect(seen({ server: serverXml({ realm: whole }) })).toEqual(stock);
  });

  it('a memory realm reads conf/tomcat-users.xml, or what it names', () => {
    expect(seen({ server: serverXml({ realm: realm('MemoryRealm') }) })).toEqual(stock);
    const other = {
      server: serverXml({
        realm: `${realm('MemoryRealm', 'pathname="${catalina.base}/conf/other.xml"')}${realm('MemoryRealm', 'pathname="/etc/gone.xml"')}${realm('MemoryRealm', 'pathname="${users.file}"')}`,
      }),
      files: { 'conf/other.xml': lee },
      notes: [['users', '/opt/tomcat', '/opt/tomcat/conf/other.xml'] as const],
    };
    expect(seen({ ...other, notes: [...other.notes] as never })).toEqual({
      users: ['lee', 'park'],
      files: ['/opt/tomcat/conf/other.xml: 2 users'],
      elsewhere: ['pathname=/etc/gone.xml: not followed', 'pathname=${users.file}: not followed'],
    });
  });

  it('a file that is not there lets nobody in', () =>
    expect(seen({ users: 'absent' })).toEqual({
      users: [],
      files: ['/opt/tomcat/conf/tomcat-users.xml: not there: nobody can log in'],
      elsewhere: [],
    }));

  it('asks elsewhere for a directory, and for a database that is none of files', () => {
    const resources =
      '<Resource name="Other" factory="com.example.OwnFactory"/><Environment name="Odd" factory="x.MemoryUserDatabaseFactory"/><Resource name="Bare"/>';
    const realms = [
      realm('JNDIRealm'),
      realm('UserDatabaseRealm', 'resourceName="Other"'),
      realm('UserDatabaseRealm', 'resourceName="Odd"'),
      realm('UserDatabaseRealm', 'resourceName="Bare"'),
      realm('UserDatabaseRealm', 'resourceName="None"'),
      realm('DataSourceRealm', 'resourceName="UserDatabase"'),
      realm('NullRealm'),
      '<Realm/>',
    ];
    const database = 'org.apache.catalina.realm.UserDatabaseRealm: its accounts are not in a file of Tomcat';
    expect(seen({ server: serverXml({ resources, realm: realms.join('') }) })).toEqual({
      users: [],
      files: [],
      elsewhere: [
        'org.apache.catalina.realm.JNDIRealm: its accounts are not in a file of Tomcat',
        database,
        database,
        database,
        database,
        'org.apache.catalina.realm.DataSourceRealm: its accounts are not in a file of Tomcat',
        'a realm: its accounts are not in a file of Tomcat',
      ],
    });
  });

  it('of a context count as well', () =>
    expect(
      seen({ server: serverXml({ realm: realm('NullRealm') }), context: `<Context>${realm('MemoryRealm')}</Context>` }),
    ).toEqual(stock));

  it('are none where server.xml was not asked for', () =>
    expect(tomcatAccounts({ ...tomcatInstance(), server: null })).toEqual({ users: [], files: [], elsewhere: [] }));
});

it.each([
  ['conf/users.xml', '/opt/tomcat/conf/users.xml'],
  ['/etc/users.xml', '/etc/users.xml'],
  ['${catalina.base}/conf/users.xml', '/opt/tomcat/conf/users.xml'],
  ['${catalina.home}/conf/users.xml', '/usr/share/tomcat/conf/users.xml'],
  ['file:/etc/users.xml', '/etc/users.xml'],
  ['file:users.xml', '/opt/tomcat/file:users.xml'],
  ['a/file:/b', '/opt/tomcat/a/file:/b'],
  ['/srv/logs//', '/srv/logs'],
  ['/', '/'],
  ['${users.file}', null],
  ['masked', null],
])('%s stands at %s', (written, path) =>
  expect(placeOf(written, tomcatInstance({ home: '/usr/share/tomcat' }))).toBe(path),
);

it('shows a user without its password', () => {
  const [user] = tomcatAccounts(tomcatInstance({ users: kim })).users;
  if (!user) throw new Error('no user');
  expect(userProof(user, 'none')).toEqual({
    source: '/opt/tomcat/conf/tomcat-users.xml:3',
    found: 'user kim, roles manager-gui, admin-gui, password strong',
    expected: 'none',
  });
  expect(userProof({ ...user, roles: [], password: '' }, 'none').found).toBe('user kim, roles none, password none');
});
