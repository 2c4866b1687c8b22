// Cases of tomcat.size-limit.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { serverXml, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const sizeLimitCases: readonly HostCase[] = [
  {
    name: 'absent is 2 MiB',
    host: al2,
    ...tomcatState(),
    expect: 'pass',
    because: 'built-in 2097152',
    trap: 'absent is a value',
  },
  {
    name: 'no limit',
    host: rocky9,
    ...tomcatState({ server: serverXml({ connector: 'maxPostSize="-1"' }) }),
    expect: 'fail',
    because: '-1',
  },
  {
    name: 'a limit',
    host: rocky9,
    ...tomcatState({ server: serverXml({ connector: 'maxPostSize="5242880"' }) }),
    expect: 'pass',
  },
  {
    name: 'zero is a limit of zero',
    host: ubuntu22,
    ...tomcatState({ server: serverXml({ connector: 'maxPostSize="0"' }) }),
    expect: 'pass',
  },
  {
    name: 'zero was no limit before 7.0.63',
    host: al2,
    ...tomcatState({ version: '7.0.42', server: serverXml({ connector: 'maxPostSize="0"' }) }),
    expect: 'fail',
    trap: 'the meaning of zero changed in 7.0.63',
  },
  {
    name: 'the second connector',
    host: ubuntu22,
    ...tomcatState({ server: serverXml({ connectors: '<Connector port="8443" maxPostSize="-5"/>' }) }),
    expect: 'fail',
    because: '8443',
  },
  {
    name: 'a commented connector',
    host: debian12,
    ...tomcatState({ server: serverXml({ connectors: '<!-- <Connector port="8443" maxPostSize="-1"/> -->' }) }),
    expect: 'pass',
    trap: 'XML comments in server.xml',
  },
  {
    name: 'uploads without a limit',
    host: debian12,
    ...tomcatState({
      apps: {
        shop: '<web-app><servlet><servlet-name>up</servlet-name><servlet-class>com.example.Up</servlet-class><multipart-config><location>/srv/up</location></multipart-config></servlet></web-app>',
      },
    }),
    expect: 'fail',
    because: 'no limit',
  },
  {
    name: 'uploads with -1',
    host: rocky8,
    ...tomcatState({
      apps: {
        shop: '<web-app><servlet><servlet-name>up</servlet-name><servlet-class>com.example.Up</servlet-class><multipart-config><max-file-size>-1</max-file-size><max-request-size>-1</max-request-size></multipart-config></servlet></web-app>',
      },
    }),
    expect: 'fail',
  },
  {
    name: 'uploads with a limit',
    host: rocky8,
    ...tomcatState({
      apps: {
        shop: '<web-app><servlet><servlet-name>up</servlet-name><servlet-class>com.example.Up</servlet-class><multipart-config><max-file-size>52428800</max-file-size></multipart-config></servlet></web-app>',
      },
    }),
    expect: 'pass',
    because: '52428800',
  },
  {
    name: 'a value that a property decides',
    host: al2023,
    ...tomcatState({ server: serverXml({ connector: 'maxPostSize="${post}"' }) }),
    expect: 'manual',
  },
  {
    name: 'not a number',
    host: al2023,
    ...tomcatState({ server: serverXml({ connector: 'maxPostSize="5MB"' }) }),
    expect: 'manual',
  },
  {
    name: 'an archive that was not unpacked',
    host: ubuntu24,
    ...tomcatState({ files: { 'webapps/shop.war': '' } }),
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
      ['2097152', 'pass'],
      [' 5 ', 'pass'],
      ['0', 'pass'],
      ['-1', 'fail'],
      ['0x10', 'manual'],
      ['1e3', 'manual'],
      ['${a.b}', 'manual'],
    ] as const
  ).map(
    ([said, expect]): HostCase => ({
      name: `maxPostSize=${said}`,
      host: rocky9,
      ...tomcatState({
        server: serverXml({
          connector: `maxPostSize="${said}"`,
          connectors: '<Connector port="8081" maxPostSize="5"/>',
        }),
      }),
      expect,
      because: `maxPostSize=${said}`,
    }),
  ),
  ...(
    [
      ['<max-request-size>5</max-request-size>', 'pass'],
      ['<max-file-size>5</max-file-size>', 'pass'],
      ['<location>/srv</location>', 'fail'],
    ] as const
  ).map(
    ([said, expect]): HostCase => ({
      name: `multipart-config of ${said}`,
      host: rocky9,
      ...tomcatState({
        apps: {
          ROOT: `<web-app><servlet><servlet-name>u</servlet-name><servlet-class>a.U</servlet-class><multipart-config>${said}</multipart-config></servlet></web-app>`,
        },
      }),
      expect,
    }),
  ),
  {
    name: 'no connector',
    host: rocky9,
    ...tomcatState({ server: serverXml().replace('<Connector port="8080" protocol="HTTP/1.1" />', '') }),
    expect: 'pass',
    because: '"/opt/tomcat/conf/server.xml","found":"no Connector takes requests"',
  },
  {
    name: 'of no known version',
    host: rocky9,
    files: tomcatState().files,
    notes: tomcatState().notes.filter(([key]) => key !== 'version'),
    expect: 'pass',
    because: 'maxPostSize absent',
  },
];
