// The script that is carried by hand, in every shell: it checks itself first, names its host without telling its name, and seals what it writes.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { carriedRead, sealHolds } from '../evidence/carried.ts';
import { composeCarried } from './carried.ts';
import { composeHostScript } from './compose.ts';
import { isRoot, ordinaryUser, type Place, placeMake, shells, tryProbe } from './testing/host-place.ts';

const sealKey = '7'.repeat(64);
const buildId = `b-${'a'.repeat(26)}`;
const host = composeHostScript([tryProbe('one', 'note done yes'), tryProbe('two', 'file /etc/hostname')]);
const carried = composeCarried({ buildId, builtAt: '2026-11-25T00:00:00.000Z', sealKey, host });

const places: Place[] = [];
let place: Place;
beforeEach(() => {
  place = placeMake();
  places.push(place);
  mkdirSync(join(place.root, 'etc'));
  writeFileSync(join(place.root, 'etc/machine-id'), 'c0ffee00c0ffee00c0ffee00c0ffee00\n');
  writeFileSync(join(place.root, 'etc/hostname'), 'secret-name\n');
});
afterAll(() => places.forEach((one) => one.remove()));

const once = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
};

describe.each(shells.filter((shell) => shell.program !== null))('in $name', (shell) => {
  interface Order {
    readonly text?: string | Buffer;
    readonly words?: readonly string[];
    readonly env?: Record<string, string>;
    readonly user?: number;
  }
  const out = (): string => join(place.dir, 'out');
  function run({ text = carried.text, words = [], env = {}, user }: Order = {}) {
    const bin = join(place.dir, `bin-${shell.name.replace(' ', '-')}`);
    if (!existsSync(bin)) {
      mkdirSync(bin);
      symlinkSync(shell.program ?? 'absent', join(bin, 'sh'));
    }
    const script = join(place.dir, 'check.sh');
    writeFileSync(script, text);
    chmodSync(script, 0o755);
    const ended = spawnSync(join(bin, 'sh'), [script, '--root', place.root, ...words], {
      cwd: out(),
      env: { PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, TMPDIR: place.tmp, LANG: 'C.UTF-8', ...env },
      encoding: 'utf8',
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });
    return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr, made: readdirSync(out()) };
  }

  it('writes one sealed archive by an id that does not tell the name of the host', async () => {
    const { code, stdout, made } = run();
    expect(code).toBe(0);
    expect(made).toHaveLength(1);
    expect(made[0]).toMatch(/^bongsu-h-[0-9a-f]{17}\.tar\.gz$/);
    expect(stdout.trim()).toBe(`./${made[0]}`);
    const read = await carriedRead(once(readFileSync(join(out(), made[0] ?? ''))));
    if (read.kind === 'refused') throw new Error(read.reason);
    const { manifest } = read.evidence;
    expect(manifest).toMatchObject({
      scriptSha256: host.sha256,
      instanceId: made[0]?.slice(7, -7),
      commandId: '',
      live: false,
    });
    expect(manifest.runId).toMatch(new RegExp(`^${buildId}-[0-9a-f]{16}$`));
    expect(manifest.instanceId).not.toContain('c0ffee');
    expect(read.evidence.raw['two']).toContain('|secret-name');
    expect(sealHolds(sealKey, read.bytes, read.seal)).toBe(true);
    expect(sealHolds('8'.repeat(64), read.bytes, read.seal)).toBe(false);
    expect(
      sealHolds(
        sealKey,
        read.bytes.map((byte, index) => (index === 9 ? byte ^ 3 : byte)),
        read.seal,
      ),
    ).toBe(false);
    expect(readdirSync(place.tmp)).toEqual([]);
  });

  it('runs nothing where it was altered, added to or cut short, wherever that is', () => {
    const { text } = carried;
    const bytes = Buffer.from(text);
    const flipped = Array.from({ length: 24 }, (_, index) => {
      const at = Math.floor(((index + 0.5) * bytes.length) / 24);
      return Buffer.from(bytes.map((byte, where) => (where === at ? byte ^ 1 : byte)));
    });
    const cut = [0.05, 0.3, 0.6, 0.999].map((share) => bytes.subarray(0, Math.floor(bytes.length * share)));
    for (const altered of [...flipped, ...cut, `${text}echo more\n`, `${text}\n`, text.replaceAll('\n', '\r\n')]) {
      const { code, made } = run({ text: altered });
      expect(code === 0).toBe(false);
      expect(made).toEqual([]);
    }
    const { code, stderr } = run({ text: text.replace('note done yes', 'note done no') });
    expect(code).toBe(3);
    expect(stderr).toMatch(/altered or cut short/);
    expect(run({ text: text.replace('note done yes', 'note done no'), env: { LANG: 'ko_KR.UTF-8' } }).stderr).toMatch(
      /바뀌었거나/,
    );
    expect(readdirSync(place.tmp)).toEqual([]);
  });

  it('says so where its lines got carriage returns on the way', () => {
    const { code, stderr, made } = run({ text: carried.text.replaceAll('\n', '\r\n') });
    expect([code, made]).toEqual([3, []]);
    expect(stderr).toMatch(/^bongsu: this file was altered: its lines end in CR LF/);
  });

  it('takes a name by a strict pattern alone, and asks for one where the machine id tells nothing', () => {
    for (const name of ['', '../x', 'a b', 'a;id', '-x', '$(id)', 'i-0123', 'h-1', `a${'b'.repeat(63)}`, 'a\nb'])
      expect(run({ words: ['--as', name] })).toMatchObject({ code: 2, made: [] });
    for (const id of ['', 'uninitialized\n', `${'0'.repeat(32)}\n`, 'C0FFEE00C0FFEE00C0FFEE00C0FFEE00\n']) {
      writeFileSync(join(place.root, 'etc/machine-id'), id);
      expect(run()).toMatchObject({ code: 4, made: [] });
    }
    expect(run({ words: ['--as', 'db.core_1-a'] })).toMatchObject({ code: 0, made: ['bongsu-db.core_1-a.tar.gz'] });
  });

  it('writes over nothing and through no link', () => {
    const [target, planted] = [join(place.dir, 'victim'), join(place.dir, 'out/bongsu-x.tar.gz')];
    symlinkSync(target, planted);
    expect(run({ words: ['--as', 'x'] }).code).toBe(5);
    expect(existsSync(target)).toBe(false);
    writeFileSync(join(place.dir, 'out/bongsu-y.tar.gz'), 'mine');
    expect(run({ words: ['--as', 'y'] }).code).toBe(5);
    expect(readFileSync(join(place.dir, 'out/bongsu-y.tar.gz'), 'utf8')).toBe('mine');
  });

  it('takes nothing of how it runs from the environment, and helps in two languages', () => {
    const env = { BONGSU_LIVE: '1', BONGSU_RESULT_BYTES: '7', BONGSU_STATE: '/nonexistent' };
    expect(run({ env }).code).toBe(0);
    expect(run({ words: ['--help'] })).toMatchObject({ code: 0, stdout: expect.stringContaining('Run it as root') });
    expect(run({ words: ['--help'], env: { LC_ALL: 'ko_KR.UTF-8' } }).stdout).toContain('root로 실행하십시오');
    for (const words of [['--what'], ['--as'], ['a', 'b'], [join(place.dir, 'nonexistent')]])
      expect(run({ words }).code).toBe(2);
  });

  it.runIf(isRoot)('says before it checks that it cannot write where it was told to', () => {
    const locked = join(place.dir, 'locked');
    mkdirSync(locked, { mode: 0o555 });
    const { code, stderr, made } = run({ user: ordinaryUser, words: [locked] });
    expect([code, made]).toEqual([5, []]);
    expect(stderr).toContain(`${locked}: cannot be written to`);
    expect(stderr).not.toContain('checking');
  });

  it.runIf(isRoot)('goes on as an ordinary user, and says what that costs', () => {
    const { code, stderr, made } = run({ user: ordinaryUser });
    expect([code, made.length]).toEqual([0, 1]);
    expect(stderr).toMatch(/not root.*unknown/);
  });
});
