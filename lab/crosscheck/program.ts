// Runs programs that are no part of the project: found in the virtual environment first, then on PATH.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ProgramResult {
  /** -1 where the program could not be started. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a program to its end; that it is absent is a result, not an error. */
export function runProgram(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', (error) => resolve({ exitCode: -1, stdout, stderr: stderr + error.message }));
    child.once('close', (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
  });
}

/** The first of these that runs with the given arguments; undefined, said aloud, where none does. */
export async function findProgram(
  candidates: readonly string[],
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  what: string,
): Promise<string | undefined> {
  for (const candidate of candidates) {
    if ((await runProgram(candidate, args, environment)).exitCode === 0) return candidate;
  }
  console.warn(`SKIPPED: ${what} needs ${candidates.join(' or ')} (${args.join(' ')}), which is not here`);
  return undefined;
}
