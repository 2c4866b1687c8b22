// Cases of tomcat.script-mapping.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { servletXml, tomcatState, tomcatUnused, webXml } from '../tomcat-host.ts';

export const scriptMappingCases: readonly HostCase[] = [
  { name: 'stock', host: al2, ...tomcatState(), expect: 'pass' },
  {
    name: 'one more in conf/web.xml',
    host: rocky9,
    ...tomcatState({ web: webXml(servletXml('report', 'com.example.Report', {}, '/report')) }),
    expect: 'manual',
    because: 'Report',
  },
  {
    name: 'commented',
    host: rocky9,
    ...tomcatState({ web: webXml('<!-- ' + servletXml('report', 'com.example.Report', {}, '/report') + ' -->') }),
    expect: 'pass',
    trap: 'WEB: XML comments in web.xml',
  },
  {
    name: 'the invoker',
    host: ubuntu22,
    ...tomcatState({
      web: webXml(servletXml('invoker', 'org.apache.catalina.servlets.InvokerServlet', {}, '/servlet/*')),
    }),
    expect: 'fail',
    because: 'invoker',
  },
  {
    name: 'the invoker in an application',
    host: ubuntu22,
    ...tomcatState({
      apps: {
        old:
          '<web-app>' + servletXml('i', 'org.apache.catalina.servlets.InvokerServlet', {}, '/servlet/*') + '</web-app>',
      },
    }),
    expect: 'fail',
    because: 'old',
  },
  {
    name: 'more endings for pages',
    host: debian12,
    ...tomcatState({
      web: webXml(
        '<servlet-mapping><servlet-name>jsp</servlet-name><url-pattern>*.txt</url-pattern></servlet-mapping>',
      ),
    }),
    expect: 'manual',
    because: '*.txt',
  },
  {
    name: 'a servlet of the application by its path',
    host: debian12,
    ...tomcatState({
      apps: { shop: '<web-app>' + servletXml('cart', 'com.example.Cart', {}, '/cart') + '</web-app>' },
    }),
    expect: 'pass',
    because: 'Cart',
  },
  {
    name: 'an ending of the application',
    host: rocky8,
    ...tomcatState({
      apps: { shop: '<web-app>' + servletXml('do', 'com.example.Dispatcher', {}, '*.do') + '</web-app>' },
    }),
    expect: 'manual',
    because: '*.do',
  },
  {
    name: 'a servlet of Tomcat in an application',
    host: rocky8,
    ...tomcatState({
      apps: {
        shop:
          '<web-app>' + servletXml('dav', 'org.apache.catalina.servlets.WebdavServlet', {}, '/dav/*') + '</web-app>',
      },
    }),
    expect: 'manual',
    because: 'WebdavServlet',
  },
  {
    name: 'declared and not mapped',
    host: al2023,
    ...tomcatState({ web: webXml(servletXml('report', 'com.example.Report')) }),
    expect: 'pass',
  },
  {
    name: 'an archive that was not unpacked',
    host: al2023,
    ...tomcatState({ files: { 'webapps/shop.war': '' } }),
    expect: 'manual',
  },
  { name: 'not readable', host: rocky9, ...tomcatState({ web: 'unreadable' }), expect: 'unknown' },

  ...tomcatUnused(al2023, image(debian12)),
  {
    name: 'nothing is mapped',
    host: rocky9,
    ...tomcatState({ web: '<web-app/>' }),
    expect: 'pass',
    because: 'no mapping',
  },
  ...(
    [
      ['org.apache.catalina.servlets.DefaultServlet', '/a', 'manual'],
      ['org.apache.jasper.servlet.JspServlet', '*.html', 'manual'],
      ['org.apache.catalina.ssi.SSIServlet', '/s', 'manual'],
      ['com.example.Cart', '*.do', 'manual'],
      ['com.example.Cart', '/cart', 'pass'],
      ['com.example.JspServlet', '/cart', 'pass'],
      ['com.org.apache.jasper.Cart', '/cart', 'pass'],
    ] as const
  ).map(
    ([className, pattern, expect]): HostCase => ({
      name: `${className} at ${pattern}, of an application`,
      host: rocky9,
      ...tomcatState({ apps: { shop: `<web-app>${servletXml('x', className, {}, pattern)}</web-app>` } }),
      expect,
      because: `x (${className}) mapped to ${pattern}`,
    }),
  ),
  {
    name: 'the default servlet at one more place, and one with an extension beside a path',
    host: rocky9,
    ...tomcatState({
      web: webXml(
        '<servlet-mapping><servlet-name>default</servlet-name><url-pattern>/files/*</url-pattern></servlet-mapping>',
      ),
      apps: {
        shop: `<web-app>${servletXml('x', 'com.example.X', {}, '/x')}<servlet-mapping><servlet-name>x</servlet-name><url-pattern>*.x</url-pattern></servlet-mapping></web-app>`,
      },
    }),
    expect: 'manual',
    because:
      'mapped to / /files/*"},{"source":"/opt/tomcat/webapps/shop/WEB-INF/web.xml:1","found":"x (com.example.X) mapped to /x *.x"',
  },
  {
    name: 'a servlet for every application that takes the pages of JSP',
    host: rocky9,
    ...tomcatState({ web: webXml(servletXml('x', 'com.example.X', {}, '*.jsp')) }),
    expect: 'manual',
  },
  {
    name: 'a servlet for every application',
    host: rocky9,
    ...tomcatState({ web: webXml(servletXml('x', 'com.example.X', {}, '/x')) }),
    expect: 'manual',
    because: 'x (com.example.X) mapped to /x',
  },
];
