// Cases of tomcat.ssi.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { servletXml, tomcats, tomcatState, tomcatUnused, webXml } from '../tomcat-host.ts';

export const ssiCases: readonly HostCase[] = [
  { name: 'stock', host: al2, ...tomcatState(), expect: 'pass' },
  {
    name: 'commented, as it ships',
    host: rocky9,
    ...tomcatState({
      web: webXml('<!-- ' + servletXml('ssi', 'org.apache.catalina.ssi.SSIServlet', {}, '*.shtml') + ' -->'),
    }),
    expect: 'pass',
    trap: 'WEB: XML comments in web.xml',
  },
  {
    name: 'the servlet',
    host: rocky9,
    ...tomcatState({ web: webXml(servletXml('ssi', 'org.apache.catalina.ssi.SSIServlet', {}, '*.shtml')) }),
    expect: 'fail',
    because: '*.shtml',
  },
  {
    name: 'its class over lines',
    host: ubuntu22,
    ...tomcatState({ web: webXml(servletXml('ssi', '\n   org.apache.catalina.ssi.SSIServlet\n  ', {}, '*.shtml')) }),
    expect: 'fail',
    trap: 'a class written over lines, as it ships',
  },
  {
    name: 'the servlet without a mapping',
    host: ubuntu22,
    ...tomcatState({ web: webXml(servletXml('ssi', 'org.apache.catalina.ssi.SSIServlet')) }),
    expect: 'pass',
    because: 'not mapped',
  },
  {
    name: 'the filter',
    host: debian12,
    ...tomcatState({
      web: webXml(
        '<filter><filter-name>ssi</filter-name><filter-class>org.apache.catalina.ssi.SSIFilter</filter-class></filter><filter-mapping><filter-name>ssi</filter-name><url-pattern>*.shtml</url-pattern></filter-mapping>',
      ),
    }),
    expect: 'fail',
    because: 'filter ssi',
  },
  {
    name: 'the filter without a mapping',
    host: debian12,
    ...tomcatState({
      web: webXml(
        '<filter><filter-name>ssi</filter-name><filter-class>org.apache.catalina.ssi.SSIFilter</filter-class></filter>',
      ),
    }),
    expect: 'pass',
  },
  {
    name: 'in an application',
    host: rocky8,
    ...tomcatState({
      apps: { shop: '<web-app>' + servletXml('s', 'org.apache.catalina.ssi.SSIServlet', {}, '*.shtml') + '</web-app>' },
    }),
    expect: 'fail',
    because: 'shop',
  },
  {
    name: 'declared everywhere, mapped by an application',
    host: rocky8,
    ...tomcatState({
      web: webXml(servletXml('ssi', 'org.apache.catalina.ssi.SSIServlet')),
      apps: {
        shop: '<web-app><servlet-mapping><servlet-name>ssi</servlet-name><url-pattern>*.html</url-pattern></servlet-mapping></web-app>',
      },
    }),
    expect: 'fail',
    because: '*.html',
  },
  {
    name: 'an archive that was not unpacked',
    host: al2023,
    ...tomcatState({ files: { 'webapps/shop.war': '' } }),
    expect: 'manual',
  },
  {
    name: 'of two instances',
    host: ubuntu24,
    ...tomcats(
      tomcatState({ base: '/opt/a' }),
      tomcatState({
        base: '/opt/b',
        web: webXml(
          '<filter><filter-name>ssi</filter-name><filter-class>org.apache.catalina.ssi.SSIFilter</filter-class></filter><filter-mapping><filter-name>ssi</filter-name><url-pattern>*.shtml</url-pattern></filter-mapping>',
        ),
      }),
    ),
    expect: 'fail',
    because: '/opt/b',
  },
  { name: 'not readable', host: rocky9, ...tomcatState({ web: 'unreadable' }), expect: 'unknown' },

  ...tomcatUnused(al2023, image(debian12)),
  {
    name: 'other filters, and nothing of SSI',
    host: rocky9,
    ...tomcatState({
      apps: {
        shop: '<web-app><filter><filter-name>f</filter-name><filter-class>a.OtherFilter</filter-class></filter><filter-mapping><filter-name>f</filter-name><url-pattern>/*</url-pattern></filter-mapping></web-app>',
      },
    }),
    expect: 'pass',
    because: 'no SSIServlet and no SSIFilter in 2 web.xml files',
  },
  {
    name: 'declared and not mapped, beside an archive',
    host: rocky9,
    ...tomcatState({
      web: webXml(servletXml('ssi', 'org.apache.catalina.ssi.SSIServlet')),
      files: { 'webapps/a.war': '' },
    }),
    expect: 'manual',
    because: 'ssi (org.apache.catalina.ssi.SSIServlet) not mapped',
    shows: ['webapps/a.war'],
  },
];
