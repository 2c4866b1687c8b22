// Reads one uploaded archive as a stream under limits, and refuses whatever is not exactly what a host script writes.
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { EvidenceManifest, HostEvidence } from '@bongsu/core';
import { extract } from 'tar-stream';
import { parseManifest } from './manifest.ts';

export interface EvidenceLimits {
  readonly compressedBytesMax: number;
  readonly rawBytesMax: number;
  /** Entries of the archive, folders included. */
  readonly entriesMax: number;
}

/** Room for about 60 probes of 512 KiB each; a slot of 256 KiB compresses to well below it. */
export const evidenceLimits: EvidenceLimits = {
  compressedBytesMax: 1024 * 1024,
  rawBytesMax: 32 * 1024 * 1024,
  entriesMax: 128,
};

export type EvidenceRead =
  | { readonly kind: 'accepted'; readonly evidence: HostEvidence; readonly sha256: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: string; readonly bytes: Uint8Array };

export type EvidenceUnpacked =
  | { readonly kind: 'accepted'; readonly evidence: HostEvidence }
  | { readonly kind: 'refused'; readonly reason: string };

class Refused extends Error {}

/**
 * Takes the archive's bytes as they arrive. The whole compressed object is kept (it is small) so that its SHA-256 names it; what it
 * unpacks to is never written anywhere. Never throws for what the bytes hold; a fault of the source stream itself is thrown.
 */
export async function evidenceRead(
  source: AsyncIterable<Uint8Array>,
  limits: EvidenceLimits = evidenceLimits,
): Promise<EvidenceRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > limits.compressedBytesMax) {
      return {
        kind: 'refused',
        reason: `larger than ${limits.compressedBytesMax} bytes`,
        bytes: Buffer.concat(chunks),
      };
    }
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const unpacked = await evidenceUnpack(bytes, limits);
  if (unpacked.kind === 'refused') return { ...unpacked, bytes };
  return { ...unpacked, sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
}

/** The same for bytes that are already here, and whose hash the caller knows. */
export async function evidenceUnpack(
  bytes: Uint8Array,
  limits: Pick<EvidenceLimits, 'rawBytesMax' | 'entriesMax'>,
): Promise<EvidenceUnpacked> {
  try {
    return { kind: 'accepted', evidence: evidenceOf(await entriesOf(inflate(bytes, limits.rawBytesMax), limits)) };
  } catch (fault) {
    return { kind: 'refused', reason: reasonOf(fault) };
  }
}

/** In one call, not as a stream: what is within the limits is small, and a bomb is let go at the limit. */
function inflate(bytes: Uint8Array, bytesMax: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: bytesMax });
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE')
      throw new Refused(`unpacks to more than ${bytesMax} bytes`);
    throw fault;
  }
}

function evidenceOf(entries: ReadonlyMap<string, string>): HostEvidence {
  const text = entries.get('manifest');
  if (text === undefined) throw new Refused('no manifest');
  const manifest = parseManifest(text);
  if (typeof manifest === 'string') throw new Refused(manifest);
  return { manifest, raw: rawOf(manifest, entries) };
}

async function entriesOf(tar: Buffer, limits: Pick<EvidenceLimits, 'entriesMax'>): Promise<Map<string, string>> {
  const archive = extract();
  archive.end(tar);
  const entries = new Map<string, string>();
  let count = 0;
  for await (const entry of archive) {
    count += 1;
    if (count > limits.entriesMax) throw new Refused(`more than ${limits.entriesMax} entries`);
    const { name, type } = entry.header;
    const fault = entryFault(name, type ?? '', entries);
    if (fault) throw new Refused(fault);
    const parts: Buffer[] = [];
    for await (const part of entry as AsyncIterable<Uint8Array>) parts.push(Buffer.from(part));
    if (type === 'file') entries.set(name, Buffer.concat(parts).toString('utf8'));
  }
  return entries;
}

/** Only the two shapes of name that the host script writes are taken, so links, devices and `..` have no way in. */
function entryFault(name: string, type: string, seen: ReadonlyMap<string, string>): string | null {
  const shown = JSON.stringify(name.slice(0, 80));
  if (type === 'directory') return name === 'probes/' ? null : `unexpected folder ${shown}`;
  if (type !== 'file') return `entry ${shown} is a ${type.slice(0, 20)}, not a file`;
  if (name !== 'manifest' && !/^probes\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) return `unexpected entry ${shown}`;
  return seen.has(name) ? `entry ${shown} stands twice` : null;
}

function rawOf(manifest: EvidenceManifest, entries: ReadonlyMap<string, string>): Record<string, string> {
  const raw: Record<string, string> = {};
  for (const probe of manifest.probes) {
    const text = entries.get(`probes/${probe.name}`);
    if (text === undefined) throw new Refused(`the manifest names probe ${probe.name}, the archive does not hold it`);
    if (probe.state === 'ok' && Buffer.byteLength(text) !== probe.bytes && !text.includes('\u{fffd}'))
      throw new Refused(`probe ${probe.name} has another size than the manifest says`);
    raw[probe.name] = text;
  }
  const named = new Set(manifest.probes.map((probe) => `probes/${probe.name}`));
  for (const name of entries.keys())
    if (name !== 'manifest' && !named.has(name)) throw new Refused(`${name} is not in the manifest`);
  return raw;
}

function reasonOf(fault: unknown): string {
  if (fault instanceof Refused) return fault.message;
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  return `not a readable gzip'd tar${code ? ` (${code})` : ''}`;
}
