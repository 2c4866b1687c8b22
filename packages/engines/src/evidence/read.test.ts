// The reader takes what a host script writes and refuses, with a reason and without an error, whatever else arrives.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceLimits, evidenceRead } from './read.ts';
import { archiveOf, type Entry, honest, manifestText, stream, tarOf } from './testing/archive.ts';

const read = (bytes: Uint8Array, limits = evidenceLimits) => evidenceRead(stream(bytes), limits);
const refusal = async (bytes: Uint8Array, limits = evidenceLimits): Promise<string> => {
  const result = await read(bytes, limits);
  // What was refused is kept as far as it was read.
  expect(result.bytes.byteLength).toBeGreaterThan(0);
  return result.kind === 'refused' ? result.reason : 'accepted';
};

describe('accepts', () => {
  it('an honest archive, named by the hash of its bytes', async () => {
    const bytes = await archiveOf(honest());
    const result = await read(bytes);
    expect(result).toMatchObject({
      kind: 'accepted',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      evidence: {
        raw: { try: '#note\tx\ty\n' },
        manifest: { runId: 'run-1', uid: 0, live: true, probes: [{ name: 'try', state: 'ok', bytes: 10 }] },
      },
    });
  });

  it('zeros after it, which fill the slot', async () => {
    const bytes = await archiveOf(honest());
    const slot = Buffer.concat([bytes, Buffer.alloc(262144 - bytes.length)]);
    expect(await read(slot)).toMatchObject({ kind: 'accepted' });
    expect(await read(Buffer.concat([bytes, Buffer.alloc(1)]))).toMatchObject({ kind: 'accepted' });
  });

  it('text that is not UTF-8', async () => {
    const text = Buffer.from([0x7c, 0xff, 0xfe, 0x0a]);
    const entries: Entry[] = [
      { name: 'manifest', text: manifestText('try ok 0 1 4') },
      { name: 'probes/try', text },
    ];
    const result = await read(await archiveOf(entries));
    expect(result).toMatchObject({ kind: 'accepted', evidence: { raw: { try: '|\u{fffd}\u{fffd}\n' } } });
  });

  it('an empty text of a probe that failed', async () => {
    const entries: Entry[] = [
      { name: 'manifest', text: manifestText('try timeout 124 30 5000') },
      { name: 'probes/try', text: '' },
    ];
    expect(await read(await archiveOf(entries))).toMatchObject({ kind: 'accepted' });
  });
});

describe('refuses entries that no host script writes', () => {
  const besides = (entry: Entry): Promise<Buffer> => archiveOf([...honest(), entry]);

  it.each([
    [{ name: '../probes/x', text: 'x' }, 'unexpected entry "../probes/x"'],
    [{ name: 'probes/../../x', text: 'x' }, 'unexpected entry'],
    [{ name: '/etc/cron.d/x', text: 'x' }, 'unexpected entry "/etc/cron.d/x"'],
    [{ name: 'probes/Try', text: 'x' }, 'unexpected entry'],
    [{ name: 'probes/a/b', text: 'x' }, 'unexpected entry'],
    [{ name: 'probes/\u{1b}[2J', text: 'x' }, 'unexpected entry "probes/\\u001b[2J"'],
    [{ name: `probes/${'x'.repeat(300)}!`, text: 'x' }, 'unexpected entry'],
    [{ name: 'other/', type: 'directory' }, 'unexpected folder "other/"'],
    [{ name: 'probes/l', type: 'symlink', linkname: '/etc/shadow' }, 'is a symlink, not a file'],
    [{ name: 'probes/h', type: 'link', linkname: 'manifest' }, 'is a link, not a file'],
    [{ name: 'probes/c', type: 'character-device' }, 'is a character-device, not a file'],
    [{ name: 'probes/b', type: 'block-device' }, 'is a block-device, not a file'],
    [{ name: 'probes/f', type: 'fifo' }, 'is a fifo, not a file'],
    [{ name: 'manifest', text: 'x' }, 'entry "manifest" stands twice'],
    [{ name: 'probes/try', text: 'x' }, 'entry "probes/try" stands twice'],
    [{ name: 'probes/more', text: 'x' }, 'probes/more is not in the manifest'],
  ] as [Entry, string][])('%o', async (entry, reason) => {
    expect(await refusal(await besides(entry))).toContain(reason);
  });

  it('more entries than a script has probes', async () => {
    const names = Array.from({ length: 130 }, (_, index) => `p${index}`);
    const entries: Entry[] = [
      { name: 'manifest', text: manifestText(...names.map((name) => `${name} ok 0 1 0`)) },
      ...names.map((name) => ({ name: `probes/${name}`, text: '' })),
    ];
    expect(await refusal(await archiveOf(entries))).toBe('more than 128 entries');
  });
});

const tar = await tarOf(honest());
const packed = await archiveOf(honest());
const long = await tarOf(honest('x'.repeat(5000)));
const wrongSum = Buffer.from(packed);
wrongSum.writeUInt32LE(7, packed.length - 8);

describe('refuses what is no such archive', () => {
  it('larger than the slot, with what was read of it', async () => {
    const result = await read(Buffer.alloc(2 * 1024 * 1024, 1));
    expect(result).toMatchObject({ kind: 'refused', reason: 'larger than 1048576 bytes' });
    expect(result.bytes.byteLength).toBeLessThanOrEqual(1048576);
  });

  it('small ones that unpack to more than the limit', async () => {
    const bomb = await archiveOf([{ name: 'manifest', text: Buffer.alloc(40 * 1024 * 1024) }]);
    expect(bomb.byteLength).toBeLessThan(evidenceLimits.compressedBytesMax);
    expect(await refusal(bomb)).toBe('unpacks to more than 33554432 bytes');
    const endless = gzipSync(Buffer.alloc(60 * 1024 * 1024));
    expect(await refusal(endless)).toBe('unpacks to more than 33554432 bytes');
  });

  it.each([
    ['no gzip', Buffer.from('<Error><Code>AccessDenied</Code></Error>')],
    ['a tar that is not packed', tar],
    ['a gzip that holds no tar', gzipSync('manifest')],
    ['noise in a gzip', gzipSync(Buffer.alloc(4096, 'x'))],
    ['zeros', Buffer.alloc(4096)],
    ['a gzip that ends early', packed.subarray(0, -20)],
    ['a gzip whose check sum is wrong', wrongSum],
    ['a tar that ends early', gzipSync(long.subarray(0, 3000))],
    ['bytes after it that are no zeros', Buffer.concat([packed, Buffer.from('trailing')])],
  ])('%s', async (_name, bytes) => {
    expect(await refusal(bytes)).toMatch(/^(?:not a readable gzip'd tar|no manifest)/);
  });

  it('nothing at all', async () => {
    expect(await evidenceRead(Readable.from([]))).toMatchObject({ kind: 'refused' });
  });
});

describe('refuses a manifest that breaks a rule', () => {
  const good = manifestText('try ok 0 1 10');
  it.each([
    ['none', null, 'no manifest'],
    ['empty', '', 'not format 1'],
    ['another format', good.replace('evidence\t1', 'evidence\t2'), 'not format 1'],
    ['a line twice', `${good}uid\t0\n`, 'stands twice'],
    ['a field too many', good.replace('uid\t0', 'uid\t0\t0'), 'malformed'],
    ['no user', good.replace('uid\t0\n', ''), 'a number is missing'],
    ['a user that is no number', good.replace('uid\t0', 'uid\troot'), 'a number is missing'],
    ['a time that is too long', good.replace('1700000000', '1'.repeat(13)), 'a number is missing'],
    ['no script', good.replace(/script.*\n/, ''), 'script hash is missing'],
    ['a script in capitals', good.replace('a'.repeat(64), 'A'.repeat(64)), 'script hash is missing'],
    ['an unknown state', good.replace('try\tok', 'try\tfine'), 'probe line is malformed'],
    ['a negative size', good.replace('1\t10', '1\t-1'), 'probe line is malformed'],
    ['a probe with a path', good.replace('probe\ttry', 'probe\t../try'), 'probe line is malformed'],
    ['a probe twice', `${good}probe\ttry\tok\t0\t1\t10\n`, 'probe try stands twice'],
    ['a probe that is not there', `${good}probe\tgone\tok\t0\t1\t1\n`, 'the archive does not hold it'],
    ['another size', good.replace('1\t10', '1\t11'), 'another size than the manifest says'],
  ])('%s', async (_name, text, reason) => {
    const entries = honest().filter((entry) => entry.name !== 'manifest');
    const bytes = await archiveOf(text === null ? entries : [{ name: 'manifest', text }, ...entries]);
    expect(await refusal(bytes)).toContain(reason);
  });
});

it('never throws, whatever the bytes', async () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }),
    fc.uint8Array({ maxLength: 3000 }).map((bytes) => gzipSync(bytes)),
    // An honest archive with some bytes changed, before or after packing.
    fc
      .tuple(fc.boolean(), fc.array(fc.tuple(fc.nat(tar.length - 1), fc.nat(255)), { maxLength: 8 }))
      .map(([inside, changes]) => {
        const bytes = Buffer.from(inside ? tar : packed);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return inside ? gzipSync(bytes) : bytes;
      }),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (bytes) => {
      const result = await read(Buffer.from(bytes));
      if (result.kind === 'accepted') expect(Object.keys(result.evidence.raw)).toEqual(['try']);
      else expect(result.reason).not.toBe('');
    }),
    { numRuns: 400 },
  );
});

it('throws the fault of the source itself: a lost connection is no hostile archive', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from([0x1f, 0x8b]);
      throw new Error('connection lost');
    })(),
  );
  await expect(evidenceRead(broken)).rejects.toThrow('connection lost');
});
