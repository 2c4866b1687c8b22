// Servlets with every mapping that reaches them, links that contexts allow, and what of it is shown.
import { expect, it } from 'vitest';
import { serverXml, servletXml, webXml } from '../host-checks/tomcat-host.ts';
import { contextElements, contextProofs, tomcatLinking } from './tomcat-linking.ts';
import { declaredServlets, packedProofs, servletClass, servletProof, webFiles } from './tomcat-web.ts';
import { tomcatInstance } from './testing/web-hosts.ts';

const shop = tomcatInstance({
  web: webXml(
    `${servletXml('cgi', 'org.apache.catalina.servlets.CGIServlet', {}, '/cgi-bin/*')}<servlet><servlet-name>off</servlet-name><servlet-class>a.Off</servlet-class><enabled>false</enabled></servlet>`,
  ),
  apps: {
    shop: `<web-app>${servletXml('cart', 'com.example.Cart', {}, '/cart')}${servletXml('idle', 'Idle')}<servlet-mapping><servlet-name>cgi</servlet-name><url-pattern>/own/*</url-pattern></servlet-mapping></web-app>`,
  },
});

it('gives a servlet of every application the mappings of all, and one of an application its own', () => {
  expect(webFiles(shop)).toHaveLength(2);
  expect(webFiles({ ...shop, defaults: null })).toHaveLength(1);
  expect(
    declaredServlets(shop).map(({ servlet, everywhere, patterns }) => [servlet.name, everywhere, ...patterns]),
  ).toEqual([
    ['default', true, '/'],
    ['jsp', true, '*.jsp', '*.jspx'],
    ['cgi', true, '/cgi-bin/*', '/own/*'],
    ['cart', false, '/cart'],
    ['idle', false],
  ]);
});

it('shows a servlet with its mappings, the first five of them', () => {
  const [, jsp, , cart, idle] = declaredServlets(shop);
  if (!jsp || !cart || !idle) throw new Error('no servlets');
  expect(servletProof(jsp)).toStrictEqual({
    source: '/opt/tomcat/conf/web.xml:4',
    found: 'jsp (org.apache.jasper.servlet.JspServlet) mapped to *.jsp *.jspx',
  });
  expect(servletProof(idle, 'none')).toMatchObject({ found: 'idle (Idle) not mapped', expected: 'none' });
  expect(servletProof({ ...cart, patterns: ['/1', '/2', '/3', '/4', '/5', '/6'] }).found).toMatch(/ \/4 \/5$/);
  expect([servletClass(cart.servlet), servletClass(idle.servlet)]).toEqual(['Cart', 'Idle']);
});

it('tells of archives that nobody looked into', () => {
  expect(packedProofs({ ...shop, packed: ['/a.war', '/b.war'] }).map(({ source }) => source)).toEqual([
    '/a.war',
    '/b.war',
  ]);
});

it('finds where links are allowed, on a context or its resources, and nowhere else', () => {
  const server = serverXml({
    within:
      '<Context path="/a" allowLinking="true"><Valve allowLinking="true"/></Context><Context path="/b"><Resources allowLinking="false"/></Context>',
  });
  const linked = tomcatInstance({ server, context: '<Context><Resources allowLinking="${links}"/></Context>' });
  expect(tomcatLinking(linked).map(({ allowed, proof }) => [allowed, proof.source, proof.found])).toEqual([
    [true, '/opt/tomcat/conf/server.xml:14', 'Context allowLinking=true'],
    [false, '/opt/tomcat/conf/server.xml:14', 'Resources allowLinking=false'],
    [null, '/opt/tomcat/conf/context.xml:1', 'Resources allowLinking=${links}'],
  ]);
  expect(contextElements({ ...linked, server: null })).toHaveLength(1);
  expect(contextProofs(tomcatInstance())).toEqual([
    { source: '/opt/tomcat/conf/context.xml:1', found: 'Context without allowLinking (built-in false)' },
  ]);
});
