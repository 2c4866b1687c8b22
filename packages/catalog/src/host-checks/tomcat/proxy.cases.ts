// Cases of tomcat.proxy.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { serverXml, servletXml, tomcats, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const proxyCases: readonly HostCase[] = [
  { name: 'stock', host: al2, ...tomcatState(), expect: 'pass', because: 'without proxyName' },
  {
    name: 'proxyName',
    host: rocky9,
    ...tomcatState({ server: serverXml({ connector: 'proxyName="www.example.com"' }) }),
    expect: 'manual',
    because: 'www.example.com',
  },
  {
    name: 'proxyPort',
    host: rocky9,
    ...tomcatState({ server: serverXml({ connector: 'proxyPort="443"' }) }),
    expect: 'manual',
    because: '443',
  },
  {
    name: 'an AJP connector without a secret',
    host: ubuntu22,
    ...tomcatState({
      server: serverXml({ connectors: '<Connector protocol="AJP/1.3" address="0.0.0.0" port="8009"/>' }),
    }),
    expect: 'manual',
    because: 'without a secret',
  },
  {
    name: 'a commented AJP connector',
    host: ubuntu22,
    ...tomcatState({
      server: serverXml({ connectors: '<!-- <Connector protocol="AJP/1.3" port="8009" proxyName="a"/> -->' }),
    }),
    expect: 'pass',
    trap: 'XML comments in server.xml',
  },
  {
    name: 'a servlet that forwards',
    host: debian12,
    ...tomcatState({
      apps: {
        shop: '<web-app>' + servletXml('p', 'org.mitre.dsmiley.httpproxy.ProxyServlet', {}, '/p/*') + '</web-app>',
      },
    }),
    expect: 'manual',
    because: 'ProxyServlet',
  },
  {
    name: 'a servlet that forwards and is not mapped',
    host: debian12,
    ...tomcatState({
      apps: { shop: '<web-app>' + servletXml('p', 'org.mitre.dsmiley.httpproxy.ProxyServlet') + '</web-app>' },
    }),
    expect: 'pass',
  },
  {
    name: 'the JMX page of the manager is no proxy',
    host: rocky8,
    ...tomcatState({
      apps: {
        manager:
          '<web-app>' +
          servletXml('JMXProxy', 'org.apache.catalina.manager.JMXProxyServlet', {}, '/jmxproxy/*') +
          '</web-app>',
      },
    }),
    expect: 'pass',
    trap: 'a name that only sounds like a proxy',
  },
  {
    name: 'an empty name',
    host: rocky8,
    ...tomcatState({ server: serverXml({ connector: 'proxyName=""' }) }),
    expect: 'pass',
  },
  {
    name: 'of two instances',
    host: al2023,
    ...tomcats(
      tomcatState({ base: '/opt/a' }),
      tomcatState({ base: '/opt/b', server: serverXml({ connector: 'proxyPort="80"' }) }),
    ),
    expect: 'manual',
    because: '/opt/b',
  },
  {
    name: 'server.xml that cannot be read',
    host: rocky9,
    ...tomcatState({ files: { 'conf/server.xml': 'unreadable' } }),
    expect: 'unknown',
  },

  ...tomcatUnused(al2023, image(debian12)),
  {
    name: 'an archive that nobody looked into, and nothing else',
    host: rocky9,
    ...tomcatState({ files: { 'webapps/a.war': '' } }),
    expect: 'manual',
    because: 'archives were not looked into',
  },
  {
    name: 'servlets that forward, and those that only sound like it',
    host: rocky9,
    ...tomcatState({
      apps: {
        shop: `<web-app>${servletXml('p', 'com.example.ProxyServlet', {}, '/p/*')}${servletXml('j', 'org.apache.catalina.manager.JMXProxyServlet', {}, '/j/*')}${servletXml('n', 'com.proxy.Cart', {}, '/n/*')}${servletXml('u', 'com.example.ProxyServlet2')}${servletXml('k', 'a.MyJMXProxyServlet', {}, '/k')}${servletXml('l', 'a.JMXProxyServlets', {}, '/l')}</web-app>`,
      },
    }),
    expect: 'manual',
    because: 'p (com.example.ProxyServlet) mapped to /p/*',
    shows: ['MyJMXProxyServlet', 'JMXProxyServlets'],
    hides: ['j (org', 'com.proxy.Cart', 'ProxyServlet2', 'proxyName and'],
  },
  {
    name: 'AJP with a secret and an address, and one without',
    host: rocky9,
    ...tomcatState({
      server: serverXml({
        connectors:
          '<Connector port="8009" protocol="AJP/1.3" address="127.0.0.1" secret="masked"/><Connector port="8010" protocol="AJP/1.3" proxyName=""/>',
      }),
    }),
    expect: 'manual',
    because: 'AJP, address 127.0.0.1, with a secret',
    shows: ['there are proxy settings', 'Connector 8010: AJP, address absent, without a secret'],
    hides: ['proxyName'],
  },
];
