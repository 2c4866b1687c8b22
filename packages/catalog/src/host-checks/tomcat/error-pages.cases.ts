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
];
