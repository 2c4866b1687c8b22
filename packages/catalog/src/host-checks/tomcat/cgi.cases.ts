// Cases of tomcat.cgi.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { servletXml, tomcats, tomcatState, tomcatUnused, webXml } from '../tomcat-host.ts';

export const cgiCases: readonly HostCase[] = [
  { name: 'stock', host: al2, ...tomcatState(), expect: 'pass', because: 'no CGIServlet' },
  {
    name: 'commented, as it ships',
    host: rocky9,
    ...tomcatState({
      web: webXml('<!-- ' + servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet', {}, '/cgi-bin/*') + ' -->'),
    }),
    expect: 'pass',
    trap: 'WEB: XML comments in web.xml',
  },
  {
    name: 'declared and not mapped',
    host: rocky9,
    ...tomcatState({ web: webXml(servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet')) }),
    expect: 'pass',
    because: 'not mapped',
  },
  {
    name: 'mapped for every folder',
    host: ubuntu22,
    ...tomcatState({ web: webXml(servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet', {}, '/cgi-bin/*')) }),
    expect: 'fail',
    because: 'any folder',
  },
  {
    name: 'a prefix that is the whole application',
    host: ubuntu22,
    ...tomcatState({
      web: webXml(servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet', { cgiPathPrefix: './' }, '/cgi-bin/*')),
    }),
    expect: 'fail',
  },
  {
    name: 'bounded to a folder',
    host: debian12,
    ...tomcatState({
      web: webXml(
        servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet', { cgiPathPrefix: 'WEB-INF/cgi' }, '/cgi-bin/*'),
      ),
    }),
    expect: 'pass',
    because: 'bounded',
  },
  {
    name: 'bounded, with arguments of requests',
    host: debian12,
    ...tomcatState({
      web: webXml(
        servletXml(
          'cgi',
          'org.apache.catalina.servlets.CGIServlet',
          { cgiPathPrefix: 'WEB-INF/cgi', enableCmdLineArguments: 'true' },
          '/cgi-bin/*',
        ),
      ),
    }),
    expect: 'fail',
    because: 'arguments',
  },
  {
    name: 'declared everywhere, mapped by an application',
    host: rocky8,
    ...tomcatState({
      web: webXml(servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet')),
      apps: {
        shop: '<web-app><servlet-mapping><servlet-name>cgi</servlet-name><url-pattern>/run/*</url-pattern></servlet-mapping></web-app>',
      },
    }),
    expect: 'fail',
    because: '/run/*',
    trap: 'an application maps a servlet of conf/web.xml',
  },
  {
    name: 'in an application',
    host: al2023,
    ...tomcatState({
      apps: {
        shop: '<web-app>' + servletXml('run', 'org.apache.catalina.servlets.CGIServlet', {}, '/run/*') + '</web-app>',
      },
    }),
    expect: 'fail',
    because: 'shop',
  },
  {
    name: 'disabled',
    host: al2023,
    ...tomcatState({
      web: webXml(
        servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet', {}, '/cgi-bin/*').replace(
          '</servlet>',
          '<enabled>false</enabled></servlet>',
        ),
      ),
    }),
    expect: 'pass',
  },
  {
    name: 'a prefix that a property names',
    host: ubuntu24,
    ...tomcatState({
      web: webXml(
        servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet', { cgiPathPrefix: '${cgi}' }, '/cgi-bin/*'),
      ),
    }),
    expect: 'manual',
  },
  {
    name: 'an archive that was not unpacked',
    host: ubuntu24,
    ...tomcatState({ files: { 'webapps/shop.war': '' } }),
    expect: 'manual',
  },
  {
    name: 'of two instances',
    host: rocky9,
    ...tomcats(
      tomcatState({ base: '/opt/a' }),
      tomcatState({
        base: '/opt/b',
        web: webXml(servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet', {}, '/cgi-bin/*')),
      }),
    ),
    expect: 'fail',
    because: '/opt/b',
  },
  { name: 'not readable', host: rocky9, ...tomcatState({ web: 'unreadable' }), expect: 'unknown' },

  ...tomcatUnused(al2023, image(debian12)),
  {
    name: 'its parameters are shown',
    host: rocky9,
    ...tomcatState({
      web: webXml(
        servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet', { cgiPathPrefix: 'WEB-INF/cgi' }, '/c/*'),
      ),
    }),
    expect: 'pass',
    because: 'cgiPathPrefix=WEB-INF/cgi',
  },
];
