// The start of the command line on an old Node and on a new one: words, input, exit code and signals pass through.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const main = `
const [word = '', ...rest]: string[] = process.argv.slice(2);
console.log(Number(process.versions.node.split('.')[0]) >= 24, JSON.stringify(rest));
if (word === 'echo') process.stdin.pipe(process.stdout);
else if (word === 'wait') setTimeout(() => {}, 60_000);
else process.exit(Number(word));
`;

let root = '';
let start = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bongsu-start-'));
  start = checkoutIn('whole');
  symlinkSync(join(checkout, 'node_modules'), join(root, 'whole/node_modules'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Makes a checkout with the real start and a main of ours; returns the path of the start. */
function checkoutIn(folder: string): string {
  const cli = join(root, folder, 'apps/cli');
  mkdirSync(join(cli, 'src'), { recursive: true });
  cpSync(join(checkout, 'apps/cli/bin'), join(cli, 'bin'), { recursive: true });
  writeFileSync(join(cli, 'package.json'), '{"type":"module"}');
  writeFileSync(join(cli, 'src/main.ts'), main);
  return join(cli, 'bin/bongsu.js');
}

/** The machine's own Node, where it is too old to run the sources itself. */
const old = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find((node) => Number(/^v(\d+)/.exec(spawnSync(node, ['-v'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 99) < 24);
if (old === undefined) console.warn('SKIPPED: no Node older than 24 on this machine to start from');

const nodes = [
  ['a new Node', process.execPath] as const,
  ...(old === undefined ? [] : [['an old Node', old] as const]),
];

describe.each(nodes)('%s', (_, node) => {
  test('passes words and the exit code', () => {
    const { status, stdout } = spawnSync(node, [start, '3', 'a b', '$x', ''], { encoding: 'utf8' });
    expect(stdout).toBe('true ["a b","$x",""]\n');
    expect(status).toBe(3);
  });

  test('passes input', () => {
    expect(spawnSync(node, [start, 'echo'], { input: '봉수\n', encoding: 'utf8' }).stdout).toBe('true []\n봉수\n');
  });

  test('ends by the signal that ends the command', async () => {
    const child = spawn(node, [start, 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([null, 'SIGTERM']);
  });
});

test.skipIf(old === undefined)('an old Node without the packages is told what to do', () => {
  const { status, stderr } = spawnSync(old ?? '', [checkoutIn('bare')], { encoding: 'utf8' });
  expect(stderr).toContain('npm ci --ignore-scripts');
  expect(status).toBe(1);
});
