// web.xml and tomcat-users.xml: what they declare, and what a comment or a disabled servlet does not.
import { expect, it } from 'vitest';
import { tomcatUsers, webApp } from './tomcat-web.ts';
import { xmlRead } from './xml.ts';

function root(text: string) {
  const read = xmlRead({ path: '/w.xml', lines: text.split('\n') });
  if ('fault' in read) throw new Error(read.fault);
  return read.root;
}

it('reads servlets, mappings, filters, error pages and constraints', () => {
  const app = webApp(
    root(`<web-app>
<servlet><servlet-name> a </servlet-name><servlet-class>
  x.A
</servlet-class><init-param><param-name>k</param-name><param-value>1</param-value></init-param>
<init-param><param-name>k</param-name><param-value>2</param-value></init-param></servlet>
<servlet><servlet-name>b</servlet-name><jsp-file>/b.jsp</jsp-file><enabled>FALSE</enabled><multipart-config><location/><max-file-size>-1</max-file-size><max-request-size>5</max-request-size></multipart-config></servlet>
<servlet-mapping><servlet-name>a</servlet-name><url-pattern>/a</url-pattern><url-pattern>*.a</url-pattern></servlet-mapping>
<servlet-mapping><servlet-name>a</servlet-name><url-pattern>/z</url-pattern></servlet-mapping>
<filter><filter-name>f</filter-name><filter-class>x.F</filter-class></filter>
<filter><filter-name>g</filter-name><filter-class>x.G</filter-class></filter>
<filter-mapping><filter-name>f</filter-name><url-pattern>/*</url-pattern></filter-mapping>
<error-page><error-code>404</error-code><location>/e</location></error-page><error-page><location>/all</location></error-page>
<security-constraint><auth-constraint><role-name>ops</role-name></auth-constraint></security-constraint>
<context-param><param-name>savePath</param-name><param-value>/srv/up</param-value></context-param>
<!-- <servlet><servlet-name>c</servlet-name></servlet> -->
</web-app>`),
  );
  const [a, b, ...rest] = app?.servlets ?? [];
  expect([a?.name, a?.className, a?.source, a?.enabled, a?.parameters.get('k')?.value, a?.patterns]).toEqual([
    'a',
    'x.A',
    '/w.xml:2',
    true,
    '1',
    ['/a', '*.a', '/z'],
  ]);
  expect([b?.enabled, b?.multipart, rest.length]).toEqual([
    false,
    { source: '/w.xml:6', location: null, fileBytesMax: null, requestBytesMax: 5 },
    0,
  ]);
  expect(app?.filters.map(({ name, mapped }) => [name, mapped])).toEqual([
    ['f', true],
    ['g', false],
  ]);
  expect(app?.errorPages.map(({ of, location }) => [of, location])).toEqual([
    ['404', '/e'],
    ['', '/all'],
  ]);
  expect([app?.roles, app?.uploads.map(({ value }) => value)]).toEqual([['ops'], ['/srv/up']]);
});

it('knows no other document for a web.xml', () => expect(webApp(root('<Context/>'))).toBeNull());

it('reads users with the roles of their groups', () => {
  const users = tomcatUsers(
    root(`<tomcat-users><group groupname="g" roles="manager-gui, ops"/>
<user username="kim" password="short" roles="ops" groups="g"/><user name="lee" password="digest"/><!-- <user username="x"/> -->
</tomcat-users>`),
  );
  expect(users).toEqual([
    { name: 'kim', roles: ['ops', 'manager-gui'], password: 'short', source: '/w.xml:2' },
    { name: 'lee', roles: [], password: 'digest', source: '/w.xml:2' },
  ]);
});
