// Cases of tomcat.error-pages.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { serverXml, servletXml, tomcats, tomcatState, tomcatUnused, webXml } from '../tomcat-host.ts';

export const errorPagesCases: readonly HostCase[] = [
  { name: 'stock', host: al2, ...tomcatState({ apps: { ROOT: null } }), expect: 'fail', because: 'no error-page' },
  {
    name: 'for every application',
    host: rocky9,
    ...tomcatState({
      web: webXml(
        '<error-page><error-code>403</error-code><location>/e.html</location></error-page><error-page><error-code>404</error-code><location>/e.html</location></error-page><error-page><error-code>500</error-code><location>/e.html</location></error-page>',
      ),
      apps: { shop: null },
    }),
    expect: 'pass',
  },
  {
    name: 'one of the codes is missing',
    host: rocky9,
    ...tomcatState({
      web: webXml(
        '<error-page><error-code>404</error-code><location>/e.html</location></error-page><error-page><error-code>500</error-code><location>/e.html</location></error-page>',
      ),
      apps: { shop: null },
    }),
    expect: 'fail',
    because: '403',
  },
  {
    name: 'an exception ends as 500',
    host: ubuntu22,
    ...tomcatState({
      web: webXml(
        '<error-page><error-code>403</error-code><location>/e.html</location></error-page><error-page><error-code>404</error-code><location>/e.html</location></error-page><error-page><exception-type>java.lang.Throwable</exception-type><location>/e.html</location></error-page>',
      ),
    }),
    expect: 'pass',
  },
  {
    name: 'one page for every error',
    host: ubuntu22,
    ...tomcatState({ web: webXml('<error-page><location>/e.html</location></error-page>') }),
    expect: 'pass',
    because: 'of every error',
  },
  {
    name: 'commented',
    host: debian12,
    ...tomcatState({
      web: webXml(
        '<!-- <error-page><error-code>403</error-code><location>/e.html</location></error-page><error-page><error-code>404</error-code><location>/e.html</location></error-page><error-page><error-code>500</error-code><location>/e.html</location></error-page> -->',
      ),
      apps: { ROOT: null },
    }),
    expect: 'fail',
    trap: 'WEB: XML comments in web.xml',
  },
  {
    name: 'of the application',
    host: debian12,
    ...tomcatState({
      apps: {
        shop: '<web-app><error-page><error-code>403</error-code><location>/e.html</location></error-page><error-page><error-code>404</error-code><location>/e.html</location></error-page><error-page><error-code>500</error-code><location>/e.html</location></error-page></web-app>',
      },
    }),
    expect: 'pass',
  },
  {
    name: 'together with those of every application',
    host: rocky8,
    ...tomcatState({
      web: webXml('<error-page><error-code>500</error-code><location>/e.html</location></error-page>'),
      apps: {
        shop: '<web-app><error-page><error-code>403</error-code><location>/e.html</location></error-page><error-page><error-code>404</error-code><location>/e.html</location></error-page></web-app>',
      },
    }),
    expect: 'pass',
  },
  {
    name: 'one application without',
    host: rocky8,
    ...tomcatState({
      apps: {
        shop: '<web-app><error-page><error-code>403</error-code><location>/e.html</location></error-page><error-page><error-code>404</error-code><location>/e.html</location></error-page><error-page><error-code>500</error-code><location>/e.html</location></error-page></web-app>',
        blog: '<web-app/>',
      },
    }),
    expect: 'fail',
    because: 'blog',
  },
  {
    name: 'an application with code of its own may set them itself',
    host: al2023,
    ...tomcatState({
      apps: { shop: '<web-app>' + servletXml('d', 'com.example.DispatcherServlet', {}, '/') + '</web-app>' },
    }),
    expect: 'manual',
    because: 'in code',
    trap: 'WEB-22 may be set by the application',
  },
  {
    name: 'an application without web.xml is code',
    host: al2023,
    ...tomcatState({ apps: { shop: null }, files: { 'webapps/shop/WEB-INF': { type: 'dir', mode: '0750' } } }),
    expect: 'manual',
    trap: 'WEB-22 may be set by the application',
  },
  {
    name: 'files of the valve',
    host: ubuntu24,
    ...tomcatState({
      server: serverXml({
        within: '<Valve className="org.apache.catalina.valves.ErrorReportValve" errorCode.0="e.html"/>',
      }),
      apps: { ROOT: null },
    }),
    expect: 'pass',
    because: 'ErrorReportValve',
  },
  {
    name: 'a page without a place',
    host: ubuntu24,
    ...tomcatState({ web: webXml('<error-page><error-code>404</error-code></error-page>'), apps: { ROOT: null } }),
    expect: 'fail',
  },
  {
    name: 'other codes',
    host: ubuntu24,
    ...tomcatState({
      web: webXml('<error-page><error-code>404</error-code><location>/e.html</location></error-page>'),
      apps: { ROOT: null },
    }),
    expect: 'pass',
    parameters: { codes: ['404'] },
  },
  { name: 'no application at all', host: ubuntu20, ...tomcatState(), expect: 'fail' },
  { name: 'an archive alone', host: ubuntu20, ...tomcatState({ files: { 'webapps/shop.war': '' } }), expect: 'manual' },
  {
    name: 'of two instances',
    host: rocky9,
    ...tomcats(
      tomcatState({
        base: '/opt/a',
        web: webXml(
          '<error-page><error-code>403</error-code><location>/e.html</location></error-page><error-page><error-code>404</error-code><location>/e.html</location></error-page><error-page><error-code>500</error-code><location>/e.html</location></error-page>',
        ),
      }),
      tomcatState({ base: '/opt/b', apps: { ROOT: null } }),
    ),
    expect: 'fail',
    because: '/opt/b',
  },
  { name: 'not readable', host: rocky9, ...tomcatState({ web: 'unreadable' }), expect: 'unknown' },

  ...tomcatUnused(al2023, image(debian12)),
  ...(
    [
      [
        '<error-page><error-code>404</error-code><location>/e</location></error-page><error-page><exception-type>java.lang.Throwable</exception-type><location>/t</location></error-page>',
        'pass',
        'error-page java.lang.Throwable /t',
      ],
      [
        '<error-page><error-code>404</error-code><location>/e</location></error-page><error-page><exception-type>java.lang.Exception</exception-type><location>/t</location></error-page>',
        'pass',
        'error-page 404 /e',
      ],
      [
        '<error-page><error-code>404</error-code><location>/e</location></error-page><error-page><exception-type>java.io.IOException</exception-type><location>/t</location></error-page>',
        'fail',
        'no error-page for 500"',
      ],
      [
        '<error-page><exception-type>java.lang.Throwable</exception-type><location>/t</location></error-page>',
        'fail',
        'no error-page for 404"',
      ],
      ['<error-page><location>/all</location></error-page>', 'pass', 'error-page of every error /all'],
      ['<error-page><location></location></error-page>', 'fail', 'no error-page for 404, 500"'],
    ] as const
  ).map(
    ([pages, expect, because]): HostCase => ({
      name: pages.replaceAll(/<[^>]*>/g, ' ').trim() || 'a page without a place',
      host: debian12,
      ...tomcatState({ web: webXml(pages), apps: { ROOT: null } }),
      parameters: { codes: ['404', '500'] },
      expect,
      because,
    }),
  ),
  ...(
    [
      [{ within: '<Valve className="org.apache.catalina.valves.ErrorReportValve" errorCode.0="e.html"/>' }, 'pass'],
      [
        {
          engine:
            '<Valve className="org.apache.catalina.valves.ErrorReportValve" errorCode.404="e.html" errorCode.500="e.html"/>',
        },
        'pass',
      ],
      [{ engine: '<Valve className="org.apache.catalina.valves.ErrorReportValve" errorCode.404="e.html"/>' }, 'fail'],
      [{ engine: '<Valve className="org.apache.catalina.valves.ErrorReportValve" showReport="false"/>' }, 'fail'],
      [{ engine: '<Valve className="a.OtherValve" errorCode.0="e.html"/>' }, 'fail'],
      [{ engine: '<Listener className="a.ErrorReportValve" errorCode.0="e.html"/>' }, 'fail'],
      [{ engine: '<Host name="b"/>', within: '<Valve className="a.ErrorReportValve" errorCode.0="e.html"/>' }, 'fail'],
    ] as const
  ).map(
    ([more, expect]): HostCase => ({
      name: `by a valve: ${JSON.stringify(more)}`,
      host: ubuntu22,
      ...tomcatState({ server: serverXml(more), apps: { ROOT: null } }),
      parameters: { codes: ['404', '500'] },
      expect,
      ...(expect === 'pass' ? { because: 'ErrorReportValve with files for the codes' } : {}),
    }),
  ),
  {
    name: 'server.xml without a host',
    host: rocky9,
    ...tomcatState({ server: '<Server><Service><Engine/></Service></Server>', apps: { ROOT: null } }),
    expect: 'fail',
  },
  {
    name: 'pages of one application, for codes that another lacks',
    host: rocky9,
    ...tomcatState({
      apps: {
        shop: '<web-app><error-page><location>/e</location></error-page></web-app>',
        blog: `<web-app>${servletXml('a', 'org.apache.catalina.servlets.DefaultServlet')}${servletXml('b', 'com.example.Blog')}</web-app>`,
        bare: `<web-app>${servletXml('a', 'org.apache.catalina.servlets.DefaultServlet')}<servlet><servlet-name>j</servlet-name><jsp-file>/j.jsp</jsp-file></servlet></web-app>`,
      },
    }),
    parameters: { codes: ['404'] },
    expect: 'fail',
    because: 'of their own: bare"',
    shows: ['"/opt/tomcat/webapps/blog","found":"no error-page for 404"', 'error-page of every error /e'],
    hides: ['"/opt/tomcat/webapps/shop"'],
  },
  {
    name: 'code of its own may set pages',
    host: rocky9,
    ...tomcatState({ apps: { blog: `<web-app>${servletXml('b', 'com.example.Blog')}</web-app>` } }),
    expect: 'manual',
  },
  {
    name: 'an application of which no WEB-INF was seen',
    host: rocky9,
    ...tomcatState({ apps: {}, notes: [['app', '/opt/tomcat', '/opt/tomcat/webapps/x']] }),
    expect: 'fail',
    because: 'of their own: x"',
  },
  {
    name: 'code of its own beside a descriptor of Tomcat alone',
    host: rocky9,
    ...tomcatState({
      apps: { blog: `<web-app>${servletXml('b', 'com.example.Blog')}</web-app>` },
      files: { 'webapps/blog/WEB-INF/tomcat-web.xml': '<web-app/>' },
    }),
    expect: 'manual',
  },
];
