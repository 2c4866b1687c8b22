// Result archives of simulated hosts: one recorded archive, given the manifest of each run and packed without being copied.
import { crc32, constants, deflateRawSync, gunzipSync } from 'node:zlib';

/** A recorded archive, taken apart: what differs from run to run, and the shared rest as it goes into every result. */
export interface Template {
  /** The manifest's lines, `key<TAB>values`. */
  readonly manifest: readonly string[];
  /** The manifest's tar header, whose size is still that of the recorded one. */
  readonly header: Buffer;
  /** Every other entry with the end of the tar. */
  readonly rest: Buffer;
  /** The same, deflated; the same buffer in all results. */
  readonly packedRest: Buffer;
}

/** What one run writes into its manifest in place of the recorded run's words. */
export interface Stamp {
  readonly run: string;
  readonly instance: string;
  readonly command: string;
  readonly script: string;
  readonly startedSeconds: number;
  readonly endedSeconds: number;
}

const block = 512;
const manifestName = 'manifest';
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

const textAt = (tar: Buffer, from: number, length: number): string =>
  tar.toString('latin1', from, from + length).replace(/\0.*$/s, '');

const padded = (bytes: number): number => Math.ceil(bytes / block) * block;

/** Takes a recorded archive (a gzipped tar with a `manifest`) apart; a RangeError where it is none. */
export function readTemplate(archive: Uint8Array): Template {
  const tar = gunzipSync(archive);
  for (let at = 0; at + block <= tar.length; ) {
    const name = textAt(tar, at, 100);
    if (name === '') break;
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8);
    const end = at + block + padded(size);
    if (name === manifestName) {
      const text = tar.toString('utf8', at + block, at + block + size);
      const rest = Buffer.concat([tar.subarray(0, at), tar.subarray(end)]);
      const manifest = text.split('\n').filter((line) => line !== '');
      return { manifest, header: Buffer.from(tar.subarray(at, at + block)), rest, packedRest: deflateRawSync(rest) };
    }
    at = end;
  }
  throw new RangeError('the recorded archive holds no manifest');
}

function stampedManifest({ manifest }: Template, stamp: Stamp): Buffer {
  const words: Readonly<Record<string, string | number>> = {
    run: stamp.run,
    instance: stamp.instance,
    command: stamp.command,
    script: stamp.script,
    started: stamp.startedSeconds,
    ended: stamp.endedSeconds,
  };
  const lines = manifest.map((line) => {
    const key = line.slice(0, line.indexOf('\t'));
    return Object.hasOwn(words, key) ? `${key}\t${words[key]}` : line;
  });
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** A tar header with another size, and the sum that goes with it (POSIX.1-1988, tar interchange format). */
function headerFor(header: Buffer, bytes: number): Buffer {
  const changed = Buffer.from(header);
  changed.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  changed.write('        ', 148, 'latin1');
  const sum = changed.reduce((total, byte) => total + byte, 0);
  changed.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return changed;
}

/** One run's archive as the parts it is sent in: a gzip file of one member, of which only the first part and the last are its own. */
export function stampArchive(template: Template, stamp: Stamp): readonly Buffer[] {
  const manifest = stampedManifest(template, stamp);
  const own = Buffer.alloc(block + padded(manifest.length));
  headerFor(template.header, manifest.length).copy(own);
  manifest.copy(own, block);
  // A deflate stream may go on after a flush as if it began there, so that the rest need not be packed again.
  const packed = deflateRawSync(own, { level: 1, finishFlush: constants.Z_FULL_FLUSH });
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(template.rest, crc32(own)), 0);
  trailer.writeUInt32LE((own.length + template.rest.length) >>> 0, 4);
  return [Buffer.concat([gzipHead, packed]), template.packedRest, trailer];
}

let zeros = Buffer.alloc(0);

/** The parts followed by zeros up to `bytes`; the same zeros for everybody. */
export function padArchive(parts: readonly Buffer[], bytes: number): readonly Buffer[] {
  const missing = bytes - sizeOf(parts);
  if (missing <= 0) return parts;
  if (zeros.length < missing) zeros = Buffer.alloc(missing);
  return [...parts, zeros.subarray(0, missing)];
}

export const sizeOf = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0);
