// Cases of tomcat.upload-path.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const uploadPathCases: readonly HostCase[] = [
  { name: 'no application that could take any', host: al2, ...tomcatState({ apps: { ROOT: null } }), expect: 'pass' },
  {
    name: 'an application of its own',
    host: rocky9,
    ...tomcatState({ apps: { shop: '<web-app/>' } }),
    expect: 'manual',
    because: 'shop',
  },
  {
    name: 'a folder for everybody',
    host: rocky9,
    ...tomcatState({
      apps: { shop: '<web-app/>' },
      files: { 'webapps/shop/upload': { type: 'dir', mode: '0777', uid: 1001 } },
      notes: [['found', '/opt/tomcat', '/opt/tomcat/webapps/shop/upload']],
    }),
    expect: 'fail',
    because: '0777',
  },
  {
    name: 'a folder that is open to read',
    host: ubuntu22,
    ...tomcatState({
      apps: { shop: '<web-app/>' },
      files: { 'webapps/shop/upload': { type: 'dir', mode: '0755', uid: 1001 } },
      notes: [['found', '/opt/tomcat', '/opt/tomcat/webapps/shop/upload']],
    }),
    expect: 'manual',
    because: '0755',
  },
  {
    name: 'a folder that is closed',
    host: ubuntu22,
    ...tomcatState({
      apps: { shop: '<web-app/>' },
      files: { 'webapps/shop/upload': { type: 'dir', mode: '0750', uid: 1001 } },
      notes: [['found', '/opt/tomcat', '/opt/tomcat/webapps/shop/upload']],
    }),
    expect: 'manual',
  },
  {
    name: 'a place within the application',
    host: debian12,
    ...tomcatState({
      apps: {
        shop: '<web-app><servlet><servlet-name>u</servlet-name><servlet-class>a.U</servlet-class><multipart-config><location>/opt/tomcat/webapps/shop/tmp</location></multipart-config></servlet></web-app>',
      },
    }),
    expect: 'fail',
    because: 'within the web path',
  },
  {
    name: 'a place within, by the base',
    host: debian12,
    ...tomcatState({
      apps: {
        shop: '<web-app><servlet><servlet-name>u</servlet-name><servlet-class>a.U</servlet-class><multipart-config><location>${catalina.base}/webapps/up</location></multipart-config></servlet></web-app>',
      },
    }),
    expect: 'fail',
  },
  {
    name: 'a place apart',
    host: rocky8,
    ...tomcatState({
      apps: {
        shop: '<web-app><servlet><servlet-name>u</servlet-name><servlet-class>a.U</servlet-class><multipart-config><location>/srv/uploads</location></multipart-config></servlet></web-app>',
      },
    }),
    expect: 'manual',
    because: '/srv/uploads',
  },
  {
    name: 'a name that only begins like the web path',
    host: rocky8,
    ...tomcatState({
      apps: {
        shop: '<web-app><servlet><servlet-name>u</servlet-name><servlet-class>a.U</servlet-class><multipart-config><location>/opt/tomcat/webapps-upload</location></multipart-config></servlet></web-app>',
      },
    }),
    expect: 'manual',
    trap: 'a prefix of text is no folder above',
  },
  {
    name: 'a parameter that names a place within',
    host: al2023,
    ...tomcatState({
      apps: {
        shop: '<web-app><context-param><param-name>uploadDir</param-name><param-value>/opt/tomcat/webapps/shop/files</param-value></context-param></web-app>',
      },
    }),
    expect: 'fail',
    because: 'uploadDir',
  },
  {
    name: 'a parameter that names a place apart',
    host: al2023,
    ...tomcatState({
      apps: {
        shop: '<web-app><context-param><param-name>uploadDir</param-name><param-value>/data/files</param-value></context-param></web-app>',
      },
    }),
    expect: 'manual',
    because: '/data/files',
  },
  {
    name: 'commented',
    host: ubuntu24,
    ...tomcatState({
      apps: {
        ROOT: '<web-app><!-- <context-param><param-name>uploadDir</param-name><param-value>/opt/tomcat/webapps/x</param-value></context-param> --></web-app>',
      },
    }),
    expect: 'pass',
    trap: 'WEB: XML comments in web.xml',
  },
  { name: 'an archive', host: ubuntu24, ...tomcatState({ files: { 'webapps/shop.war': '' } }), expect: 'manual' },
  {
    name: 'an application that could not be walked',
    host: rocky9,
    ...tomcatState({ apps: { shop: null }, notes: [['hidden', '/opt/tomcat/webapps/shop']] }),
    expect: 'unknown',
  },

  ...tomcatUnused(al2023, image(debian12)),
  ...(
    [
      ['upload', 'dir', '0757', 'fail'],
      ['MyUploads', 'dir', '0757', 'fail'],
      ['attachments', 'dir', '0757', 'fail'],
      ['file', 'dir', '0757', 'fail'],
      ['files', 'dir', '0757', 'fail'],
      ['files', 'dir', '0755', 'manual'],
      ['files', 'file', '0757', 'pass'],
      ['files.d', 'dir', '0757', 'pass'],
      ['upload/a', 'dir', '0757', 'pass'],
      ['profiles', 'dir', '0757', 'pass'],
    ] as const
  ).map(
    ([name, type, mode, expect]): HostCase => ({
      name: `${type} ${name} of mode ${mode}`,
      host: ubuntu22,
      ...tomcatState({
        apps: { ROOT: null },
        files: { [`webapps/ROOT/${name}`]: { type, mode, uid: 1001 } },
        notes: [['found', '/opt/tomcat', `/opt/tomcat/webapps/ROOT/${name}`]],
      }),
      expect,
      ...(expect === 'pass'
        ? { hides: [`ROOT/${name}`] }
        : { because: `/opt/tomcat/webapps/ROOT/${name}","found":"${mode}` }),
    }),
  ),
  {
    name: 'a link is where it leads, and the second folder is what everybody writes',
    host: rocky9,
    ...tomcatState({
      files: {
        'webapps/ROOT/files': { type: 'dir', mode: '0777', linkTarget: '/srv/f' },
        'webapps/ROOT/upload': { type: 'dir', mode: '0770' },
        'webapps/ROOT/uploads': { type: 'dir', mode: '0777' },
      },
      apps: { ROOT: null },
      notes: [
        ['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/files'],
        ['link', '/opt/tomcat/webapps/ROOT/files'],
        ['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/upload'],
        ['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/uploads'],
        ['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/gone'],
      ],
    }),
    expect: 'fail',
    because: 'the folder of uploads /opt/tomcat/webapps/ROOT/uploads (0777)',
  },
  ...(
    [
      ['/opt/tomcat/webapps', 'fail'],
      ['/opt/tomcat/webapps/shop/up', 'fail'],
      ['webapps/shop', 'fail'],
      ['/opt/tomcat/webapps2', 'manual'],
      ['/srv/up', 'manual'],
      ['${up.dir}', 'manual'],
    ] as const
  ).map(
    ([place, expect]): HostCase => ({
      name: `multipart-config into ${place}`,
      host: debian12,
      ...tomcatState({
        apps: {
          ROOT: `<web-app><servlet><servlet-name>u</servlet-name><servlet-class>a.U</servlet-class><multipart-config><location>${place}</location></multipart-config></servlet></web-app>`,
        },
      }),
      expect,
      because: `u: ${place}","expected":"outside the web path"`,
      hides: ['an application of its own'],
    }),
  ),
  {
    name: 'an application below a folder of its own',
    host: rocky9,
    ...tomcatState({
      apps: {},
      files: {
        '/srv/app/WEB-INF/web.xml':
          '<web-app><servlet><servlet-name>u</servlet-name><servlet-class>a.U</servlet-class><multipart-config><location>/srv/app/up</location></multipart-config></servlet></web-app>',
      },
      notes: [['app', '/opt/tomcat', '/srv/app']],
    }),
    expect: 'fail',
  },
  ...['docs', 'examples', 'manager', 'host-manager'].map(
    (name): HostCase => ({
      name: `${name} takes none of its own`,
      host: al2,
      ...tomcatState({ apps: { [name]: null } }),
      expect: 'pass',
      because: '1 applications looked at',
      shows: ['no application beyond those of the installation'],
    }),
  ),
  ...['docs2', 'mydocs'].map(
    (name): HostCase => ({
      name: `${name} is one of its own`,
      host: al2,
      ...tomcatState({ apps: { [name]: null } }),
      expect: 'manual',
      because: `webapps/${name}","found":"an application of its own"`,
    }),
  ),
];
