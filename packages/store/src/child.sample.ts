// Starts a second, real process for the tests of locking and of sudden death.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly pid: number;
  /** Every line it has written so far. */
  readonly lines: readonly string[];
  /** Resolves with the first line that begins so; rejects when the process ends without it. */
  line(start: string): Promise<string>;
  /** Sends a line to its standard input. */
  tell(line: string): void;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
  /** Waits for its own end. */
  ended(): Promise<void>;
}

/** Takes a script beside this file and its arguments. */
export function childStart(script: string, ...args: string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const closed = Promise.all([once(child, 'close'), once(reader, 'close')]);
  return {
    pid: childPid(child),
    lines,
    line: (start) => lineAwait(lines, start, reader, closed),
    tell: (line) => void child.stdin.write(`${line}\n`),
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
    ended: async () => void (await closed),
  };
}

function childPid(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('the process did not start');
  return child.pid;
}

function lineAwait(
  lines: readonly string[],
  start: string,
  reader: ReturnType<typeof createInterface>,
  closed: Promise<unknown>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = lines.find((line) => line.startsWith(start));
      if (found !== undefined) resolve(found);
    };
    reader.on('line', look);
    look();
    void closed.then(() => reject(new Error(`the process ended without "${start}": ${lines.join(' | ')}`)));
  });
}
