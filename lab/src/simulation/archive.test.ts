// Archives of simulated hosts: real ones to whoever reads them, each with its own manifest, sharing all the rest.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Template } from './archive.ts';
import { padArchive, readTemplate, sizeOf, stampArchive } from './archive.ts';

const manifest = [
  'bongsu-evidence\t1',
  'run\trecorded',
  'instance\trecorded',
  'command\trecorded',
  `script\t${'a'.repeat(64)}`,
  'started\t1',
  'uid\t0',
  'live\t1',
  'probe\tsshd\tok\t0\t1\t12',
  'ended\t2',
];
const stamp = {
  ...{ run: 'r-7', instance: 'i-0123456789abcdef0', command: 'c-1', script: 'b'.repeat(64) },
  ...{ startedSeconds: 1_900_000_000, endedSeconds: 1_900_000_040 },
};
const probe = 'line of evidence\n'.repeat(5000);
let folder: string;
let template: Template;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bongsu-archive-'));
  mkdirSync(join(folder, 'pack/probes'), { recursive: true });
  writeFileSync(join(folder, 'pack/manifest'), `${manifest.join('\n')}\n`);
  writeFileSync(join(folder, 'pack/probes/sshd'), probe);
  spawnSync('tar', ['-cf', 'r.tar', '-C', 'pack', 'manifest', 'probes'], { cwd: folder });
  template = readTemplate(gzipSync(readFileSync(join(folder, 'r.tar'))));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a stamped archive', () => {
  test('is one gzip file that tar and gzip of this machine unpack, with its own manifest and the recorded probes', () => {
    const bytes = Buffer.concat(padArchive(stampArchive(template, stamp), 262_144));
    expect(bytes.length).toBe(262_144);
    writeFileSync(join(folder, 'out.tar.gz'), bytes);
    mkdirSync(join(folder, 'out'));
    const unpacked = spawnSync('tar', ['-xzf', 'out.tar.gz', '-C', 'out'], { cwd: folder });
    expect([unpacked.status, readdirSync(join(folder, 'out')).sort()]).toEqual([0, ['manifest', 'probes']]);
    expect(readFileSync(join(folder, 'out/probes/sshd'), 'utf8')).toBe(probe);
    expect(readFileSync(join(folder, 'out/manifest'), 'utf8').split('\n').slice(1, 6)).toEqual([
      'run\tr-7',
      'instance\ti-0123456789abcdef0',
      'command\tc-1',
      `script\t${'b'.repeat(64)}`,
      'started\t1900000000',
    ]);
    // A second member would follow a second head; there is one, and its checksum holds for strict readers too.
    const strict = 'import sys,zlib;d=zlib.decompressobj(31);d.decompress(sys.stdin.buffer.read());print(d.eof)';
    const read = spawnSync('python3', ['-c', strict], { input: bytes });
    if (read.error === undefined) expect(read.stdout.toString()).toBe('True\n');
  });

  test('shares the packed evidence, and differs from run to run', () => {
    const [one, other] = [stampArchive(template, stamp), stampArchive(template, { ...stamp, run: 'r-8' })];
    expect(one[1]).toBe(other[1]);
    expect(one[0]?.equals(other[0] ?? Buffer.alloc(0))).toBe(false);
    expect(gunzipSync(Buffer.concat(other)).includes('run\tr-8\n')).toBe(true);
    expect(sizeOf(padArchive(one, 10))).toBe(sizeOf(one));
  });

  test('can be recorded again', () => {
    const again = readTemplate(Buffer.concat(stampArchive(template, stamp)));
    expect(again.manifest).toContain('run\tr-7');
    expect(again.rest.equals(template.rest)).toBe(true);
  });
});

test('what holds no manifest is refused', () => {
  expect(() => readTemplate(gzipSync(Buffer.alloc(1024)))).toThrow(RangeError);
  expect(() => readTemplate(Buffer.from('no archive'))).toThrow('incorrect header check');
});
