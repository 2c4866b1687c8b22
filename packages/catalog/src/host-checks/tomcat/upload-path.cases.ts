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
];
