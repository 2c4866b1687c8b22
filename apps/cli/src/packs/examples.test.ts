// The packs of the documentation and of `pack new` are good, and the test of a pack finds what is not.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { contentWith } from './content.ts';
import { packAt, packKept, packsNamed } from './load-pack.ts';
import { packReference } from './reference.ts';
import { packTemplate } from './template.ts';
import { packTested } from './test-pack.ts';

const docs = fileURLToPath(new URL('../../../../docs', import.meta.url));
const [baseline, scripts] = [join(docs, 'examples/packs/acme-baseline'), join(docs, 'examples/packs/acme-scripts')];
const folder = mkdtempSync(join(tmpdir(), 'bongsu-packs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, files: Readonly<Record<string, string>>): string {
  const place = join(folder, name);
  mkdirSync(place);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
  return place;
}
const declared = packTemplate(false);

it.each([
  ['the example with conditions', baseline],
  ['the example with a script', scripts],
  ['the template with conditions', written('declared', declared)],
  ['the template with a script', written('script', packTemplate(true))],
])('%s passes its test', async (_what, place) => {
  const items = packTested(await packAt(place));
  expect(items.flatMap((item) => [...item.faults, ...item.cases.filter((one) => !one.good)])).toEqual([]);
  expect(items.flatMap((item) => item.cases).length).toBeGreaterThan(1);
});

describe('the test of a pack', () => {
  const yaml = declared['pack.yaml'] ?? '';
  it('fails an item without a case that passes, and one without a case that does not', async () => {
    const fails =
      yaml.slice(0, yaml.indexOf('      - name: ninety days')) + yaml.slice(yaml.indexOf('      - name: for ever'));
    const [item] = packTested(await packAt(written('only-fails', { 'pack.yaml': fails })));
    expect(item).toMatchObject({
      good: false,
      faults: [{ en: 'has no case that expects pass: write one under cases' }],
    });
    const passes = yaml.slice(0, yaml.indexOf('      - name: for ever'));
    const [other] = packTested(await packAt(written('only-passes', { 'pack.yaml': passes })));
    expect(other).toMatchObject({
      good: false,
      faults: [{ en: 'has no case that expects fail or manual: write one under cases' }],
    });
  });

  it('fails a case that says another thing, or for another reason', async () => {
    const wrong = yaml.replace('<= 90', '<= 900000').replace('because: "99999"', 'because: "12345"');
    const [item] = packTested(await packAt(written('wrong', { 'pack.yaml': wrong })));
    expect(item?.cases.map((one) => [one.name, one.good])).toContainEqual(['for ever', false]);
    expect(item?.cases.find((one) => one.name === 'for ever')).toMatchObject({ expect: 'fail', status: 'pass' });
  });
});

describe('a pack is the same', () => {
  it('in a folder, in a tar, in a gzip of one, and as a campaign keeps it', async () => {
    const [plain, gzip] = [join(folder, 'p.tar'), join(folder, 'p.tar.gz')];
    execFileSync('tar', ['-cf', plain, '-C', scripts, '.']);
    execFileSync('tar', ['-czf', gzip, '-C', scripts, 'pack.yaml', 'script.sh']);
    const pack = await packAt(scripts);
    expect(await packAt(plain)).toEqual(pack);
    expect(await packAt(gzip)).toEqual(pack);
    expect(packKept(pack.kept)).toEqual(pack);
  });

  it('by a hash that sha256sum makes', async () => {
    const sum = execFileSync('sh', ['-c', 'LC_ALL=C; export LC_ALL; sha256sum * | sha256sum | cut -c 1-64'], {
      cwd: baseline,
    });
    expect((await packAt(baseline)).kept.sha256).toBe(sum.toString().trim());
  });
});

describe('an archive that is no pack', () => {
  it.each<[string, string, RegExp]>([
    ['a link', 'ln -s /etc/passwd link', /"link", which is a symlink/],
    ['a folder in it', 'mkdir sub; echo x > sub/x', /plain names/],
    ['a large file', 'head -c 300000 /dev/zero > large', /of 300000 bytes; 262144 is the most/],
    ['an odd name', 'echo x > "a b"', /plain names/],
    ['many files', 'for i in $(seq 60); do echo > f$i; done', /more than 50 files/],
  ])('with %s is refused', async (what, script, expected) => {
    const place = written(`odd ${what}`, { ...declared });
    execFileSync('sh', ['-c', script], { cwd: place });
    const archive = join(folder, `${what}.tar`);
    execFileSync('tar', ['-cf', archive, '-C', place, '.']);
    await expect(packAt(archive)).rejects.toThrow(expected);
  });
  it('for it is something else', async () => {
    writeFileSync(join(folder, 'noise'), 'x'.repeat(5000));
    await expect(packAt(join(folder, 'noise'))).rejects.toThrow(/neither a tar nor a gzip/);
    await expect(packAt(join(folder, 'nowhere'))).rejects.toThrow(/cannot be read; name a folder/);
  });
});

describe('a configuration', () => {
  const config = join(folder, 'bongsu.yaml');
  it('takes a script only by its hash, and any pack by no other', async () => {
    const { sha256 } = (await packAt(scripts)).kept;
    await expect(packsNamed([{ path: scripts }], config)).rejects.toThrow(`write sha256: ${sha256}`);
    await expect(packsNamed([{ path: scripts, sha256: 'a'.repeat(64) }], config)).rejects.toThrow(
      /it was changed; read it/,
    );
    await expect(packsNamed([{ path: baseline, sha256: 'a'.repeat(64) }], config)).rejects.toThrow(/it was changed/);
    expect(await packsNamed([{ path: scripts, sha256 }, { path: baseline }], config)).toHaveLength(2);
  });
  it('names no pack twice, and finds them beside itself', async () => {
    const [pack] = await packsNamed([{ path: 'declared' }], config);
    expect(pack?.kept.name).toBe('mine');
    const both = await packsNamed([{ path: 'declared' }, { path: join(folder, 'declared') }], config);
    expect(() => contentWith(both)).toThrow(/two packs have the name mine/);
  });
});

it('the documentation holds the tables that the program makes, and its two examples', () => {
  const page = readFileSync(join(docs, 'packs.md'), 'utf8');
  expect(page).toContain(packReference());
  expect(page).toContain(readFileSync(join(scripts, 'script.sh'), 'utf8'));
  for (const file of [join(baseline, 'pack.yaml'), join(scripts, 'pack.yaml')]) {
    const text = readFileSync(file, 'utf8');
    expect(page).toContain(text.slice(text.indexOf('pack: 1')));
  }
});
