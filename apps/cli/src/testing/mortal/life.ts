// One life: a process that works until it has done all, or dies.
import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Lab } from '@bongsu/lab';
import { sdkEnvironment } from '../../wire.ts';
import type { Kill, MortalOrder, MortalSaid, ToKeeper } from './order.ts';
import type { TimeKeeper } from './time-keeper.ts';

const program = fileURLToPath(new URL('mortal.child.ts', import.meta.url));
/** Of this machine's: a life takes seconds, on a busy machine tens of them. */
const secondsMost = 240;

export interface LifeGround {
  readonly lab: Lab;
  readonly keeper: TimeKeeper;
  /** Folder of compiled modules, shared by all lives. */
  readonly cache: string;
}

export interface LifeEnded {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: MortalSaid | null;
  readonly errors: string;
}

export interface Life {
  kill(): void;
  readonly ended: Promise<LifeEnded>;
}

export type How = Kill | { readonly milliseconds: number };

export function lifeStart(order: MortalOrder, how: How | null, { lab, keeper, cache }: LifeGround): Life {
  const kill = how === null || 'milliseconds' in how ? {} : { kill: how };
  const words = JSON.stringify({ order: { ...order, ...kill }, now: lab.clock.now() });
  const env = {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: cache,
    ...sdkEnvironment(lab.url, lab.centralCredentials, lab.bucket.region),
  };
  const child = spawn(process.execPath, [program, words], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  keeper.mind(child);
  let errors = '';
  let said: MortalSaid | null = null;
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  child.on('message', (message: ToKeeper) => {
    if ('said' in message) said = message.said;
  });
  const over = new AbortController();
  const { signal } = over;
  const doom = async (): Promise<void> => {
    if (how && 'milliseconds' in how) await delay(how.milliseconds, undefined, { signal });
    else {
      await delay(secondsMost * 1000, undefined, { signal });
      errors += `had not ended after ${secondsMost} s`;
    }
    child.kill('SIGKILL');
  };
  doom().catch((fault: unknown) => {
    if (!signal.aborted) throw fault;
  });
  return {
    kill: () => void child.kill('SIGKILL'),
    ended: new Promise((resolve) => {
      child.on('close', (code, ending) => {
        over.abort();
        resolve({ code, signal: ending, said, errors });
      });
    }),
  };
}
