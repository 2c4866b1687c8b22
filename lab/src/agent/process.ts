// Runs one program in a process group of its own, with a time limit, and leaves nothing of the group behind.
import { spawn } from 'node:child_process';

export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

export interface Ended {
  /** `exited` by itself, `timed-out`, `aborted`, or `not-started` with the system's words in `fault`. */
  readonly how: 'exited' | 'timed-out' | 'aborted' | 'not-started';
  /** 128 + signal number where a signal ended it. */
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly fault: string;
}

/** Kept of each stream; what is longer is read and dropped. The agent reports far less. */
const keptBytesMax = 65_536;
const signalNumbers: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGPIPE: 13,
  SIGTERM: 15,
};

/**
 * Runs until the program has ended and nobody holds its output any more, then kills what is left of its group.
 * After `timeoutSeconds` or when `signal` fires the whole group is killed and not waited for further.
 */
export function processRun(launch: Launch, timeoutSeconds: number, signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(launch.file, [...launch.args], {
      env: { ...launch.env },
      cwd: launch.cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stdout = kept(child.stdout);
    const stderr = kept(child.stderr);
    let done = false;
    const end = (how: Ended['how'], exitCode: number, fault = ''): void => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      groupKill(child.pid);
      child.stdout.destroy();
      child.stderr.destroy();
      const result = { how, exitCode, stdout: stdout(), stderr: stderr(), fault };
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) resolve(result);
      else child.once('exit', () => resolve(result));
    };
    const abort = (): void => end('aborted', 137);
    const timer = setTimeout(() => end('timed-out', 137), timeoutSeconds * 1000);
    child.on('error', (error) => end('not-started', 1, error.message));
    child.on('close', (code, name) => end('exited', code ?? 128 + (signalNumbers[name ?? ''] ?? 0)));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

function kept(stream: NodeJS.ReadableStream): () => Buffer {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    if (bytes < keptBytesMax) chunks.push(chunk.subarray(0, keptBytesMax - bytes));
    bytes += chunk.length;
  });
  return () => Buffer.concat(chunks);
}

/** Kills a process group; that it is gone already is the usual case. */
function groupKill(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
