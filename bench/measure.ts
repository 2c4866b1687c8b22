// Runs a shell text and measures it: wall time, CPU of all it started, and the peak of the resident memory of its whole tree.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** Sum over the tree, shared pages counted in each process. */
  readonly peakBytes: number;
}

/** Resident bytes of a process and all below it. */
function residentBytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return pages * 4096 + below.reduce((sum, child) => sum + residentBytes(Number(child)), 0);
  } catch {
    // It ended between two looks.
    return 0;
  }
}

async function once(words: string, env: NodeJS.ProcessEnv): Promise<Measured> {
  const began = performance.now();
  const child = spawn('sh', ['-c', `${words}\ncode=$?\necho\ntimes\nexit $code`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said = (said + part).slice(-1_000)));
  let peak = 0;
  const looks = setInterval(() => (peak = Math.max(peak, residentBytes(child.pid ?? 0))), 50);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(looks);
  if (code !== 0) throw new Error(`${words} ended with ${String(code)}`);
  const spent = [
    ...said
      .trim()
      .split('\n')
      .slice(-2)
      .join(' ')
      .matchAll(/(\d+)m([\d.]+)s/g),
  ];
  const cpuSeconds = spent.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
  return { wallSeconds: (performance.now() - began) / 1000, cpuSeconds, peakBytes: peak };
}

/** The run of several that took least CPU, with the highest of their peaks. */
export async function measure(words: string, env: NodeJS.ProcessEnv, runs: number): Promise<Measured> {
  const all: Measured[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await once(words, env));
  const least = all.reduce((best, one) => (one.cpuSeconds < best.cpuSeconds ? one : best));
  return { ...least, peakBytes: Math.max(...all.map((one) => one.peakBytes)) };
}
