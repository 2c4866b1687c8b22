// Cases of tomcat.needless-files.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const needlessFilesCases: readonly HostCase[] = [
  { name: 'a site of its own', host: al2, ...tomcatState({ apps: { shop: null } }), expect: 'pass', because: 'shop' },
  {
    name: 'the application docs',
    host: rocky9,
    ...tomcatState({ apps: { shop: null, docs: null } }),
    expect: 'fail',
    because: 'docs',
  },
  {
    name: 'the application examples',
    host: ubuntu22,
    ...tomcatState({ apps: { shop: null, examples: null } }),
    expect: 'fail',
    because: 'examples',
  },
  {
    name: 'the application manager',
    host: rocky8,
    ...tomcatState({ apps: { shop: null, manager: null } }),
    expect: 'fail',
    because: 'manager',
  },
  {
    name: 'the application host-manager',
    host: al2023,
    ...tomcatState({ apps: { shop: null, 'host-manager': null } }),
    expect: 'fail',
    because: 'host-manager',
  },
  {
    name: 'the manager where it is needed',
    host: rocky8,
    ...tomcatState({ apps: { manager: null } }),
    expect: 'pass',
    parameters: { managerNeeded: true },
  },
  {
    name: 'samples where the manager is needed',
    host: rocky8,
    ...tomcatState({ apps: { manager: null, docs: null } }),
    expect: 'fail',
    because: 'docs',
    parameters: { managerNeeded: true },
  },
  {
    name: 'a package apart from webapps',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      files: { '/usr/share/tomcat10-docs/docs': { type: 'dir', mode: '0755' } },
      notes: [
        ['app', '/var/lib/tomcat10', '/usr/share/tomcat10-docs/docs'],
        ['doc-base', '/var/lib/tomcat10', '/usr/share/tomcat10-docs/docs', '/usr/share/tomcat10-docs/docs'],
      ],
    }),
    expect: 'fail',
    because: 'tomcat10-docs',
    trap: 'samples by a docBase outside webapps',
  },
  {
    name: 'packages of samples that no instance serves',
    host: debian12,
    ...tomcatState({
      base: '/var/lib/tomcat10',
      home: '/usr/share/tomcat10',
      notes: [['installed', '/usr/share/tomcat10']],
    }),
    expect: 'pass',
    trap: 'U-38(2): installed without being linked',
  },
  {
    name: 'a sample as an archive',
    host: ubuntu20,
    ...tomcatState({ files: { 'webapps/examples.war': '' } }),
    expect: 'fail',
    because: 'examples',
  },
  {
    name: 'a parallel version',
    host: ubuntu20,
    ...tomcatState({ apps: { 'docs##2': null } }),
    expect: 'fail',
    because: 'docs',
  },
  {
    name: 'an application whose name only begins so',
    host: ubuntu24,
    ...tomcatState({ apps: { docserver: null } }),
    expect: 'pass',
  },
  {
    name: 'a backup',
    host: ubuntu24,
    ...tomcatState({
      apps: { ROOT: null },
      files: { 'webapps/ROOT/index.jsp.bak': '' },
      notes: [['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/index.jsp.bak']],
    }),
    expect: 'fail',
    because: 'index.jsp.bak',
  },
  {
    name: 'the stock welcome page',
    host: ubuntu24,
    ...tomcatState({
      apps: { ROOT: null },
      files: { 'webapps/ROOT/RELEASE-NOTES.txt': '' },
      notes: [['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/RELEASE-NOTES.txt']],
    }),
    expect: 'fail',
    because: 'welcome',
  },
  {
    name: 'a folder of that name',
    host: ubuntu24,
    ...tomcatState({
      apps: { ROOT: null },
      files: { 'webapps/ROOT/files.old': { type: 'dir', mode: '0750' } },
      notes: [['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/files.old']],
    }),
    expect: 'pass',
  },
  {
    name: 'something else that was found',
    host: ubuntu24,
    ...tomcatState({
      apps: { ROOT: null },
      files: { 'webapps/ROOT/upload': { type: 'dir', mode: '0750' } },
      notes: [['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/upload']],
    }),
    expect: 'pass',
  },
  {
    name: 'more than was looked at',
    host: ubuntu24,
    ...tomcatState({ apps: { ROOT: null }, notes: [['more-found', '/opt/tomcat/webapps/ROOT']] }),
    expect: 'manual',
    because: 'more than 200',
  },
  {
    name: 'a folder that could not be walked',
    host: rocky9,
    ...tomcatState({ apps: { ROOT: null }, notes: [['hidden', '/opt/tomcat/webapps/ROOT']] }),
    expect: 'unknown',
  },

  ...tomcatUnused(al2023, image(debian12)),
  ...(
    [
      ['docs', 'fail'],
      ['tomcat-docs', 'fail'],
      ['mydocs', 'pass'],
      ['docs2', 'pass'],
      ['examples##2', 'fail'],
      ['examples##1.10', 'fail'],
      ['admin', 'fail'],
      ['myadmin', 'pass'],
      ['administration', 'pass'],
    ] as const
  ).map(
    ([name, expect]): HostCase => ({
      name: `an application ${name}`,
      host: rocky9,
      ...tomcatState({ apps: { [name]: null } }),
      expect,
      ...(expect === 'fail' ? { because: `the application ${name.replace(/##.*/, '')} of the installation` } : {}),
    }),
  ),
  ...(
    [
      ['a.bak', 'file', 'fail'],
      ['a.tar.gz', 'file', 'fail'],
      ['a.jsp~', 'file', 'fail'],
      ['a.bak.txt', 'file', 'pass'],
      ['a.bak', 'dir', 'pass'],
      ['index.jsp', 'file', 'pass'],
      ['RELEASE-NOTES.txt', 'file', 'fail'],
      ['tomcat.svg', 'file', 'fail'],
      ['tomcat-power.gif', 'file', 'fail'],
      ['tomcat.svg.txt', 'file', 'pass'],
    ] as const
  ).map(
    ([name, type, expect]): HostCase => ({
      name: `${type} ${name}`,
      host: ubuntu22,
      ...tomcatState({
        apps: { ROOT: null },
        files: { [`webapps/ROOT/${name}`]: { type } },
        notes: [
          ['found', '/opt/tomcat', `/opt/tomcat/webapps/ROOT/${name}`],
          ['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/gone.bak'],
        ],
      }),
      expect,
      because: expect === 'fail' ? `/opt/tomcat/webapps/ROOT/${name}` : '1 applications looked at',
    }),
  ),
  {
    name: 'archives of samples, and left-overs within a sample are no more than it',
    host: rocky9,
    ...tomcatState({
      apps: { examples: null },
      files: { 'webapps/docs.war': '', 'webapps/examples/a.bak': '', 'webapps/x.war.old': '' },
      notes: [['found', '/opt/tomcat', '/opt/tomcat/webapps/examples/a.bak']],
    }),
    expect: 'fail',
    because: 'are there: examples, docs"',
    hides: ['a left-over'],
  },
  {
    name: 'a left-over beside a sample',
    host: rocky9,
    ...tomcatState({
      apps: { examples: null, ROOT: null },
      files: { 'webapps/ROOT/a.bak': '' },
      notes: [['found', '/opt/tomcat', '/opt/tomcat/webapps/ROOT/a.bak']],
    }),
    expect: 'fail',
    because: 'are there: examples, /opt/tomcat/webapps/ROOT/a.bak"',
  },
  {
    name: 'a place elsewhere that was looked at',
    host: rocky9,
    ...tomcatState({ notes: [['doc-base', '/opt/tomcat', 'shop', '/srv/shop']] }),
    expect: 'pass',
    because: '"/srv/shop","found":"docBase shop"',
  },
];
