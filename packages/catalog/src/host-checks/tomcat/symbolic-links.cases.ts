// Cases of tomcat.symbolic-links: those of allowLinking, which both items ask, and what this one asks beside.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9 } from '../hosts.ts';
import { tomcatState, tomcatUnused } from '../tomcat-host.ts';
import { parentDirectoryCases } from './parent-directory.cases.ts';

export const symbolicLinksCases: readonly HostCase[] = [
  ...parentDirectoryCases,
  {
    name: 'aliases of Tomcat 7',
    host: al2,
    ...tomcatState({ version: '7.0.109', context: '<Context aliases="/data=/srv/data"/>' }),
    expect: 'fail',
    because: 'aliases',
  },
  {
    name: 'an application folder that is a link',
    host: rocky9,
    ...tomcatState({
      apps: { shop: null },
      files: { 'webapps/shop': { type: 'dir', mode: '0750', linkTarget: '/data/shop' } },
    }),
    expect: 'manual',
    because: '/data/shop',
    trap: 'a folder of applications may itself be a link, whatever allowLinking says',
  },
  {
    name: 'links that lie there and are not followed',
    host: rocky9,
    ...tomcatState({
      apps: { shop: null },
      files: { 'webapps/shop/hosts': { linkTarget: '/etc/hosts' } },
      notes: [
        ['found', '/opt/tomcat', '/opt/tomcat/webapps/shop/hosts'],
        ['link', '/opt/tomcat/webapps/shop/hosts'],
      ],
    }),
    expect: 'pass',
    because: 'does not follow',
  },

  ...tomcatUnused(al2023, image(debian12)),
  {
    name: 'an application is itself a link',
    host: rocky9,
    ...tomcatState({ files: { 'webapps/shop': { type: 'dir', linkTarget: '/srv/shop' } } }),
    expect: 'manual',
    because: 'an application folder is itself a link',
  },
  {
    name: 'a property decides',
    host: rocky9,
    ...tomcatState({ context: '<Context><Resources allowLinking="${links}"/></Context>' }),
    expect: 'manual',
    because: 'not every value of allowLinking is known',
  },
  {
    name: 'links below applications are not followed, and files are none',
    host: rocky9,
    ...tomcatState({
      apps: { ROOT: null },
      files: { 'webapps/ROOT/l': { type: 'file' }, 'webapps/ROOT/f': { type: 'file' } },
      notes: [
        ['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/l'],
        ['link', '/opt/tomcat/webapps/ROOT/l'],
        ['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/f'],
      ],
    }),
    expect: 'pass',
    because: 'ROOT/l","found":"a link that Tomcat does not follow"',
    shows: ['Context without allowLinking'],
    hides: ['ROOT/f'],
  },
  {
    name: 'no context',
    host: rocky9,
    ...tomcatState({ context: 'absent' }),
    expect: 'pass',
    because: '"/opt/tomcat/conf/server.xml","found":"no Context (built-in false)"',
  },
];
