// A throw-away host for tests of the host script: a root, folders for its work, and a run of a composed script in a chosen shell.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostEvidence, Probe, Records } from '@bongsu/core';
import { parseRecords, probe, recordsOf } from '@bongsu/core';
import { evidenceRead } from '../../evidence/read.ts';
import { composeHostScript } from '../compose.ts';

export const ordinaryUser = 65534;
export const isRoot = process.getuid?.() === 0;

/** The shells that stand behind `sh` on the hosts we know; `null` where this machine has none. */
export const shells = [
  { name: 'dash', program: find('dash') },
  { name: 'bash', program: find('bash') },
  { name: 'busybox ash', program: find('busybox') },
] as const;
export type Shell = (typeof shells)[number];

for (const { name, program } of shells) if (program === null) skipLoudly(`${name} is not installed here`);
if (!isRoot) skipLoudly('some tests need root');

/** Says on the terminal what is not tested here. */
export function skipLoudly(what: string): void {
  process.stderr.write(`SKIPPED: ${what}\n`);
}

function find(program: string): string | null {
  const dirs = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];
  return dirs.map((dir) => join(dir, program)).find((path) => existsSync(path)) ?? null;
}

export interface Place {
  readonly dir: string;
  readonly root: string;
  /** TMPDIR of the run; empty before and after it. */
  readonly tmp: string;
  readonly state: string;
  remove(): void;
}

/** Folders that an ordinary user may enter, and one (`tmp`, `state`) that anybody may write. */
export function placeMake(): Place {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'bongsu-host-')));
  chmodSync(dir, 0o755);
  const place = { dir, root: join(dir, 'root'), tmp: join(dir, 'tmp'), state: join(dir, 'state') };
  mkdirSync(place.root);
  for (const open of [place.tmp, place.state, join(dir, 'out')]) {
    mkdirSync(open);
    chmodSync(open, 0o777);
  }
  return { ...place, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

export interface Run {
  readonly code: number | null;
  readonly stderr: string;
  /** The written result; null where there is none. */
  readonly archive: Buffer | null;
}

export interface Running {
  readonly pid: number;
  readonly ended: Promise<Run>;
}

/** Starts a composed script on a place. Without `env.BONGSU_ROOT` the place's root is read. */
export function hostStart(
  place: Place,
  shell: Shell,
  probes: readonly Probe<unknown>[],
  order: { readonly env?: Record<string, string>; readonly user?: number } = {},
): Running {
  const bin = join(place.dir, `bin-${shell.name.replace(' ', '-')}`);
  if (!existsSync(bin)) {
    mkdirSync(bin);
    symlinkSync(shell.program ?? 'absent', join(bin, 'sh'));
  }
  const script = join(place.dir, 'script.sh');
  writeFileSync(script, composeHostScript(probes).script);
  const output = join(place.dir, 'out', 'result.tar.gz');
  rmSync(output, { force: true });
  const child = spawn(join(bin, 'sh'), [script, output], {
    cwd: '/',
    env: {
      PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`,
      TMPDIR: place.tmp,
      BONGSU_ROOT: place.root,
      BONGSU_RUN: 'run-1',
      AWS_SSM_INSTANCE_ID: 'i-0123456789abcdef0',
      ...order.env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(order.user === undefined ? {} : { uid: order.user, gid: order.user }),
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
  const ended = new Promise<Run>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stderr, archive: existsSync(output) ? readFileSync(output) : null }));
  });
  return { pid: child.pid ?? 0, ended };
}

/** Runs a script and reads its result as an upload would be read; throws where it is not accepted. */
export async function hostRun(
  ...order: Parameters<typeof hostStart>
): Promise<{ readonly evidence: HostEvidence; readonly archive: Buffer; records(probe: string): Records }> {
  const { code, stderr, archive } = await hostStart(...order).ended;
  if (code !== 0 || !archive) throw new Error(`the script ended with ${code}: ${stderr}`);
  const read = await evidenceRead(
    (async function* () {
      yield archive;
    })(),
  );
  if (read.kind === 'refused') throw new Error(read.reason);
  return {
    evidence: read.evidence,
    archive,
    records: (name) => recordsOf(parseRecords(read.evidence.raw[name] ?? '')),
  };
}

/** A probe of a test: its script under roomy limits. */
export function tryProbe(name: string, script: string, limits: Partial<Probe<unknown>> = {}): Probe<unknown> {
  return probe<unknown>({
    name,
    script,
    timeoutSeconds: 15,
    sizeBytesMax: 1024 * 1024,
    live: false,
    read: (records) => records,
    ...limits,
  });
}
