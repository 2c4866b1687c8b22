// Cases of tomcat.virtual-directory.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { serverXml, tomcats, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const virtualDirectoryCases: readonly HostCase[] = [
  { name: 'stock', host: al2, ...tomcatState({ apps: { shop: null } }), expect: 'pass' },
  {
    name: 'a folder elsewhere',
    host: rocky9,
    ...tomcatState({
      server: serverXml({ within: '<Context path="/v" docBase="/srv/files"/>' }),
      notes: [['doc-base', '/opt/tomcat', '/srv/files', '/srv/files']],
    }),
    expect: 'manual',
    because: '/srv/files',
  },
  {
    name: 'the system',
    host: rocky9,
    ...tomcatState({
      server: serverXml({ within: '<Context path="/v" docBase="/etc"/>' }),
      notes: [['doc-base', '/opt/tomcat', '/etc', '/etc']],
    }),
    expect: 'fail',
    because: '/etc',
  },
  {
    name: 'below the system',
    host: ubuntu22,
    ...tomcatState({
      server: serverXml({ within: '<Context path="/v" docBase="/root/site"/>' }),
      notes: [['doc-base', '/opt/tomcat', '/root/site', '/root/site']],
    }),
    expect: 'fail',
  },
  {
    name: 'within webapps',
    host: ubuntu22,
    ...tomcatState({
      apps: { shop: null },
      server: serverXml({ within: '<Context path="/v" docBase="shop"/>' }),
      notes: [['doc-base', '/opt/tomcat', 'shop', '/opt/tomcat/webapps/shop']],
    }),
    expect: 'pass',
    trap: 'a relative docBase begins at appBase',
  },
  {
    name: 'commented',
    host: debian12,
    ...tomcatState({ server: serverXml({ within: '<!-- <Context path="/v" docBase="/etc"/> -->' }) }),
    expect: 'pass',
    trap: 'XML comments in server.xml',
  },
  {
    name: 'samples of a package',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      files: { 'conf/Catalina/localhost/docs.xml': '<Context path="/docs" docBase="/usr/share/tomcat10-docs/docs"/>' },
      notes: [
        ['context', '/var/lib/tomcat10', '/var/lib/tomcat10/conf/Catalina/localhost/docs.xml'],
        ['doc-base', '/var/lib/tomcat10', '/usr/share/tomcat10-docs/docs', '/usr/share/tomcat10-docs/docs'],
      ],
    }),
    expect: 'fail',
    because: 'docs',
  },
  {
    name: 'aliases of Tomcat 7',
    host: al2,
    ...tomcatState({ version: '7.0.109', context: '<Context aliases="/a=/srv/a,/b=/etc"/>' }),
    expect: 'fail',
    because: '/b=/etc',
  },
  {
    name: 'aliases to a folder elsewhere',
    host: al2,
    ...tomcatState({ version: '7.0.109', context: '<Context aliases="/a=/srv/a"/>' }),
    expect: 'manual',
    because: '/srv/a',
  },
  {
    name: 'mounted resources',
    host: rocky8,
    ...tomcatState({
      context:
        '<Context><Resources><PreResources className="org.apache.catalina.webresources.DirResourceSet" base="/data/img" webAppMount="/img"/></Resources></Context>',
    }),
    expect: 'manual',
    because: '/data/img',
  },
  {
    name: 'a docBase that a property names',
    host: rocky8,
    ...tomcatState({ server: serverXml({ within: '<Context path="/v" docBase="${site}"/>' }) }),
    expect: 'manual',
  },
  {
    name: 'an archive that was not unpacked',
    host: al2023,
    ...tomcatState({ files: { 'webapps/shop.war': '' } }),
    expect: 'manual',
  },
  {
    name: 'of two instances',
    host: ubuntu24,
    ...tomcats(tomcatState({ base: '/opt/a' }), tomcatState({ base: '/opt/b', context: '<Context aliases="/b=/"/>' })),
    expect: 'fail',
    because: '/opt/b',
  },
  { name: 'not readable', host: rocky9, ...tomcatState({ context: 'unreadable' }), expect: 'unknown' },

  ...tomcatUnused(al2023, image(debian12)),
  ...(
    [
      ['docBase="/etc"', 'fail', 'samples: /etc"'],
      ['docBase="/etc/x"', 'fail', 'samples: /etc/x"'],
      ['docBase="/data/etc"', 'manual', 'docBase=/data/etc'],
      ['docBase="/data/etc/x"', 'manual', 'docBase=/data/etc/x'],
      ['docBase="/"', 'fail', 'samples: /"'],
      ['docBase="/usr/share/docs/"', 'fail', 'samples: /usr/share/docs/"'],
      ['docBase="/usr/share/docsets"', 'manual', 'docBase=/usr/share/docsets'],
      ['aliases="/a=/srv/a , /b= /etc "', 'fail', 'samples: /etc"'],
      ['aliases="/a=/srv/a"', 'manual', 'aliases: /a=/srv/a'],
      ['path="/x"', 'pass', '2 contexts without docBase'],
    ] as const
  ).map(
    ([attributes, expect, because]): HostCase => ({
      name: `Context ${attributes}`,
      host: rocky9,
      ...tomcatState({ server: serverXml({ within: `<Context ${attributes}/>` }) }),
      expect,
      because,
    }),
  ),
  ...(
    [
      ['<PreResources base="/srv/a" webAppMount="/x"/>', 'manual', 'PreResources base=/srv/a webAppMount=/x'],
      ['<PostResources base="/srv/a"/>', 'manual', 'PostResources base=/srv/a webAppMount=/"'],
      ['<JarResources base="/etc"/>', 'fail', 'samples: /etc"'],
      ['<PreResources base=""/><PreResources/>', 'pass', '2 contexts without'],
      ['<OwnPreResources base="/etc"/>', 'pass', '2 contexts without'],
    ] as const
  ).map(
    ([element, expect, because]): HostCase => ({
      name: element,
      host: rocky9,
      ...tomcatState({ server: serverXml({ within: `<Context><Resources>${element}</Resources></Context>` }) }),
      expect,
      because,
    }),
  ),
  {
    name: 'a place below the second folder of applications',
    host: rocky9,
    ...tomcatState({
      server: serverXml({ within: '<Context docBase="a"/>' }),
      notes: [
        ['app-base', '/opt/tomcat', '/srv/apps'],
        ['doc-base', '/opt/tomcat', 'a', '/srv/apps/a'],
      ],
    }),
    expect: 'pass',
  },
  {
    name: 'two places that were followed, one of them below the second folder of applications',
    host: rocky9,
    ...tomcatState({
      server: serverXml({ within: '<Context docBase="a"/><Context docBase="b"/>' }),
      notes: [
        ['app-base', '/opt/tomcat', '/srv/apps'],
        ['doc-base', '/opt/tomcat', 'a', '/srv/apps/a'],
        ['doc-base', '/opt/tomcat', 'b', '/etc/b'],
      ],
    }),
    expect: 'fail',
    because: 'samples: /etc/b"',
    hides: ['docBase=a'],
  },
];
