// Cases of tomcat.patches.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu24 } from '../hosts.ts';
import { tomcats, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const patchesCases: readonly HostCase[] = [
  {
    name: 'a package, nothing waits',
    host: debian12,
    files: tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', version: '10.1.34' }).files,
    notes: [
      ...tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', version: '10.1.34' }).notes,
      ['lists-age-seconds', '3600'],
    ],
    commands: { apt: { stdout: '' } },
    expect: 'pass',
    because: 'none waits',
  },
  {
    name: 'a package, a fix waits',
    host: debian12,
    files: tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', version: '10.1.34' }).files,
    notes: [
      ...tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', version: '10.1.34' }).notes,
      ['lists-age-seconds', '3600'],
    ],
    commands: {
      apt: { stdout: 'tomcat10 10.1.34-0 10.1.60-1~deb12u1 install debian_dists_bookworm-security_main_Packages\n' },
    },
    expect: 'fail',
    because: '10.1.60',
  },
  {
    name: 'its library waits',
    host: ubuntu24,
    files: tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', version: '10.1.34' }).files,
    notes: [
      ...tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', version: '10.1.34' }).notes,
      ['lists-age-seconds', '3600'],
    ],
    commands: {
      apt: {
        stdout: 'libtomcat10-java 10.1.34-0 10.1.60-1~deb12u1 install debian_dists_bookworm-security_main_Packages\n',
      },
    },
    expect: 'fail',
    because: 'libtomcat10-java',
  },
  {
    name: 'the fix of another package',
    host: ubuntu24,
    files: tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', version: '10.1.34' }).files,
    notes: [
      ...tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', version: '10.1.34' }).notes,
      ['lists-age-seconds', '3600'],
    ],
    commands: { apt: { stdout: 'openssl 3.0.1 3.0.2 install debian_dists_bookworm-security_main_Packages\n' } },
    expect: 'pass',
  },
  {
    name: 'old lists',
    host: debian12,
    files: tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', version: '10.1.34' }).files,
    notes: [
      ...tomcatState({ base: '/var/lib/tomcat10', home: '/usr/share/tomcat10', version: '10.1.34' }).notes,
      ['lists-age-seconds', '9999999'],
    ],
    commands: { apt: { stdout: '' } },
    expect: 'manual',
    because: 'days old',
    trap: 'U-42(1): nothing waits by an old list',
  },
  {
    name: 'no package manager to ask',
    host: rocky9,
    files: tomcatState({ base: '/usr/share/tomcat', home: '/usr/share/tomcat' }).files,
    notes: [...tomcatState({ base: '/usr/share/tomcat', home: '/usr/share/tomcat' }).notes],
    commands: {},
    expect: 'manual',
    because: 'could not tell',
  },
  {
    name: 'dnf: a fix waits',
    host: rocky9,
    files: tomcatState({ base: '/usr/share/tomcat', home: '/usr/share/tomcat' }).files,
    notes: [
      ...tomcatState({ base: '/usr/share/tomcat', home: '/usr/share/tomcat' }).notes,
      ['lists-age-seconds', '3600'],
    ],
    commands: { dnf: { stdout: 'RLSA-2025:1 Important/Sec. tomcat-1:9.0.87-1.el9_4.2.noarch\n' } },
    expect: 'fail',
    because: '9.0.87',
  },
  {
    name: 'unpacked by hand',
    host: al2023,
    ...tomcatState({ version: '9.0.98' }),
    expect: 'manual',
    because: 'no package',
  },
  {
    name: 'a branch out of support',
    host: al2,
    ...tomcatState({ version: '8.5.100' }),
    expect: 'fail',
    because: '2024-03-31',
  },
  { name: '7', host: al2, ...tomcatState({ version: '7.0.109' }), expect: 'fail', because: '2021-03-31' },
  {
    name: '10.0 ended, 10.1 did not',
    host: rocky8,
    ...tomcatState({ version: '10.0.27' }),
    expect: 'fail',
    because: '2022-10-31',
  },
  { name: '11', host: rocky8, ...tomcatState({ version: '11.0.2' }), expect: 'manual' },
  {
    name: 'a package of an old branch is mended by its distribution',
    host: al2,
    files: tomcatState({ base: '/usr/share/tomcat', home: '/usr/share/tomcat', version: '7.0.76' }).files,
    notes: [
      ...tomcatState({ base: '/usr/share/tomcat', home: '/usr/share/tomcat', version: '7.0.76' }).notes,
      ['lists-age-seconds', '3600'],
    ],
    commands: { yum: { stdout: '' } },
    expect: 'pass',
    because: 'none waits',
    trap: 'distributions carry fixes back under an old number',
  },
  {
    name: 'no version found',
    host: ubuntu20,
    ...{ ...tomcatState(), notes: tomcatState().notes.filter(([key]) => key !== 'version') },
    expect: 'manual',
    because: 'not known',
  },
  {
    name: 'of two instances',
    host: ubuntu20,
    ...tomcats(tomcatState({ base: '/opt/a' }), tomcatState({ base: '/opt/b', version: '6.0.53' })),
    expect: 'fail',
    because: '/opt/b',
  },

  ...tomcatUnused(al2023, image(debian12)),
  ...(
    [
      ['/usr/share/tomcat10', 'not-tomcat10', 'pass', 'Tomcat 10.1.34'],
      ['/usr/share/tomcat10', 'libtomcat10-java', 'fail', 'Tomcat 10.1.34'],
      ['/srv/usr/share/tomcat10', 'tomcat10', 'manual', 'is no package'],
      ['/usr/share/tomcat10-own', 'tomcat10', 'manual', 'is no package'],
    ] as const
  ).map(
    ([home, name, expect, because]): HostCase => ({
      name: `${home}, and a fix of ${name} waits`,
      host: debian12,
      files: tomcatState({ base: '/var/lib/tomcat10', home, version: '10.1.34' }).files,
      notes: [
        ...tomcatState({ base: '/var/lib/tomcat10', home, version: '10.1.34' }).notes,
        ['lists-age-seconds', '3600'],
      ],
      commands: { apt: { stdout: `${name} 1 2 install debian_dists_bookworm-security_main_Packages\n` } },
      expect,
      because,
      shows: [`${home}/lib/catalina.jar","found":"Tomcat 10.1.34"`],
    }),
  ),
  {
    name: 'a branch out of support, and what says so',
    host: rocky9,
    ...tomcatState({ version: '8.5.100' }),
    expect: 'fail',
    because: 'end of life 2024-03-31',
    shows: ['Tomcat 8.5.100"'],
  },
  ...['/opt/tomcat', ''].map(
    (home): HostCase => ({
      name: `no version of ${home || 'a home that was not found'}`,
      host: rocky9,
      files: tomcatState({ base: '/srv/own', home }).files,
      notes: tomcatState({ base: '/srv/own', home }).notes.filter(([key]) => key !== 'version'),
      expect: 'manual',
      because: `"${home || '/srv/own'}","found":"no version found"`,
    }),
  ),
];
