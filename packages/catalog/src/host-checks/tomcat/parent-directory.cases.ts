// Cases of tomcat.parent-directory.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { serverXml, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const parentDirectoryCases: readonly HostCase[] = [
  { name: 'stock', host: al2, ...tomcatState(), expect: 'pass' },
  {
    name: 'on Resources, as since Tomcat 8',
    host: rocky9,
    ...tomcatState({ context: '<Context><Resources allowLinking="true"/></Context>' }),
    expect: 'fail',
    because: 'context.xml:1',
  },
  {
    name: 'on Context, as in Tomcat 7',
    host: al2,
    ...tomcatState({ version: '7.0.109', context: '<Context allowLinking="true"/>' }),
    expect: 'fail',
  },
  {
    name: 'on Context of a later one, as the guide reads it',
    host: ubuntu22,
    ...tomcatState({ context: '<Context allowLinking="TRUE"/>' }),
    expect: 'fail',
  },
  {
    name: 'false',
    host: ubuntu22,
    ...tomcatState({ context: '<Context><Resources allowLinking="false"/></Context>' }),
    expect: 'pass',
  },
  {
    name: 'in a comment',
    host: debian12,
    ...tomcatState({ context: '<Context><!-- <Resources allowLinking="true"/> --></Context>' }),
    expect: 'pass',
    trap: 'XML comments in context.xml',
  },
  {
    name: 'in server.xml',
    host: debian12,
    ...tomcatState({ server: serverXml({ within: '<Context path="/a" allowLinking="true"/>' }) }),
    expect: 'fail',
    because: 'server.xml',
  },
  {
    name: 'in a descriptor of conf/Catalina',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      files: {
        'conf/Catalina/localhost/examples.xml':
          '<Context path="/examples" docBase="/usr/share/tomcat10-examples/examples">\n<Resources allowLinking="true"/>\n</Context>',
      },
      notes: [['context', '/var/lib/tomcat10', '/var/lib/tomcat10/conf/Catalina/localhost/examples.xml']],
    }),
    expect: 'fail',
    because: 'examples.xml:2',
    trap: 'the examples package of Debian follows links',
  },
  {
    name: 'in an application',
    host: rocky8,
    ...tomcatState({
      apps: { shop: null },
      files: { 'webapps/shop/META-INF/context.xml': '<Context><Resources allowLinking="true"/></Context>' },
    }),
    expect: 'fail',
    because: 'META-INF',
  },
  {
    name: 'for a whole host',
    host: rocky8,
    ...tomcatState({
      files: { 'conf/Catalina/localhost/context.xml.default': '<Context allowLinking="true"/>' },
      notes: [['host-default', '/opt/tomcat', '/opt/tomcat/conf/Catalina/localhost/context.xml.default']],
    }),
    expect: 'fail',
    because: 'context.xml.default',
  },
  {
    name: 'a value that a property decides',
    host: ubuntu24,
    ...tomcatState({ context: '<Context><Resources allowLinking="${links}"/></Context>' }),
    expect: 'manual',
  },
  {
    name: 'an archive that was not unpacked',
    host: ubuntu24,
    ...tomcatState({ files: { 'webapps/shop.war': '' } }),
    expect: 'manual',
  },
  {
    name: 'the context of the home does not count',
    host: al2023,
    ...tomcatState({
      base: '/srv/tomcat',
      home: '/opt/tomcat',
      files: { '/opt/tomcat/conf/context.xml': '<Context allowLinking="true"/>' },
    }),
    expect: 'pass',
    trap: 'WEB: CATALINA_BASE can differ from CATALINA_HOME',
  },
  { name: 'not readable', host: rocky9, ...tomcatState({ context: 'unreadable' }), expect: 'unknown' },

  ...tomcatUnused(al2023, image(debian12)),
  {
    name: 'no context',
    host: rocky9,
    ...tomcatState({ context: 'absent' }),
    expect: 'pass',
    because: '"/opt/tomcat/conf/server.xml","found":"no Context (built-in false)"',
  },
  {
    name: 'a context that says nothing',
    host: rocky9,
    ...tomcatState(),
    expect: 'pass',
    because: 'Context without allowLinking (built-in false)',
  },
];
