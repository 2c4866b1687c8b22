// Connectors, hosts and valves of server.xml, and none of them where it was not asked for.
import { classOf } from '@bongsu/core';
import { expect, it } from 'vitest';
import { serverXml } from '../host-checks/tomcat-host.ts';
import { tomcatInstance } from './testing/web-hosts.ts';
import { connectorsOf, hostsOf, valvesOf } from './tomcat-server.ts';

const instance = tomcatInstance({
  server: serverXml({ engine: '<Valve className="a.Outer"/><Listener className="a.Listener"/>' }),
});

it('finds them', () => {
  expect(connectorsOf(instance).map(({ name }) => name)).toEqual(['8080']);
  expect(hostsOf(instance).map(({ name }) => name)).toEqual(['localhost']);
  expect(hostsOf(instance).flatMap(valvesOf).map(classOf)).toEqual(['AccessLogValve', 'Outer']);
});

it('finds none where the file was not asked for', () => {
  expect(connectorsOf({ ...instance, server: null })).toEqual([]);
  expect(hostsOf({ ...instance, server: null })).toEqual([]);
});
