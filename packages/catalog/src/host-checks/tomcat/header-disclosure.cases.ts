// Cases of tomcat.header-disclosure.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { serverXml, servletXml, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const headerDisclosureCases: readonly HostCase[] = [
  {
    name: 'stock tells its version on error pages',
    host: al2023,
    ...tomcatState(),
    expect: 'fail',
    because: 'showServerInfo',
  },
  {
    name: 'hidden',
    host: al2023,
    ...tomcatState({
      server: serverXml({
        within:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }),
    }),
    expect: 'pass',
    because: 'none since 8.5',
  },
  {
    name: 'Tomcat 7 has a header of its own',
    host: al2,
    ...tomcatState({
      version: '7.0.109',
      server: serverXml({
        within:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }),
    }),
    expect: 'fail',
    because: 'Apache-Coyote/1.1',
    trap: 'the built-in header changed in 8.5',
  },
  {
    name: 'Tomcat 7 with another header',
    host: al2,
    ...tomcatState({
      version: '7.0.109',
      server: serverXml({
        connector: 'server="web"',
        within:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }),
    }),
    expect: 'pass',
    because: 'web',
  },
  {
    name: 'a header with product and version',
    host: rocky9,
    ...tomcatState({
      server: serverXml({
        connector: 'server="Apache Tomcat/9.0.98"',
        within:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }),
    }),
    expect: 'fail',
    because: '9.0.98',
  },
  {
    name: 'an empty header is none',
    host: rocky9,
    ...tomcatState({
      server: serverXml({
        connector: 'server=""',
        within:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }),
    }),
    expect: 'pass',
  },
  {
    name: 'X-Powered-By of a connector',
    host: ubuntu22,
    ...tomcatState({
      server: serverXml({
        connector: 'xpoweredBy="true"',
        within:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }),
    }),
    expect: 'fail',
    because: 'xpoweredBy',
  },
  {
    name: 'X-Powered-By of pages',
    host: ubuntu22,
    ...tomcatState({
      server: serverXml({
        within:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }),
      apps: {
        shop:
          '<web-app>' +
          servletXml('jsp', 'org.apache.jasper.servlet.JspServlet', { xpoweredBy: 'true' }) +
          '</web-app>',
      },
    }),
    expect: 'fail',
    because: 'shop',
  },
  {
    name: 'a valve of the engine',
    host: debian12,
    ...tomcatState({
      server: serverXml({
        engine:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }),
    }),
    expect: 'pass',
  },
  {
    name: 'a commented valve',
    host: debian12,
    ...tomcatState({
      server: serverXml({
        within:
          '<!-- <Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/> -->',
      }),
    }),
    expect: 'fail',
    trap: 'XML comments in server.xml',
  },
  {
    name: 'a second host without the valve',
    host: rocky8,
    ...tomcatState({
      server: serverXml({
        within:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }).replace('</Engine>', '<Host name="b"/></Engine>'),
    }),
    expect: 'fail',
    because: 'Host b',
  },
  {
    name: 'the version overridden',
    host: rocky8,
    ...tomcatState({
      notes: [['server-info', '/opt/tomcat', '/opt/tomcat/lib/org/apache/catalina/util/ServerInfo.properties', 'web']],
    }),
    expect: 'pass',
    because: 'ServerInfo.properties',
  },
  {
    name: 'the version overridden by itself',
    host: rocky8,
    ...tomcatState({
      notes: [
        [
          'server-info',
          '/opt/tomcat',
          '/opt/tomcat/lib/org/apache/catalina/util/ServerInfo.properties',
          'Apache Tomcat',
        ],
      ],
    }),
    expect: 'fail',
  },
  { name: 'headers alone', host: ubuntu24, ...tomcatState(), expect: 'pass', parameters: { errorPages: false } },
  {
    name: 'an AJP connector has no header of its own',
    host: ubuntu24,
    ...tomcatState({
      version: '7.0.109',
      server: serverXml({
        connector: 'server="web"',
        connectors: '<Connector protocol="AJP/1.3" port="8009"/>',
        within:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }),
    }),
    expect: 'pass',
  },
  {
    name: 'a value that a property decides',
    host: ubuntu20,
    ...tomcatState({
      server: serverXml({
        connector: 'server="${name}"',
        within:
          '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
      }),
    }),
    expect: 'manual',
  },
  {
    name: 'a version that nobody could tell',
    host: ubuntu20,
    ...{
      ...tomcatState({
        server: serverXml({
          within:
            '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>',
        }),
      }),
      notes: tomcatState().notes.filter(([key]) => key !== 'version'),
    },
    expect: 'manual',
  },
  {
    name: 'server.xml that cannot be read',
    host: rocky9,
    ...tomcatState({ files: { 'conf/server.xml': 'unreadable' } }),
    expect: 'unknown',
  },

  ...tomcatUnused(al2023, image(debian12)),
  ...(
    [
      ['server="web 1.2"', 'fail', 'server="web 1.2"'],
      ['server="web 12"', 'pass', 'server="web 12"'],
      ['server="v. 1"', 'pass', 'server="v. 1"'],
      ['server="1.x"', 'pass', 'server="1.x"'],
      ['server="jboss"', 'fail', 'server="jboss"'],
      ['server="  "', 'pass', 'server absent (Server: none since 8.5)'],
      ['server="${a.b}"', 'manual', 'server=${a.b}'],
      ['', 'pass', 'server absent (Server: none since 8.5)'],
      ['xpoweredBy="true"', 'fail', 'xpoweredBy=true'],
      ['xpoweredBy="false"', 'pass', 'xpoweredBy=false'],
    ] as const
  ).map(
    ([connector, expect, because]): HostCase => ({
      name: `Connector ${connector}`,
      host: rocky9,
      ...tomcatState({ server: serverXml({ connector }) }),
      parameters: { errorPages: false },
      expect,
      because: because.replaceAll('"', '\\"'),
      ...(connector.startsWith('xpoweredBy') ? {} : { hides: ['xpoweredBy=', 'showServerInfo'] }),
    }),
  ),
  {
    name: 'AJP alone: the server in front writes the header',
    host: rocky9,
    ...tomcatState({
      server: serverXml().replace(
        '<Connector port="8080" protocol="HTTP/1.1" />',
        '<Connector port="8009" protocol="AJP/1.3"/>',
      ),
    }),
    parameters: { errorPages: false },
    expect: 'pass',
    shows: ['jsp: xpoweredBy false'],
  },
  {
    name: 'no connector at all',
    host: rocky9,
    ...tomcatState({
      server: serverXml().replace('<Connector port="8080" protocol="HTTP/1.1" />', ''),
      web: '<web-app/>',
    }),
    parameters: { errorPages: false },
    expect: 'pass',
    because: '"/opt/tomcat/conf/server.xml","found":"no Connector"',
  },
  {
    name: 'X-Powered-By of another servlet than that of JSP, and of JSP without a word',
    host: rocky9,
    ...tomcatState({
      web: `<web-app>${servletXml('x', 'a.OtherServlet', { xpoweredBy: 'true' })}${servletXml('jsp', 'org.apache.jasper.servlet.JspServlet')}</web-app>`,
    }),
    parameters: { errorPages: false },
    expect: 'pass',
    hides: ['xpoweredBy'],
  },
  {
    name: 'a valve of the engine, of a class of its own name, and what is no valve',
    host: rocky9,
    ...tomcatState({
      server: serverXml({
        engine:
          '<Listener className="a.ErrorReportValve" showServerInfo="true"/><Valve className="com.example.OwnErrorReportValve" showServerInfo="false"/>',
      }),
    }),
    expect: 'pass',
    because: 'Host localhost: showServerInfo false',
  },
];
