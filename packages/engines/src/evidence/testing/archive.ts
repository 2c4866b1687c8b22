// Archives for tests of the reader: what a host would send, and what somebody else might.
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

export type Entry = Partial<Header> & Pick<Header, 'name'> & { readonly text?: string | Uint8Array };

/** A manifest with these probe lines: `name state exit seconds bytes`, spaces for tabs. */
export function manifestText(...probes: readonly string[]): string {
  return [
    'bongsu-evidence\t1',
    'run\trun-1',
    'instance\ti-0123456789abcdef0',
    'command\tc-1',
    `script\t${'a'.repeat(64)}`,
    'started\t1700000000',
    'uid\t0',
    'live\t1',
    ...probes.map((probe) => `probe\t${probe.replaceAll(' ', '\t')}`),
    'ended\t1700000009',
    '',
  ].join('\n');
}

/** The entries of an honest archive with one probe. */
export function honest(text = '#note\tx\ty\n'): Entry[] {
  return [
    { name: 'manifest', text: manifestText(`try ok 0 1 ${Buffer.byteLength(text)}`) },
    { name: 'probes/', type: 'directory' },
    { name: 'probes/try', text },
  ];
}

export async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const { text, ...header } of entries) archive.entry(header, Buffer.from(text ?? ''));
  archive.finalize();
  return buffer(archive as unknown as Readable);
}

export async function archiveOf(entries: readonly Entry[]): Promise<Buffer> {
  return gzipSync(await tarOf(entries));
}

/** The bytes as an upload gives them, a few at a time. */
export function stream(bytes: Uint8Array, chunkBytes = 997): Readable {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes));
  return Readable.from(chunks);
}
