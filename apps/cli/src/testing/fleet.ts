// A lab and the real command line against it, for stories: each command is a process of its own, as a person would start it.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lab, LabOptions } from '@bongsu/lab';
import { startLab } from '@bongsu/lab';
import { labConfig } from '../commands/demo.ts';
import { sdkEnvironment } from '../wire.ts';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Fleet {
  readonly lab: Lab;
  readonly folder: string;
  /** Environment that points the SDK at the lab. */
  readonly environment: NodeJS.ProcessEnv;
  start(...words: readonly string[]): { child: ChildProcess; ended: Promise<Ran> };
  run(...words: readonly string[]): Promise<Ran>;
  /** Runs with `--json` and parses what it printed. */
  json<T>(...words: readonly string[]): Promise<T>;
  /** A new, empty store for the next commands. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('../../bin/bongsu.js', import.meta.url));

/** Starts a lab with this world and writes a configuration for it. */
export async function fleetStart(
  options: LabOptions,
  change: (config: string) => string = (same) => same,
): Promise<Fleet> {
  const lab = await startLab(options);
  const folder = await mkdtemp(join(tmpdir(), 'bongsu-story-'));
  await writeFile(join(folder, 'bongsu.yaml'), change(labConfig(lab)));
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: folder,
    ...sdkEnvironment(lab.url, lab.centralCredentials, lab.bucket.region),
    LANG: 'C.UTF-8',
  };
  const start = (...words: readonly string[]): { child: ChildProcess; ended: Promise<Ran> } => {
    const child = spawn(process.execPath, [program, ...words], { cwd: folder, env: environment });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    const ended = new Promise<Ran>((done) => child.on('close', (code) => done({ code, stdout, stderr })));
    return { child, ended };
  };
  const run = (...words: readonly string[]): Promise<Ran> => start(...words).ended;
  return {
    lab,
    folder,
    environment,
    start,
    run,
    json: async <T>(...words: readonly string[]) => {
      const ran = await run('--json', ...words);
      if (ran.code !== 0) throw new Error(`bongsu ${words.join(' ')} ended with ${ran.code}: ${ran.stderr}`);
      return JSON.parse(ran.stdout) as T;
    },
    forget: () => rm(join(folder, '.bongsu'), { recursive: true, force: true }),
    close: async () => {
      await lab.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The parts of `coverage --json` that stories look at. */
export interface CoverageShown {
  readonly campaign: string;
  readonly total: number;
  readonly states: Readonly<Record<string, number>>;
  readonly unreadable: readonly {
    accountId: string | null;
    region: string | null;
    faults: readonly { call: string; code: string }[];
  }[];
  readonly targets: readonly { accountId: string; instanceId: string; name: string; state: string; detail: string }[];
}

export function sumOf(states: Readonly<Record<string, number>>): number {
  return Object.values(states).reduce((sum, count) => sum + count, 0);
}
