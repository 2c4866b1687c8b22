// Instance hosts by bubblewrap: the instance's root is `/`, of this machine only the loader's libraries and chosen programs are seen.
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { hostFolder, hostPrograms } from './host-programs.ts';
import type { Launch } from './process.ts';

/** Enough for root to read and change its own files and processes, not to reach out of the instance. */
const capabilities =
  'CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETFCAP SYS_CHROOT AUDIT_WRITE'.split(' ');
const prepared = new Set<string>();

/** Where this machine's programs are looked for; not its PATH, so that the lab is the same in every shell. */
export const programFolders = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
  '/opt/homebrew/bin',
];

/** Absolute path of a program of this machine, or null. */
export function programFind(name: string): string | null {
  const found = programFolders
    .map((folder) => join(folder, name))
    .find((path) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o111) !== 0);
  return found ?? null;
}

/** The command line that runs `args` inside the root at `dir`. */
export function bubblewrapLaunch(
  bwrap: string,
  dir: string,
  hostname: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Launch {
  if (!prepared.has(dir)) bubblewrapPrepare(dir);
  // Its services run beside the command, and root may look into them as on any host.
  const serves = process.getuid?.() === 0 && existsSync(join(dir, 'opt/lab/processes'));
  const kept = serves ? [...capabilities, 'SYS_PTRACE'] : capabilities;
  const own = process.getuid?.() === 0 ? [] : ['--unshare-user', '--uid', '0', '--gid', '0'];
  return {
    file: bwrap,
    args: [
      ...own,
      ...['--die-with-parent', '--unshare-pid', '--unshare-uts', '--unshare-ipc', '--hostname', hostname],
      ...['--cap-drop', 'ALL', ...kept.flatMap((name) => ['--cap-add', `CAP_${name}`])],
      ...['--bind', dir, '/', '--tmpfs', hostFolder, '--ro-bind', '/usr', `${hostFolder}/usr`],
      ...['--proc', '/proc', '--dev', '/dev', '--chdir', cwd],
      '--',
      ...(serves ? ['sh', '/opt/lab/start'] : []),
      ...args,
    ],
    env,
    cwd: '/',
  };
}

/** Makes the mount points and the links to this machine's programs and libraries; a file of the root itself always stands first. */
function bubblewrapPrepare(dir: string): void {
  for (const folder of ['/proc', '/dev', '/sys', '/usr/bin', '/usr/lib', hostFolder])
    mkdirSync(join(dir, folder), { recursive: true });
  // A copy, because for an ordinary user a bound file would be seen as somebody else's.
  const cache = join(dir, 'etc/ld.so.cache');
  if (existsSync('/etc/ld.so.cache') && !existsSync(cache)) copyFileSync('/etc/ld.so.cache', cache);
  for (const folder of libraryFolders()) placeLink(join(dir, folder), `${hostFolder}${folder}`);
  for (const name of hostPrograms) {
    const target = hostTarget(name);
    const ownElsewhere = lstatSync(join(dir, 'usr/sbin', name), { throwIfNoEntry: false }) !== undefined;
    if (target !== null && !ownElsewhere) placeLink(join(dir, 'usr/bin', name), target);
  }
  prepared.add(dir);
}

const targets = new Map<string, string | null>();

/** Where a program of this machine is seen inside, with links such as /etc/alternatives already followed. */
function hostTarget(name: string): string | null {
  const seen = targets.get(name);
  if (seen !== undefined) return seen;
  const found = ['/usr/bin', '/usr/sbin', '/bin', '/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
  const real = found === undefined ? null : realpathSync(found);
  const target = real?.startsWith('/usr/') ? join(hostFolder, real) : null;
  targets.set(name, target);
  return target;
}

let libraries: readonly string[] | null = null;

/** Only the folders of shared libraries and locales: unit files, os-release and setuid helpers of this machine stay out of sight. */
function libraryFolders(): readonly string[] {
  libraries ??= [
    ...readdirSync('/usr/lib')
      .filter((name) => /^[a-z0-9_]+-linux-(?:gnu|musl)/.test(name))
      .map((name) => `/usr/lib/${name}`),
    ...['/usr/lib64', '/usr/lib/locale'].filter((folder) => existsSync(folder)),
  ];
  return libraries;
}

function placeLink(path: string, target: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) symlinkSync(target, path);
}

/** Host name for the instance: what its /etc/hostname says, else the one given; only letters, digits, dots and dashes. */
export function hostnameOf(dir: string, otherwise: string): string {
  const path = join(dir, 'etc/hostname');
  const text = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return (text || otherwise).replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 63);
}
