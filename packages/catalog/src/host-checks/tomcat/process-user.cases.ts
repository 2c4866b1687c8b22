// Cases of tomcat.process-user.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { tomcats, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const processUserCases: readonly HostCase[] = [
  { name: 'an account of its own', host: al2, ...tomcatState(), expect: 'pass', because: '1001' },
  { name: 'root', host: rocky9, ...tomcatState({ uid: 0 }), expect: 'fail', because: 'root' },
  {
    name: 'root, whatever its unit says',
    host: rocky9,
    ...tomcatState({ uid: 0, unit: ['tomcat.service', 'tomcat', 'active'] }),
    expect: 'fail',
    trap: 'the process and not the file decides',
  },
  {
    name: 'jsvc stays root and serves through its child',
    host: ubuntu22,
    ...tomcatState({
      uid: null,
      notes: [
        ['jvm', '10', '0', '1', 'jsvc', '/opt/tomcat'],
        ['jvm', '11', '998', '10', 'jsvc', '/opt/tomcat'],
      ],
    }),
    expect: 'pass',
    because: '998',
    trap: 'U-36(1): the master process is root by design',
  },
  {
    name: 'jsvc without a child',
    host: ubuntu22,
    ...tomcatState({ uid: null, notes: [['jvm', '10', '0', '1', 'jsvc', '/opt/tomcat']] }),
    expect: 'fail',
  },
  {
    name: 'java as the child of a root java',
    host: ubuntu22,
    ...tomcatState({
      uid: null,
      notes: [
        ['jvm', '10', '0', '1', 'java', '/opt/tomcat'],
        ['jvm', '11', '998', '10', 'java', '/opt/tomcat'],
      ],
    }),
    expect: 'fail',
  },
  {
    name: 'a unit with an account',
    host: debian12,
    ...tomcatState({ uid: null, unit: ['tomcat10.service', 'tomcat', 'enabled'] }),
    expect: 'pass',
    because: 'tomcat',
    trap: 'U-36(3): User= of the unit U-36(3)',
  },
  {
    name: 'a unit without an account',
    host: debian12,
    ...tomcatState({ uid: null, unit: ['tomcat.service', '', 'enabled'] }),
    expect: 'fail',
    because: 'absent',
    trap: 'U-36(3): User= of the unit',
  },
  {
    name: 'a unit that names root',
    host: rocky8,
    ...tomcatState({ uid: null, unit: ['tomcat.service', 'root', 'enabled'] }),
    expect: 'fail',
  },
  {
    name: 'an old script of the boot',
    host: rocky8,
    ...tomcatState({ uid: null, notes: [['at-boot', '/etc/rc3.d/S80tomcat']] }),
    expect: 'manual',
  },
  {
    name: 'the second instance is root',
    host: al2023,
    ...tomcats(tomcatState({ base: '/opt/a' }), tomcatState({ base: '/opt/b', uid: 0 })),
    expect: 'fail',
    because: '/opt/b',
  },
  {
    name: 'an image whose unit says',
    host: image(debian12),
    ...{
      ...tomcatState({ uid: null, unit: ['tomcat10.service', 'tomcat', 'enabled'] }),
      notes: tomcatState({ uid: null, unit: ['tomcat10.service', 'tomcat', 'enabled'] }).notes.filter(
        ([key]) => key !== 'processes-asked',
      ),
    },
    expect: 'pass',
  },
  {
    name: 'an image on which nothing says what starts it',
    host: image(rocky9),
    ...{
      ...tomcatState({ uid: null }),
      notes: tomcatState({ uid: null }).notes.filter(([key]) => key !== 'processes-asked'),
    },
    expect: 'manual',
    trap: 'no unit on an image is no proof that it is off',
  },
  {
    name: 'a JVM whose folder is not there',
    host: ubuntu24,
    ...{
      notes: [
        ['processes-asked'],
        ['gone', '/chroot/tomcat', 'jvm'],
        ['jvm', '10', '0', '1', 'java', '/chroot/tomcat'],
      ],
    },
    expect: 'unknown',
  },
  {
    name: 'a unit whose folder is not there',
    host: ubuntu24,
    ...{ notes: [['processes-asked'], ['gone', '/opt/old', 'unit']] },
    expect: 'notApplicable',
  },

  ...tomcatUnused(al2023, image(debian12)),
  {
    name: 'a unit that is active, and one that is off and of root',
    host: rocky9,
    ...tomcatState({
      uid: null,
      unit: ['a.service', 'tomcat', 'active'],
      notes: [['unit', 'b.service', '/etc/systemd/system/b.service', '', '/opt/tomcat', 'off']],
    }),
    expect: 'pass',
    because: 'its unit starts it as tomcat',
    shows: ['b.service: User=root (absent)'],
  },
  {
    name: 'one of two units starts it as number 0',
    host: rocky9,
    ...tomcatState({
      uid: null,
      unit: ['a.service', 'tomcat', 'enabled'],
      notes: [['unit', 'b.service', '/etc/systemd/system/b.service', '0', '/opt/tomcat', 'enabled']],
    }),
    expect: 'fail',
    because: 'b.service: User=0',
  },
  {
    name: 'a script starts it as nobody knows whom',
    host: rocky9,
    ...tomcatState({ uid: null, notes: [['at-boot', '/etc/rc.local:3']] }),
    expect: 'manual',
    because: '"/opt/tomcat","found":"no process and no unit"',
  },
  {
    name: 'a script starts it, and a unit of no known folder is off',
    host: rocky9,
    ...tomcatState({
      uid: null,
      notes: [
        ['at-boot', '/etc/rc.local:3'],
        ['unit', 'b.service', '/etc/systemd/system/b.service', 'tomcat', '', 'off'],
      ],
    }),
    expect: 'manual',
    because: 'b.service: User=tomcat',
    hides: ['no process and no unit'],
  },
  {
    name: 'jsvc as root with its child',
    host: rocky9,
    ...tomcatState({
      uid: null,
      notes: [
        ['jvm', '10', '0', '1', 'jsvc.exec', '/opt/tomcat'],
        ['jvm', '11', '1001', '10', 'jsvc.exec', '/opt/tomcat'],
      ],
    }),
    expect: 'pass',
    because: 'it runs as uid 1001',
    shows: ['jsvc.exec uid 0'],
  },
];
