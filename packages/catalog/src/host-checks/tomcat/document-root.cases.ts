// Cases of tomcat.document-root.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { serverXml, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const documentRootCases: readonly HostCase[] = [
  {
    name: 'the default of the installation',
    host: al2,
    ...tomcatState({ apps: { ROOT: null } }),
    expect: 'fail',
    because: 'webapps',
  },
  {
    name: 'a folder of its own',
    host: rocky9,
    ...tomcatState({
      server: serverXml({ appBase: '/srv/sites' }),
      notes: [['app-base', '/opt/tomcat', '/srv/sites']],
      files: { '/srv/sites': { type: 'dir', mode: '0750' }, '/srv/sites/shop': { type: 'dir', mode: '0750' } },
    }),
    expect: 'pass',
    because: '/srv/sites',
  },
  {
    name: 'the default, spelt out',
    host: rocky9,
    ...tomcatState({ server: serverXml({ appBase: '${catalina.base}/webapps' }), apps: { shop: null } }),
    expect: 'fail',
    because: 'webapps',
    trap: 'a property that is known stands for the same folder',
  },
  {
    name: 'webapps of the home',
    host: ubuntu22,
    ...tomcatState({
      base: '/srv/t1',
      home: '/opt/tomcat',
      server: serverXml({ appBase: '/opt/tomcat/webapps' }),
      notes: [['app-base', '/srv/t1', '/opt/tomcat/webapps']],
      files: { '/opt/tomcat/webapps': { type: 'dir' }, '/opt/tomcat/webapps/shop': { type: 'dir' } },
    }),
    expect: 'fail',
    because: '/opt/tomcat/webapps',
    trap: 'WEB: CATALINA_BASE can differ from CATALINA_HOME',
  },
  {
    name: 'an empty default and a site elsewhere',
    host: ubuntu22,
    ...tomcatState({
      server: serverXml({ within: '<Context path="" docBase="/data/www"/>' }),
      notes: [['doc-base', '/opt/tomcat', '/data/www', '/data/www']],
    }),
    expect: 'pass',
    because: '/data/www',
  },
  {
    name: 'a docBase of the system',
    host: debian12,
    ...tomcatState({
      server: serverXml({ within: '<Context path="/e" docBase="/etc"/>' }),
      notes: [['doc-base', '/opt/tomcat', '/etc', '/etc']],
    }),
    expect: 'fail',
    because: '/etc',
  },
  {
    name: 'stock package',
    host: debian12,
    ...tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', apps: { ROOT: null } }),
    expect: 'fail',
    because: '/var/lib/tomcat10/webapps',
  },
  {
    name: 'the whole disk',
    host: rocky8,
    ...tomcatState({
      server: serverXml({ appBase: '/' }),
      notes: [['app-base', '/opt/tomcat', '/']],
      files: { '/': { type: 'dir', mode: '0750' }, '/shop': { type: 'dir', mode: '0750' } },
    }),
    expect: 'fail',
  },
  {
    name: 'the second host',
    host: rocky8,
    ...tomcatState({
      server: serverXml({ appBase: '/srv/a' }).replace('</Engine>', '<Host name="b"/></Engine>'),
      apps: { shop: null },
      notes: [['app-base', '/opt/tomcat', '/srv/a']],
    }),
    expect: 'fail',
    because: 'Host b',
    trap: 'U-41(2): all virtual hosts count',
  },
  {
    name: 'a path that a property names',
    host: al2023,
    ...tomcatState({ server: serverXml({ appBase: '${sites}' }) }),
    expect: 'manual',
    because: 'by a property',
  },
  {
    name: 'an archive in the default',
    host: al2023,
    ...tomcatState({ files: { 'webapps/shop.war': '' } }),
    expect: 'fail',
    because: 'shop.war',
  },
  { name: 'nothing served', host: al2023, ...tomcatState(), expect: 'pass', because: 'nothing' },
  {
    name: 'server.xml that cannot be read',
    host: rocky9,
    ...tomcatState({ files: { 'conf/server.xml': 'unreadable' } }),
    expect: 'unknown',
  },

  ...tomcatUnused(al2023, image(debian12)),
  ...(
    [
      ['/etc', 'fail'],
      ['/data/etc', 'pass'],
      ['/usr/share', 'fail'],
      ['/usr/share/shop', 'pass'],
    ] as const
  ).map(
    ([appBase, expect]): HostCase => ({
      name: `appBase ${appBase}`,
      host: rocky9,
      ...tomcatState({
        server: serverXml({ appBase }),
        files: { [`${appBase}/shop`]: { type: 'dir' } },
        notes: [['app-base', '/opt/tomcat', appBase]],
      }),
      expect,
      because: `appBase=${appBase} (${appBase}), serves shop`,
    }),
  ),
  {
    name: 'the default with nothing that is served',
    host: rocky9,
    ...tomcatState({ files: { 'webapps/README.txt': '' } }),
    expect: 'pass',
    because: 'serves nothing',
  },
  {
    name: 'the default with an archive',
    host: rocky9,
    ...tomcatState({ files: { 'webapps/shop.war': '' } }),
    expect: 'fail',
    because: 'serves shop.war',
  },
  {
    name: 'the programs were not found, and a folder of that name at the root',
    host: rocky9,
    ...tomcatState({
      home: '',
      server: serverXml({ appBase: '/webapps' }),
      files: { '/webapps/shop': { type: 'dir' } },
      notes: [['app-base', '/opt/tomcat', '/webapps']],
    }),
    expect: 'pass',
  },
  {
    name: 'a property names one place, and another is known',
    host: rocky9,
    ...tomcatState({
      server: serverXml({ appBase: '${web.dir}' }),
      notes: [['doc-base', '/opt/tomcat', '/srv/shop', '/srv/shop']],
    }),
    expect: 'manual',
    because: 'by a property',
    shows: ['docBase=/srv/shop'],
  },
  {
    name: 'no host',
    host: rocky9,
    ...tomcatState({ server: '<Server><Service><Engine/></Service></Server>' }),
    expect: 'pass',
    because: '"/opt/tomcat/conf/server.xml","found":"no Host"',
  },
];
