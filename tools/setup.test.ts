// The installer against small checkouts of its own, with an npm that writes down what it was asked.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const bundled = `node-linux-${process.arch}`;
const lock = (packages: object): string => JSON.stringify({ packages: { '': {}, 'packages/core': {}, ...packages } });
const wanted = {
  'node_modules/kysely': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/cli-darwin': { version: '1.0.0', optional: true },
};

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bongsu-setup-'));
  mkdirSync(join(root, 'tools'));
  cpSync(new URL('setup.mjs', import.meta.url), join(root, 'tools', 'setup.mjs'));
  writeFileSync(join(root, 'package-lock.json'), lock(wanted));
  npmThat(`mkdir -p node_modules/${bundled}/bin && touch node_modules/${bundled}/bin/node`);
});
afterEach(() => rmSync(root, { recursive: true }));

/** Puts an `npm` first on PATH that notes its arguments and then does this. */
function npmThat(does: string): void {
  mkdirSync(join(root, 'bin'), { recursive: true });
  writeFileSync(join(root, 'bin', 'npm'), `#!/bin/sh\nprintf '%s\\n' "$*" >> asked\n${does}\n`);
  chmodSync(join(root, 'bin', 'npm'), 0o755);
}

/** Makes node_modules as npm leaves it after an install of these packages. */
function installed(packages: object): void {
  mkdirSync(join(root, 'node_modules', bundled, 'bin'), { recursive: true });
  writeFileSync(join(root, 'node_modules', bundled, 'bin', 'node'), '');
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), lock(packages));
}

function setup(...words: string[]): { code: number | null; said: string; asked: string } {
  const env = { PATH: `${join(root, 'node_modules', '.bin')}:${join(root, 'bin')}:/usr/bin:/bin` };
  const { status, stderr } = spawnSync(process.execPath, ['tools/setup.mjs', ...words], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  const asked = join(root, 'asked');
  return { code: status, said: stderr, asked: existsSync(asked) ? readFileSync(asked, 'utf8') : '' };
}

test('installs once where nothing is installed, without running scripts of packages', () => {
  const { code, said, asked } = setup('--quiet');
  expect(said).toMatch(/installing packages[^]+packages installed in \d+ s/);
  expect(asked).toMatch(/^ci --ignore-scripts /);
  expect(code).toBe(0);
});

test('says and does nothing where the lockfile is installed; packages of other platforms may be absent', () => {
  installed({ 'node_modules/kysely': wanted['node_modules/kysely'] });
  expect(setup('--quiet')).toEqual({ code: 0, said: '', asked: '' });
});

test('installs again where a package is missing, has another version or another content', () => {
  const { version, integrity } = wanted['node_modules/kysely'];
  for (const packages of [
    {},
    { 'node_modules/kysely': { version: '1.0.1', integrity } },
    { 'node_modules/kysely': { version, integrity: 'sha512-b' } },
  ]) {
    rmSync(join(root, 'asked'), { force: true });
    installed(packages);
    expect(setup('--quiet').asked, JSON.stringify(packages)).toContain('ci ');
  }
});

test('an interrupted install is begun again', () => {
  installed(wanted);
  rmSync(join(root, 'node_modules', '.package-lock.json'));
  expect(setup().asked).toContain('ci ');
});

test('a failed install says what npm said and how to go on', () => {
  npmThat('echo "no route to the registry" >&2; exit 3');
  const { code, said } = setup();
  expect(said).toContain('npm ci failed (exit 3).\nno route to the registry\n');
  expect(code).toBe(1);
});

test.runIf(process.platform === 'linux')('an install that brought no Node 24 is not taken for a good one', () => {
  npmThat('mkdir -p node_modules');
  const { code, said } = setup();
  expect(said).toContain(`npm could not install ${bundled}`);
  expect(code).toBe(1);
});

test('a checkout without its lockfile is refused with the remedy', () => {
  rmSync(join(root, 'package-lock.json'));
  expect(setup()).toMatchObject({ code: 1, said: expect.stringContaining('git checkout package-lock.json') });
});
