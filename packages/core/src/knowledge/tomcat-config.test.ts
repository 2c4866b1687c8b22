// server.xml: what it declares, what `${…}` leaves open, and what holds where nothing is written.
import { describe, expect, it } from 'vitest';
import { classOf, isOpenValue, tomcatBuiltIns, tomcatFlag, tomcatRelease, tomcatServer } from './tomcat-config.ts';
import { xmlRead } from './xml.ts';

function server(text: string) {
  const read = xmlRead({ path: '/s.xml', lines: text.split('\n') });
  if ('fault' in read) throw new Error(read.fault);
  return tomcatServer(read.root);
}

it('names connectors, hosts and realms of every service and engine', () => {
  const model = server(`<Server>
<Service name="a"><Connector port="80"/><Connector port="8009" protocol="AJP/1.3" address="::1"/>
 <Engine><Realm className="org.apache.catalina.realm.LockOutRealm"><Realm className="x.JNDIRealm"/></Realm>
  <Valve className="a.B"/><Host name="one" appBase="/srv"><Context path="/x"/><Valve className="c.D"/></Host><Host/></Engine></Service>
<Service name="b"><Connector port="81" protocol="org.apache.coyote.ajp.AjpNioProtocol"/></Service>
<!-- <Service><Connector port="82"/></Service> -->
</Server>`);
  expect(model?.connectors.map(({ name, ajp, source }) => [name, ajp, source])).toEqual([
    ['80', false, '/s.xml:2'],
    ['::1:8009', true, '/s.xml:2'],
    ['81', true, '/s.xml:5'],
  ]);
  expect(
    model?.hosts.map(({ name, appBase, contexts, valves }) => [name, appBase, contexts.length, valves.length]),
  ).toEqual([
    ['one', '/srv', 1, 1],
    ['?', 'webapps', 0, 0],
  ]);
  expect(model?.realms.map(({ attributes }) => attributes.get('className'))).toEqual(['x.JNDIRealm']);
});

it('takes classes and protocols for what they are', () => {
  const model = server(`<Server><Service><Connector/><Connector port="1" protocol="xAJP/1.3"/>
<Connector port="2" protocol="AJP/1.3x"/><Connector port="3" protocol="x.org.apache.coyote.ajp.A"/>
<Engine><Realm className="x.abc.LockOutRealmOfOurs"/><Realm/></Engine></Service></Server>`);
  expect(model?.connectors.map(({ name, ajp }) => [name, ajp])).toEqual([
    ['?', false],
    ['1', false],
    ['2', false],
    ['3', false],
  ]);
  expect(model?.realms.map(classOf)).toEqual(['LockOutRealmOfOurs', '']);
  expect([tomcatFlag(null, true), tomcatFlag(undefined, false)]).toEqual([true, false]);
  expect(tomcatRelease('10.12.345-x')).toEqual([10, 12, 345]);
});

it('knows no other document for a server.xml', () => expect(server('<Context/>')).toBeNull());

it.each([
  ['true', false, true],
  [' TRUE ', false, true],
  ['yes', true, false],
  ['', true, false],
  [undefined, true, true],
  ['${x}', false, null],
  ['masked', false, null],
])('reads the flag %j', (value, builtIn, flag) => expect(tomcatFlag(value, builtIn)).toBe(flag));

it('tells what no file says', () => {
  expect([isOpenValue('a${b}'), isOpenValue('masked'), isOpenValue('a'), isOpenValue('$5')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('versions', () => {
  it.each([
    ['9.0.98.0', [9, 0, 98]],
    ['10.1.60-1~deb12u1', [10, 1, 60]],
    ['11.0', [11, 0, 0]],
    ['', null],
    ['x9.0', null],
  ])('reads %j', (version, release) => expect(tomcatRelease(version)).toEqual(release));

  it.each([
    ['7.0.109', 'Apache-Coyote/1.1', -1, '2021-03-31'],
    ['7.0.62', 'Apache-Coyote/1.1', 0, '2021-03-31'],
    ['7.0.63', 'Apache-Coyote/1.1', -1, '2021-03-31'],
    ['7.1.0', 'Apache-Coyote/1.1', 0, null],
    ['8.0.24', 'Apache-Coyote/1.1', -1, '2018-06-30'],
    ['8.5.20', null, -1, '2024-03-31'],
    ['5.5.36', 'Apache-Coyote/1.1', 0, '2012-09-30'],
    ['6.0.53', 'Apache-Coyote/1.1', 0, '2016-12-31'],
    ['8.0.53', 'Apache-Coyote/1.1', -1, '2018-06-30'],
    ['8.0.20', 'Apache-Coyote/1.1', 0, '2018-06-30'],
    ['8.5.100', null, -1, '2024-03-31'],
    ['9.0.98', null, -1, null],
    ['10.0.27', null, -1, '2022-10-31'],
    ['10.1.34', null, -1, null],
    ['11.0.2', null, -1, null],
    ['4.1.40', 'Apache-Coyote/1.1', 0, 'years ago'],
    ['', null, -1, null],
  ])('knows what is built into %j', (version, serverHeader, postUnlimitedFrom, endOfLife) =>
    expect(tomcatBuiltIns(version)).toMatchObject({ serverHeader, postUnlimitedFrom, endOfLife }),
  );
});
