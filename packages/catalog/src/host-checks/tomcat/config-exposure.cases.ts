// Cases of tomcat.config-exposure.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { serverXml, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const configExposureCases: readonly HostCase[] = [
  { name: 'no connection', host: al2, ...tomcatState(), expect: 'pass', because: 'no database connection' },
  {
    name: 'open',
    host: rocky9,
    ...tomcatState({
      context: {
        text: '<Context><Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/></Context>',
        mode: '0644',
      },
      files: { conf: { type: 'dir', mode: '0755' } },
    }),
    expect: 'fail',
    because: 'context.xml',
  },
  {
    name: 'closed',
    host: rocky9,
    ...tomcatState({
      context: {
        text: '<Context><Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/></Context>',
        mode: '0640',
      },
      files: { conf: { type: 'dir', mode: '0755' } },
    }),
    expect: 'pass',
    because: 'closed to others',
  },
  {
    name: 'open in a folder that is closed',
    host: ubuntu22,
    ...tomcatState({
      context: {
        text: '<Context><Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/></Context>',
        mode: '0644',
      },
      files: { conf: { type: 'dir', mode: '0700' } },
    }),
    expect: 'pass',
    because: 'closed by',
    trap: 'a closed folder closes what is in it',
  },
  {
    name: 'open in a folder that only the group may enter',
    host: ubuntu22,
    ...tomcatState({
      context: {
        text: '<Context><Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/></Context>',
        mode: '0644',
      },
      files: { conf: { type: 'dir', mode: '0750' } },
    }),
    expect: 'pass',
  },
  {
    name: 'a folder that others may enter and not list',
    host: ubuntu22,
    ...tomcatState({
      context: {
        text: '<Context><Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/></Context>',
        mode: '0644',
      },
      files: { conf: { type: 'dir', mode: '0711' } },
    }),
    expect: 'fail',
    trap: 'x alone lets a known name be opened',
  },
  {
    name: 'in server.xml',
    host: debian12,
    ...tomcatState({
      server: serverXml({
        resources:
          '<Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/>',
      }),
      files: {
        conf: { type: 'dir', mode: '0755' },
        'conf/server.xml': {
          text: serverXml({
            resources:
              '<Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/>',
          }),
          mode: '0644',
        },
      },
    }),
    expect: 'fail',
    because: 'server.xml',
  },
  {
    name: 'commented',
    host: debian12,
    ...tomcatState({
      context: {
        text: '<Context><!-- <Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/> --></Context>',
        mode: '0644',
      },
      files: { conf: { type: 'dir', mode: '0755' } },
    }),
    expect: 'pass',
    trap: 'XML comments in context.xml',
  },
  {
    name: 'the users file is no database',
    host: rocky8,
    ...tomcatState({
      files: { conf: { type: 'dir', mode: '0755' }, 'conf/server.xml': { text: serverXml(), mode: '0644' } },
    }),
    expect: 'pass',
  },
  {
    name: 'in an application',
    host: rocky8,
    ...tomcatState({
      apps: { shop: null },
      files: {
        webapps: { type: 'dir', mode: '0755' },
        'webapps/shop': { type: 'dir', mode: '0755' },
        'webapps/shop/META-INF/context.xml': {
          text: '<Context><Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/></Context>',
          mode: '0644',
        },
      },
    }),
    expect: 'fail',
    because: 'META-INF',
  },
  {
    name: 'applications of its own may keep files of their own',
    host: al2023,
    ...tomcatState({ apps: { shop: '<web-app/>' } }),
    expect: 'manual',
    because: 'shop',
  },
  {
    name: 'a list lets a user read',
    host: al2023,
    ...tomcatState({
      context: {
        text: '<Context><Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/></Context>',
        mode: '0640',
      },
      files: { conf: { type: 'dir', mode: '0755' } },
      notes: [['acl', '/opt/tomcat/conf/context.xml', 'user:1000:r--']],
    }),
    expect: 'fail',
    because: 'user:1000',
  },
  {
    name: 'a list lets a user into the folder',
    host: al2023,
    ...tomcatState({
      context: {
        text: '<Context><Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/></Context>',
        mode: '0644',
      },
      files: { conf: { type: 'dir', mode: '0700' } },
      notes: [['acl', '/opt/tomcat/conf', 'user:1000:r-x']],
    }),
    expect: 'fail',
  },
  {
    name: 'a realm that asks a database',
    host: ubuntu24,
    ...tomcatState({
      files: {
        conf: { type: 'dir', mode: '0755' },
        'conf/server.xml': {
          text: serverXml({
            realm:
              '<Realm className="org.apache.catalina.realm.JDBCRealm" driverName="masked" connectionPassword="masked"/>',
          }),
          mode: '0644',
        },
      },
    }),
    expect: 'fail',
  },
  {
    name: 'a limit of its own',
    host: ubuntu24,
    ...tomcatState({
      context: {
        text: '<Context><Resource name="jdbc/x" type="javax.sql.DataSource" username="masked" password="masked" url="masked"/></Context>',
        mode: '0640',
      },
      files: { conf: { type: 'dir', mode: '0755' } },
    }),
    expect: 'fail',
    parameters: { limit: 0o600 },
  },
  { name: 'not readable', host: rocky9, ...tomcatState({ context: 'unreadable' }), expect: 'unknown' },

  ...tomcatUnused(al2023, image(debian12)),
  ...(
    [
      ['<Resource url="jdbc:a"/>', 'fail'],
      ['<Resource password="masked"/>', 'fail'],
      ['<Resource driverClassName="a.Driver"/>', 'fail'],
      ['<Resource url=""/>', 'pass'],
      ['<Resource name="jms"/>', 'pass'],
      ['<Realm connectionPassword="masked"/>', 'fail'],
      ['<Realm driverName="a.Driver"/>', 'fail'],
      ['<Realm className="a.B"/>', 'pass'],
      ['<Listener url="jdbc:a" password="masked" driverName="a"/>', 'pass'],
    ] as const
  ).map(
    ([element, expect]): HostCase => ({
      name: element,
      host: rocky9,
      ...tomcatState({
        files: {
          conf: { type: 'dir', mode: '0755' },
          'conf/context.xml': { text: `<Context>${element}</Context>`, mode: '0644' },
        },
      }),
      expect,
      because: '/opt/tomcat/conf/context.xml',
    }),
  ),
  ...(
    [
      ['shop', '<web-app/>', 'manual'],
      ['docs2', '<web-app/>', 'manual'],
      ['mydocs', '<web-app/>', 'manual'],
      ['manager', '<web-app/>', 'pass'],
      ['static', null, 'pass'],
    ] as const
  ).map(
    ([name, text, expect]): HostCase => ({
      name: `an application ${name}${text === null ? ' of files alone' : ''}`,
      host: ubuntu22,
      ...tomcatState({ apps: { [name]: text } }),
      expect,
    }),
  ),
  {
    name: 'an application of which no WEB-INF was told',
    host: ubuntu22,
    ...tomcatState({ notes: [['app', '/opt/tomcat', '/opt/tomcat/webapps/x']] }),
    expect: 'pass',
  },
];
