// Unpacks a pack that comes as a tar, plain or gzip'd: a few small files by plain names, and nothing else.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

export const packLimits = { filesMax: 50, fileBytesMax: 262_144, archiveBytesMax: 2_097_152 } as const;

/** Why an archive is no pack. */
export class PackArchiveFault extends Error {
  override readonly name = 'PackArchiveFault';
}

/** Files by name, `./` taken off. @throws PackArchiveFault on links, devices, folders in folders, odd names and too much. */
export async function packArchive(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const archive = extract();
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const source = Readable.from([Buffer.from(bytes)]);
  const fed = isGzip ? pipeline(source, createGunzip(), archive) : pipeline(source, archive);
  const read = (async () => {
    for await (const entry of archive) {
      const name = entry.header.name.replace(/^\.\//, '');
      const isFolder = entry.header.type === 'directory';
      if (!isFolder) fileFault(name, entry.header.type ?? '', entry.header.size ?? 0, files);
      const parts: Buffer[] = [];
      for await (const part of entry as AsyncIterable<Uint8Array>) parts.push(Buffer.from(part));
      if (!isFolder) files.set(name, Buffer.concat(parts));
    }
  })();
  const faults = (await Promise.allSettled([read, fed])).flatMap((side) =>
    side.status === 'rejected' ? [side.reason as unknown] : [],
  );
  if (faults.length === 0) return files;
  const refused = faults.find((fault) => fault instanceof PackArchiveFault);
  throw refused ?? new PackArchiveFault('is neither a tar nor a gzip of one', { cause: faults[0] });
}

function fileFault(name: string, type: string, size: number, files: ReadonlyMap<string, Uint8Array>): void {
  const shown = JSON.stringify(name.slice(0, 80));
  if (type !== 'file') throw new PackArchiveFault(`holds ${shown}, which is a ${type.slice(0, 20)} and not a file`);
  if (!packFileName.test(name))
    throw new PackArchiveFault(`holds ${shown}: a pack's files lie beside each other and have plain names`);
  if (files.has(name)) throw new PackArchiveFault(`holds ${shown} twice`);
  if (size > packLimits.fileBytesMax)
    throw new PackArchiveFault(`holds ${shown} of ${size} bytes; ${packLimits.fileBytesMax} is the most`);
  if (files.size >= packLimits.filesMax) throw new PackArchiveFault(`holds more than ${packLimits.filesMax} files`);
}

/** Names of a pack's files. */
export const packFileName = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
