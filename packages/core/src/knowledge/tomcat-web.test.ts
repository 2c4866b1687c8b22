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

it('keeps what is left out empty, and mappings to their servlet', () => {
  const app = webApp(
    root(`<web-app>
<servlet/><servlet><servlet-name>b</servlet-name><init-param/>
<init-param><param-name>uploadDir</param-name><param-value>$${'{x}'}/up</param-value></init-param>
<multipart-config><max-file-size>10MB</max-file-size></multipart-config></servlet>
<servlet-mapping/><servlet-mapping><servlet-name>b</servlet-name><url-pattern>/b</url-pattern></servlet-mapping>
<servlet><multipart-config><location>/tmp</location><max-file-size>1048576</max-file-size></multipart-config></servlet>
<filter/><filter><filter-name>f</filter-name><filter-class>x.F</filter-class></filter><filter-mapping/><error-page><exception-type>E</exception-type></error-page><error-page/>
<context-param/><context-param><param-name>other</param-name><param-value>/x</param-value></context-param>
<context-param><param-name>attach</param-name><param-value>x/y</param-value></context-param>
<env-entry><param-name>upload</param-name><param-value>/x</param-value></env-entry>
</web-app>`),
  );
  expect(app?.servlets.map(({ name, className, enabled, patterns }) => [name, className, enabled, patterns])).toEqual([
    ['', '', true, []],
    ['b', '', true, ['/b']],
    ['', '', true, []],
  ]);
  expect(app?.servlets.map(({ parameters }) => [...parameters].map(([key, { value }]) => [key, value]))).toEqual([
    [],
    [
      ['', ''],
      ['uploadDir', '${x}/up'],
    ],
    [],
  ]);
  expect(app?.servlets[2]?.multipart).toMatchObject({ location: '/tmp', fileBytesMax: 1048576 });
  expect(app?.servlets[1]?.multipart).toMatchObject({ location: null, fileBytesMax: null, requestBytesMax: null });
  expect(app?.mappings.map(({ servlet, patterns }) => [servlet, patterns])).toEqual([
    ['', []],
    ['b', ['/b']],
  ]);
  expect(app?.filters.map(({ name, className, mapped }) => [name, className, mapped])).toEqual([
    ['', '', false],
    ['f', 'x.F', false],
  ]);
  expect(app?.errorPages.map(({ of, location }) => [of, location])).toEqual([
    ['E', ''],
    ['', ''],
  ]);
  expect(app?.uploads).toEqual([{ name: 'uploadDir', value: '${x}/up', source: '/w.xml:3' }]);
});

it('gives a user the roles of its groups that there are', () => {
  const users = tomcatUsers(
    root(
      '<x><group roles="lost"/><group groupname="g" roles="a , b"/><user/><user name="u" roles=" b" groups="g,none"/></x>',
    ),
  );
  expect(users.map(({ name, roles, password }) => [name, roles, password])).toEqual([
    ['', [], ''],
    ['u', ['b', 'a'], ''],
  ]);
});
