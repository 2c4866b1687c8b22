// The hash that names a pack: SHA-256 over the list of its files, so that whoever has the folder can make it with sha256sum.
import { createHash } from 'node:crypto';

/** As `sha256sum $(find . -type f | LC_ALL=C sort) | sha256sum`, with paths as the pack gives them. */
export function packHash(files: ReadonlyMap<string, Uint8Array>): string {
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => `${sha256Of(bytes)}  ${path}\n`);
  return sha256Of(Buffer.from(lines.join('')));
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
