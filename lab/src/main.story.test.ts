// The lab as a command: one JSON line that a client can live on, plain words for what cannot be, and an end when told.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/** The part of the first line that a client lives on. */
interface Started {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly accounts: readonly { readonly accountId: string }[];
  readonly regions: readonly [string];
}

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{ exitCode: number | null; stderr: string }>((resolve) => {
    child.once('close', (exitCode) => resolve({ exitCode, stderr }));
  });
  return { child, ended };
}

test('starts, serves and stops', async () => {
  const { child, ended } = start('--world', 'empty', '--seed', '7');
  let first: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    first = line;
    break;
  }
  const { endpoint, credentials, accounts, regions, ...rest } = JSON.parse(first ?? '') as Started;
  const client = new OrganizationsClient({ endpoint, credentials, region: regions[0] });
  const { Accounts } = await client.send(new ListAccountsCommand({}));
  expect(Accounts?.map((account) => account.Id)).toEqual(accounts.map((account) => account.accountId));
  expect(rest).toMatchObject({ world: 'empty', bucket: { name: expect.any(String) }, isolation: expect.any(String) });

  const second = start('--world', 'empty', '--port', new URL(endpoint).port);
  expect(await second.ended).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('is in use') });

  child.kill('SIGTERM');
  expect(await ended).toEqual({ exitCode: 0, stderr: '' });
});

test.each([
  [['--world', 'nowhere'], 'nowhere'],
  [['--port', '70000'], '--port is a whole number'],
  [['--seed', 'x'], '--seed is a whole number'],
  [['--colour', 'red'], '--colour'],
])('%j is refused', async (args, words) => {
  expect(await start(...args).ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(words) });
});
