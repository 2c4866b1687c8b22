// What a host of many accounts and files asks of the preamble and the walk, in every shell: batches say what single questions say.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { hostRun, isRoot, type Place, placeMake, shells, tryProbe } from './testing/host-place.ts';

const places: Place[] = [];
let place: Place;

beforeEach(() => {
  place = placeMake();
  places.push(place);
  for (const dir of ['etc', 'srv']) mkdirSync(join(place.root, dir));
  writeFileSync(join(place.root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\n');
  writeFileSync(join(place.root, 'etc/group'), 'root:x:0:\n');
});
afterAll(() => places.forEach((one) => spawnSync('rm', ['-rf', one.dir])));

const names = [
  'plain',
  'a b',
  'star*',
  '-n',
  '$(id)',
  'new\nline',
  'end\n',
  'tab\tx',
  'folder/',
  'link',
  'chain',
  'loop',
  'gone',
  '=',
];

/** Files, a folder, links to a file, over another link and in a circle, one that leads nowhere, and nothing at all. */
function plant(): void {
  const at = (name: string): string => join(place.root, 'srv', name);
  for (const [index, name] of names.slice(0, 8).entries()) {
    writeFileSync(at(name), 'x'.repeat(index));
    chmodSync(at(name), 0o640 + index);
  }
  mkdirSync(at('folder'));
  symlinkSync('/srv/plain', at('link'));
  symlinkSync('link', at('chain'));
  symlinkSync('loop', at('loop'));
  symlinkSync('/srv', join(place.root, 'over'));
  symlinkSync('folder', at('to-folder'));
}

const quoted = (texts: readonly string[]): string => texts.map((one) => `'${one.replaceAll("'", `'\\''`)}'`).join(' ');

describe.each(shells.filter((shell) => shell.program !== null))('in $name', (shell) => {
  const recordsOf = async (script: string, order: Parameters<typeof hostRun>[3] = {}) =>
    (await hostRun(place, shell, [tryProbe('try', script, { timeoutSeconds: 60 })], order)).records('try');

  it('says of many paths at once what it says of each', async () => {
    plant();
    const paths = ['srv', 'over', 'none', 'srv/plain/below']
      .flatMap((dir) => names.map((name) => `/${dir}/${name}`))
      .concat('/srv/to-folder/', '/srv/to-folder/../link', '/', '//srv//plain', '/over');
    const list = quoted(paths);
    const single = (await recordsOf(`for _path in ${list}; do meta "$_path"; done`)).files();
    const many = (await recordsOf(`metas ${list}`)).files();
    expect(single.filter((file) => file.state === 'present').length).toBeGreaterThan(20);
    // Names that hold a line end are asked alone, and come first.
    const order = (path: string): number => paths.indexOf(path);
    expect(many.toSorted((a, b) => order(a.path) - order(b.path))).toEqual(single);
  });

  it('asks one by one where the answers do not fit the paths', async () => {
    plant();
    const shrinks = `stat() { [ $# -le 4 ] && { command stat "$@"; return; }; command stat "$@" | sed 1d; }\n`;
    const list = quoted(['/srv/plain', '/srv/a b', '/srv/star*']);
    const records = await recordsOf(`${shrinks}metas ${list}`);
    expect(records.files().map((file) => [file.path, file.sizeBytes])).toEqual([
      ['/srv/plain', 0],
      ['/srv/a b', 1],
      ['/srv/star*', 2],
    ]);
  });

  it('hands over every collected path once, a hundred at most', async () => {
    for (let number = 0; number < 250; number += 1) writeFileSync(join(place.root, `srv/f ${number} *`), '');
    writeFileSync(join(place.root, 'srv/odd\nname'), '');
    const records = await recordsOf(`
each() { note batch "$#"; for _given; do note path "$_given"; done; }
expand '/srv/*' later each
later '' each
later '' each`);
    const sizes = records.notes('batch').map(({ values }) => Number(values[0]));
    expect(sizes.toSorted((a, b) => a - b)).toEqual([1, 50, 100, 100]);
    const seen = records.notes('path').map(({ values }) => values[0]);
    expect(new Set(seen).size).toBe(251);
    expect(seen).toHaveLength(251);
    expect(seen).toContain('/srv/odd\nname');
  });

  it.runIf(isRoot)(
    'knows every account of many by its number, and no other',
    async () => {
      // Runs and gaps of all lengths, in no order, and the largest numbers there are.
      const known = new Set([0, 1, 2, 3, 7, 4294967293, 2147483647, 2147483648]);
      for (let id = 100; id < 900; id += 1 + ((id * 7919) % 13)) known.add(id);
      const lines = [...known].toReversed().map((id) => `u${id}:x:${id % 2 ? id : `00${id}`}:${id}::/:/bin/sh\n`);
      writeFileSync(join(place.root, 'etc/passwd'), lines.join(''));
      writeFileSync(join(place.root, 'etc/group'), [...known].map((id) => `g${id}:x:${id}:\n`).join(''));
      const asked = [
        0, 1, 2, 3, 4, 6, 7, 8, 99, 2147483646, 2147483647, 2147483648, 2147483649, 4294967292, 4294967293, 4294967294,
      ];
      for (let id = 100; id < 950; id += 1) asked.push(id);
      for (const id of asked) {
        const path = join(place.root, 'srv', String(id));
        writeFileSync(path, '');
        chownSync(path, id, id % 3 === 0 ? 0 : id);
      }
      const lost = asked.filter((id) => !known.has(id));
      expect((await recordsOf('walk')).note('walk.unowned.total')?.values).toEqual([String(lost.length), '0']);
    },
    60_000,
  );

  it.runIf(isRoot)('counts what lies deeper than a path reaches, or says that it could not', async () => {
    const made = spawnSync(
      'bash',
      ['-c', 'for i in {1..50}; do mkdir "$N" && cd "$N" || exit 1; done; touch x && chmod 4666 x; echo ok'],
      { cwd: join(place.root, 'srv'), env: { PATH: process.env['PATH'], N: 'd'.repeat(100) }, encoding: 'utf8' },
    );
    expect(made.stdout).toBe('ok\n');
    const records = await recordsOf('walk');
    const seen = ['setuid', 'writable-file'].map((kind) => records.note(`walk.${kind}.total`)?.values[0]);
    const faults = Number(records.note('walk.faults')?.values[0]);
    // The find of busybox stops at the length of a path and says so.
    if (faults > 0) expect(records.notes('walk.gap')).not.toEqual([]);
    else expect(seen).toEqual(['1', '1']);
    rmSync(join(place.root, 'none'), { force: true });
  });

  it('speaks the same language whatever the environment asks for', async () => {
    plant();
    const env = {
      LANG: 'ko_KR.UTF-8',
      LC_ALL: 'ko_KR.UTF-8',
      LC_MESSAGES: 'ko_KR.UTF-8',
      LANGUAGE: 'ko',
      TAR_OPTIONS: '--exclude=*',
      GREP_OPTIONS: '--color=always',
      GZIP: '--help',
      POSIXLY_CORRECT: '1',
    };
    const script = `metas /srv/plain /srv/folder /srv/link\nwalk\ncmd words sh -c 'echo "$LC_ALL $LANG"; ls /nowhere'`;
    const [told, plain] = [await recordsOf(script, { env }), await recordsOf(script)];
    expect(told.all).toEqual(plain.all);
    expect(told.command('words')?.stdout).toEqual(['C C']);
  });
});
