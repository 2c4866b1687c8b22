// CONTRIBUTING's first example, done as it is written, in a copy of the checkout: it must be judged, registered and shown.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '..');
const copy = mkdtempSync(join(tmpdir(), 'bongsu-contributing-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The text of the block with this label after its language. */
function block(label: string): string {
  const guide = readFileSync(join(checkout, 'CONTRIBUTING.md'), 'utf8');
  const found = guide.split(`\`\`\`ts ${label}\n`)[1]?.split('```')[0];
  if (found === undefined) throw new Error(`CONTRIBUTING.md has no block ${label}`);
  return found;
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(join(copy, path), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${path} did not change`);
  writeFileSync(join(copy, path), after);
}

/** Our own packages must come from the copy, all others from the checkout. */
function linkModules(): void {
  mkdirSync(join(copy, 'node_modules/@bongsu'), { recursive: true });
  for (const [name, folder] of [
    ...['core', 'catalog', 'engines', 'aws', 'store', 'flow'].map((one) => [one, `packages/${one}`]),
    ['cli', 'apps/cli'],
    ['lab', 'lab'],
  ])
    symlinkSync(join(copy, folder ?? ''), join(copy, 'node_modules/@bongsu', name ?? ''));
  const others = execFileSync('sh', ['-c', 'ls -A node_modules'], { cwd: checkout, encoding: 'utf8' })
    .trim()
    .split('\n');
  for (const name of others.filter((one) => one !== '@bongsu' && !one.startsWith('.vite')))
    symlinkSync(join(checkout, 'node_modules', name), join(copy, 'node_modules', name));
}

it('works as it is written', { timeout: 120_000 }, () => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: checkout,
    encoding: 'utf8',
  });
  for (const path of listed.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(checkout, path), join(copy, path));
  }
  linkModules();
  const checks = 'packages/catalog/src/host-checks';
  for (const path of [`${checks}/file/shadow-backup.ts`, `${checks}/file/shadow-backup.cases.ts`])
    writeFileSync(join(copy, path), block(path));
  const lines = block('index').trimEnd().split('\n');
  const [imports, entries] = [
    lines.filter((line) => line.startsWith('import')),
    lines.filter((line) => !line.startsWith('import')),
  ];
  edit(`${checks}/file/index.ts`, (text) =>
    text.replace(/^import /m, `${imports.join('\n')}\nimport `).replace(/(= \[\n)/, `$1${entries.join('\n')}\n`),
  );
  edit('packages/catalog/src/frameworks/kisa-unix-2026.ts', (text) =>
    text.replace("      units: ['file.shadow-permissions'],\n", block('framework')),
  );

  const node = (...words: string[]): string =>
    execFileSync(process.execPath, words, { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const vitest = join(checkout, 'node_modules/vitest/vitest.mjs');
  expect(node(vitest, 'run', '--project', 'fast', 'apps/cli/src/cases.test.ts')).toMatch(/passed/);
  const root = join(copy, 'image');
  mkdirSync(join(root, 'etc'), { recursive: true });
  writeFileSync(join(root, 'etc/os-release'), 'ID=debian\nVERSION_ID="12"\n');
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\n');
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\n');
  writeFileSync(join(root, 'etc/shadow-'), 'root:*:1::::::\n', { mode: 0o644 });
  const shown = JSON.parse(node('apps/cli/bin/bongsu.js', '--json', 'check', '--root', root)) as {
    items: { unit: string; status: string; codes: Record<string, string[]> }[];
  };
  expect(shown.items.find((item) => item.unit === 'file.shadow-backup')).toMatchObject({
    status: 'fail',
    codes: { 'kisa-unix-2026': ['U-18'] },
  });
});
