// How an instance is set apart from this machine: by bubblewrap, or where that cannot run by a path prefix alone.
import { mkdtemp, mkdir, rm, symlink } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bubblewrapLaunch, hostnameOf, programFind, programFolders } from './bubblewrap.ts';
import { ownerShims } from './owner-shims.ts';
import type { Launch } from './process.ts';
import { processRun } from './process.ts';

export type Isolation = 'bubblewrap' | 'path-prefix';

/** What runs in an instance: a program with its arguments; paths are the instance's own. */
export interface InstanceCommand {
  readonly hostname: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

const searchPath = '/opt/lab/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Tells which isolation works here, by really starting a program in an empty root. */
export async function isolationDetect(): Promise<Isolation> {
  if (process.platform !== 'linux' || programFind('bwrap') === null) return 'path-prefix';
  const dir = await mkdtemp(join(tmpdir(), 'bongsu-isolation-'));
  try {
    await mkdir(join(dir, 'usr/lib'), { recursive: true });
    await mkdir(join(dir, 'etc'));
    for (const name of ['bin', 'lib', 'lib64']) await symlink(`usr/${name}`, join(dir, name));
    const launch = launchOf('bubblewrap', dir, {
      hostname: 'probe',
      cwd: '/',
      env: {},
      args: ['/bin/sh', '-c', 'true'],
    });
    const ended = await processRun(launch, 10, new AbortController().signal);
    return ended.how === 'exited' && ended.exitCode === 0 ? 'bubblewrap' : 'path-prefix';
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/**
 * The command line on this machine for a command on the instance whose root is at `dir`. With `path-prefix` it is a plain process of
 * this machine: it finds the root in `BONGSU_ROOT`, the root's programs first on PATH, and its paths are given with the prefix.
 */
export function launchOf(isolation: Isolation, dir: string, command: InstanceCommand): Launch {
  if (isolation === 'bubblewrap') {
    const bwrap = programFind('bwrap');
    if (bwrap === null) throw new Error('bubblewrap was chosen but bwrap is not on PATH');
    const own = ownState(dir, command);
    const env = { PATH: searchPath, LANG: 'C.UTF-8', ...(own ? { BONGSU_STATE: `/${own}` } : {}), ...command.env };
    return bubblewrapLaunch(bwrap, dir, hostnameOf(dir, command.hostname), command.cwd, env, command.args);
  }
  const state = join(dir, ownState(dir, command) ?? 'run/bongsu');
  mkdirSync(state, { recursive: true });
  mkdirSync(join(dir, 'tmp'), { recursive: true });
  const shims = ownerShims(dir, programFind('stat'), programFind('find'));
  return {
    file: command.args[0] ?? 'sh',
    args: command.args.slice(1),
    env: {
      PATH: [join(dir, 'opt/lab/bin'), ...(shims === null ? [] : [shims]), ...programFolders].join(':'),
      LANG: 'C.UTF-8',
      BONGSU_ROOT: dir,
      BONGSU_STATE: state,
      TMPDIR: join(dir, 'tmp'),
      ...command.env,
    },
    cwd: join(dir, command.cwd),
  };
}

/** Instances of a fleet share one root; what a run keeps while it goes on must still be each instance's own. */
function ownState(dir: string, command: InstanceCommand): string | null {
  const instanceId = command.env['AWS_SSM_INSTANCE_ID'];
  return basename(dir).startsWith('shared-') && instanceId !== undefined ? `run/bongsu-${instanceId}` : null;
}

/** A path of the instance as a process under this isolation must write it. */
export function pathInside(isolation: Isolation, dir: string, path: string): string {
  return isolation === 'bubblewrap' ? path : join(dir, path);
}
