// Connectors, hosts and valves of server.xml, and none of them where it was not asked for.
import { classOf } from '@bongsu/core';
import { expect, it } from 'vitest';
import { serverXml } from '../host-checks/tomcat-host.ts';
import { tomcatInstance } from './testing/web-hosts.ts';
import { connectorsOf, documentsOf, hostsOf, valvesOf } from './tomcat-server.ts';

const instance = tomcatInstance({
  server: serverXml({ engine: '<Valve className="a.Outer"/><Listener className="a.Listener"/>' }),
});

it('finds them', () => {
  expect(connectorsOf(instance).map(({ name }) => name)).toEqual(['8080']);
  expect(hostsOf(instance).map(({ name }) => name)).toEqual(['localhost']);
  expect(documentsOf(instance).map(({ path, element }) => [path, element.name])).toEqual([
    ['/opt/tomcat/conf/server.xml', 'Server'],
    ['/opt/tomcat/conf/context.xml', 'Context'],
  ]);
  expect(hostsOf(instance).flatMap(valvesOf).map(classOf)).toEqual(['AccessLogValve', 'Outer']);
});

it('finds none where the file was not asked for', () => {
  expect(connectorsOf({ ...instance, server: null })).toEqual([]);
  expect(hostsOf({ ...instance, server: null })).toEqual([]);
  expect(documentsOf({ ...instance, server: null }).map(({ path }) => path)).toEqual(['/opt/tomcat/conf/context.xml']);
});
