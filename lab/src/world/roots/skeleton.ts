// Folders every root has, the programs with setuid or setgid on them, and the lab's own files that its programs read.
import type { WorldFile } from '../spec.ts';
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';
import { programs } from './programs.ts';
import type { Unit } from './units.ts';
import { unitFile } from './units.ts';

/** Folders and links of a merged-/usr system. */
export function skeleton(rootMode: string): Files {
  const folders =
    '/boot /dev /home /media /mnt /opt /run /srv /sys /usr/bin /usr/sbin /usr/lib /usr/local/bin /usr/local/sbin /var/lib /var/log /var/spool';
  return {
    '/bin': { link: 'usr/bin' },
    '/sbin': { link: 'usr/sbin' },
    '/lib': { link: 'usr/lib' },
    '/lib64': { link: 'usr/lib64' },
    ...Object.fromEntries(folders.split(' ').map((path): [string, WorldFile] => [path, { dir: true }])),
    '/proc': { dir: true, mode: '0555' },
    '/root': { dir: true, mode: rootMode },
    '/tmp': { dir: true, mode: '1777' },
    '/var/tmp': { dir: true, mode: '1777' },
    '/var/run': { link: '../run' },
    '/var/lib/amazon': { dir: true, mode: '0700' },
    '/etc/mtab': { link: '../proc/self/mounts' },
    '/etc/hosts': '127.0.0.1 localhost\n::1 localhost\n',
    '/etc/resolv.conf': 'nameserver 169.254.169.253\n',
    '/etc/nsswitch.conf': 'passwd: files\ngroup: files\nshadow: files\nhosts: files dns\n',
    '/etc/shells': '/bin/sh\n/bin/bash\n/usr/bin/sh\n/usr/bin/bash\n',
    '/etc/machine-id': '00000000000000000000000000000000\n',
  };
}

/** Programs that matter by their mode; what they do is left to the machine's own, where it has them. */
export function privilegedPrograms(
  list: readonly (readonly [path: string, mode: string, gid?: number, uid?: number])[],
): Files {
  return Object.fromEntries(
    list.map(([path, mode, gid, uid]): [string, WorldFile] => [
      path,
      {
        text: `#!/bin/sh\nexec /opt/lab/host/usr/bin/${path.slice(path.lastIndexOf('/') + 1)} "$@"\n`,
        mode,
        ...(gid === undefined ? {} : { gid }),
        ...(uid === undefined ? {} : { uid }),
      },
    ]),
  );
}

/** A socket that a service listens on: `tcp 0.0.0.0:22 sshd`. */
export type Listener = `${'tcp' | 'udp'} ${string} ${string}`;

export interface LabFacts {
  readonly systemdVersion: number;
  readonly units: readonly Unit[];
  readonly listeners: readonly Listener[];
  readonly clock: 'synchronised' | 'unsynchronised';
  readonly kernel: string;
}

/** On every systemd host; nobody enables it. */
const journald: Unit = { name: 'systemd-journald', file: 'static', active: true, description: 'Journal Service' };

/** What the lab's programs answer from. */
export function labFiles(facts: LabFacts): Files {
  const { start = '', serve = '' } = programs('start', 'serve');
  return {
    '/opt/lab/start': start,
    '/opt/lab/serve': serve,
    '/opt/lab/units': unitFile(facts.systemdVersion, [...facts.units, journald]),
    '/opt/lab/listeners': lines(facts.listeners.map((listener) => listener.split(' ').join('\t'))),
    '/opt/lab/clock': `${facts.clock}\n`,
    '/opt/lab/kernel': `${facts.kernel}\n`,
  };
}
