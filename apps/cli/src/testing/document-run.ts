// The steps of a command document in a real shell, as an agent would give them their parameters, for stories of one host.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect } from 'vitest';

interface Step {
  readonly name: string;
  readonly inputs: { readonly runCommand: readonly string[] };
}

export interface DocumentRun {
  /** Exit codes by step. */
  readonly codes: Readonly<Record<string, number | null>>;
  /** What the steps wrote to their error output. */
  readonly said: string;
}

/** The shells of small and of old hosts, those of them that are here. */
export const shells = [['dash'], ['bash', '--posix'], ['busybox', 'sh']]
  .filter(([name]) => existsSync(`/usr/bin/${name}`))
  .map((words) => [words.join(' '), words] as const);

/** Runs the steps up to the first that fails, then the cleanup. Parameters must fit the document's patterns. */
export async function documentRun(
  text: string,
  parameters: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
  shell: readonly string[] = ['sh'],
): Promise<DocumentRun> {
  const document = JSON.parse(text) as {
    readonly parameters: Readonly<Record<string, { readonly allowedPattern: string }>>;
    readonly mainSteps: readonly Step[];
  };
  expect(Object.keys(parameters).sort()).toEqual(Object.keys(document.parameters).sort());
  for (const [name, value] of Object.entries(parameters))
    expect([name, new RegExp(document.parameters[name]?.allowedPattern ?? '$^').test(value)]).toEqual([name, true]);
  const codes: Record<string, number | null> = {};
  let said = '';
  for (const { name, inputs } of document.mainSteps) {
    if (name !== 'cleanup' && Object.values(codes).some((code) => code !== 0)) continue;
    const lines = inputs.runCommand
      .slice(1)
      .join('\n')
      .replaceAll(/\{\{ (\w+) \}\}/g, (_, parameter: string) => parameters[parameter] ?? '');
    codes[name] = await new Promise((ended) => {
      const [program = 'sh', ...words] = shell;
      const child = spawn(program, [...words, '-c', lines], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      child.stderr.on('data', (part: Buffer) => (said += part.toString()));
      child.on('close', ended);
    });
  }
  return { codes, said };
}
