// Cases of tomcat.directory-listing.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { servletXml, tomcatState, tomcatUnused, webXml } from '../tomcat-host.ts';

export const directoryListingCases: readonly HostCase[] = [
  { name: 'stock', host: al2, ...tomcatState(), expect: 'pass', because: 'listings false' },
  { name: 'on', host: rocky9, ...tomcatState({ web: webXml('', 'true') }), expect: 'fail', because: 'listings true' },
  { name: 'capitals and blanks', host: rocky9, ...tomcatState({ web: webXml('', '  TRUE ') }), expect: 'fail' },
  {
    name: 'the parameter is absent',
    host: ubuntu22,
    ...tomcatState({
      web: '<web-app>' + servletXml('default', 'org.apache.catalina.servlets.DefaultServlet', {}, '/') + '</web-app>',
    }),
    expect: 'pass',
    because: 'built-in false',
    trap: 'absent is a value',
  },
  {
    name: 'the second of two values counts for nothing',
    host: ubuntu22,
    ...tomcatState({
      web: '<web-app><servlet><servlet-name>default</servlet-name><servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class><init-param><param-name>listings</param-name><param-value>false</param-value></init-param><init-param><param-name>listings</param-name><param-value>true</param-value></init-param></servlet></web-app>',
    }),
    expect: 'pass',
    trap: 'the first of a repeated parameter holds',
  },
  {
    name: 'a commented true beside a live false',
    host: debian12,
    ...tomcatState({ web: webXml('<!-- <param-name>listings</param-name><param-value>true</param-value> -->') }),
    expect: 'pass',
    trap: 'WEB: XML comments in web.xml',
  },
  {
    name: 'a commented false beside a live true',
    host: debian12,
    ...tomcatState({ web: webXml('<!-- <param-value>false</param-value> -->', 'true') }),
    expect: 'fail',
    trap: 'WEB: XML comments in web.xml',
  },
  {
    name: 'listings of another servlet',
    host: rocky8,
    ...tomcatState({ web: webXml(servletXml('other', 'com.example.Other', { listings: 'true' }, '/o')) }),
    expect: 'pass',
  },
  {
    name: 'an application turns it on',
    host: rocky8,
    ...tomcatState({
      apps: {
        shop:
          '<web-app>' +
          servletXml('default', 'org.apache.catalina.servlets.DefaultServlet', { listings: 'true' }) +
          '</web-app>',
      },
    }),
    expect: 'fail',
    because: 'shop',
    trap: 'an application has a web.xml of its own',
  },
  {
    name: 'under another name',
    host: al2023,
    ...tomcatState({
      apps: {
        shop:
          '<web-app>' +
          servletXml('files', 'org.apache.catalina.servlets.DefaultServlet', { listings: 'true' }, '/files/*') +
          '</web-app>',
      },
    }),
    expect: 'fail',
    because: 'files',
  },
  {
    name: 'WebDAV lists too',
    host: al2023,
    ...tomcatState({
      apps: {
        dav:
          '<web-app>' +
          servletXml('dav', 'org.apache.catalina.servlets.WebdavServlet', { listings: 'true' }, '/*') +
          '</web-app>',
      },
    }),
    expect: 'fail',
    because: 'dav',
  },
  {
    name: 'a prefix of the namespace',
    host: ubuntu24,
    ...tomcatState({
      web: '<j:web-app xmlns:j="x"><j:servlet><j:servlet-name>default</j:servlet-name><j:servlet-class>org.apache.catalina.servlets.DefaultServlet</j:servlet-class><j:init-param><j:param-name>listings</j:param-name><j:param-value>true</j:param-value></j:init-param></j:servlet></j:web-app>',
    }),
    expect: 'fail',
  },
  {
    name: 'a value that a property decides',
    host: ubuntu24,
    ...tomcatState({ web: webXml('', '${site.listings}') }),
    expect: 'manual',
  },
  {
    name: 'an archive that was not unpacked',
    host: ubuntu20,
    ...tomcatState({ files: { 'webapps/shop.war': '' } }),
    expect: 'manual',
    because: 'shop.war',
  },
  {
    name: 'an archive beside its folder',
    host: ubuntu20,
    ...tomcatState({ apps: { shop: null }, files: { 'webapps/shop.war': '' } }),
    expect: 'pass',
  },
  {
    name: 'no conf/web.xml has no servlet that lists',
    host: ubuntu20,
    ...tomcatState({ web: 'absent' }),
    expect: 'pass',
  },
  {
    name: 'the home says no, the base says yes',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      web: webXml('', 'true'),
      files: { '/usr/share/tomcat10/conf/web.xml': webXml() },
    }),
    expect: 'fail',
    because: '/var/lib/tomcat10',
    trap: 'WEB: CATALINA_BASE can differ from CATALINA_HOME',
  },
  { name: 'conf/web.xml that cannot be read', host: rocky9, ...tomcatState({ web: 'unreadable' }), expect: 'unknown' },
  {
    name: 'an application that cannot be parsed',
    host: rocky9,
    ...tomcatState({ apps: { shop: '<web-app><servlet></web-app>' } }),
    expect: 'unknown',
  },
  {
    name: 'webapps that cannot be listed',
    host: rocky9,
    ...tomcatState({ files: { webapps: 'unreadable' } }),
    expect: 'unknown',
  },

  ...tomcatUnused(al2023, image(debian12)),
  ...['org.example.MyDefaultServlet', 'org.example.DefaultServlets', 'org.apache.catalina.servlets.DefaultServlet'].map(
    (className): HostCase => ({
      name: `${className} of an application that does not map it`,
      host: rocky9,
      ...tomcatState({
        web: '<web-app/>',
        apps: { shop: `<web-app>${servletXml('x', className, { listings: 'true' })}</web-app>` },
      }),
      expect: 'pass',
      because: 'no servlet that lists folders',
    }),
  ),
  {
    name: 'off, and shown',
    host: rocky9,
    ...tomcatState(),
    expect: 'pass',
    because: 'default: listings false',
    hides: ['no servlet that lists folders'],
  },
  ...['org.example.MyDefaultServlet', 'org.example.DefaultServlets'].map(
    (className): HostCase => ({
      name: `${className} is another one`,
      host: rocky9,
      ...tomcatState({
        apps: { shop: `<web-app>${servletXml('x', className, { listings: 'true' }, '/x/*')}</web-app>` },
      }),
      expect: 'pass',
    }),
  ),
];
