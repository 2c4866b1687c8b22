// The document's own steps in a real shell: a run id does its work once, whatever reaches the host a second time.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandDocument } from './command-document.ts';

let server: Server;
let state: string;
beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), 'bongsu-once-'));
  server = createServer((_, answer) => answer.end('echo checked\n'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => {
  server.close();
  rmSync(state, { recursive: true, force: true });
});

const document = JSON.parse(commandDocument({ script: '.*', result: '.*', tls: false }, { executionSeconds: 60 })) as {
  readonly mainSteps: readonly { readonly name: string; readonly inputs: { readonly runCommand: string[] } }[];
};

/** Runs one step as the agent would; gives its exit code. */
function step(name: string, runId: string, commandId: string): Promise<number | null> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/script`;
  const text = document.mainSteps.find((one) => one.name === name)?.inputs.runCommand.join('\n') ?? '';
  const shell = text.replaceAll('{{ RunId }}', runId).replaceAll('{{ ScriptUrl }}', url);
  const environment = { PATH: process.env['PATH'], SSM_COMMAND_ID: commandId, BONGSU_STATE: state };
  return new Promise((ended) => {
    spawn('sh', ['-c', shell], { env: environment, stdio: 'ignore' }).on('close', ended);
  });
}

it('refuses a run that goes on, and leaves it alone', async () => {
  expect(await step('download', 'r-going-on', 'command-1')).toBe(0);
  expect(await step('download', 'r-going-on', 'command-2')).toBe(10);
  expect(await step('cleanup', 'r-going-on', 'command-2')).toBe(0);
  expect(existsSync(join(state, 'r-going-on', 'script.sh'))).toBe(true);
});

it('refuses a run that has finished', async () => {
  expect(await step('download', 'r-finished', 'command-1')).toBe(0);
  expect(await step('cleanup', 'r-finished', 'command-1')).toBe(0);
  expect(await step('download', 'r-finished', 'command-2')).toBe(10);
  expect(await step('cleanup', 'r-finished', 'command-2')).toBe(0);
  expect(readdirSync(state).filter((name) => name.startsWith('r-finished'))).toEqual(['r-finished.done']);
});

it('takes a run that was never seen', async () => expect(await step('download', 'r-other', 'command-3')).toBe(0));
