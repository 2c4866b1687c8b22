// Keeps what hosts sent: each archive as a file under its own SHA-256, unchanged for as long as the store lives.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EvidenceStore } from '@bongsu/core';
import { recording } from './constraint.ts';
import { filePut, fileRead } from './file.ts';
import { refusalList, refusalPut } from './refusal.ts';
import { StoreError } from './store-error.ts';
import type { Database } from './tables.ts';

/**
 * The evidence of a store: files under `evidence/` and `refused/` of its folder, rows in its database.
 * `evidenceGet` gives null for what was never kept, and throws
 * StoreError `unreadable` where the file is gone or is no longer what was kept. Refusals: see refusal.ts.
 */
export function evidenceStore(db: Database, directory: string): EvidenceStore {
  return {
    evidencePut: (bytes) => evidencePut(db, directory, bytes),
    evidenceGet: (sha256) => evidenceGet(db, directory, sha256),
    refusalPut: (refusal, bytes) =>
      recording(`refusal in campaign ${refusal.campaignId}`, () => refusalPut(db, directory, refusal, bytes)),
    refusalList: (campaignId) => refusalList(db, campaignId),
  };
}

/** First the file, then the row: a row without its file cannot come about. */
async function evidencePut(db: Database, directory: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = evidencePath(directory, sha256);
  const held = await fileRead(path);
  if (held === null) await filePut(join(directory, 'partial'), path, bytes);
  else verify(sha256, held);
  await db
    .insertInto('evidence')
    .values({ sha256, size_bytes: bytes.byteLength })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return sha256;
}

/** The row is asked for only where there is no file: a lookup for each of thousands of hosts costs as much as their files. */
async function evidenceGet(db: Database, directory: string, sha256: string): Promise<Uint8Array | null> {
  // Nothing but a hash becomes part of a path.
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const bytes = await fileRead(evidencePath(directory, sha256));
  if (bytes !== null) {
    verify(sha256, bytes);
    return bytes;
  }
  const known = await db.selectFrom('evidence').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
  if (known === undefined) return null;
  throw new StoreError('unreadable', `the file of evidence ${sha256} is gone`);
}

function verify(sha256: string, bytes: Uint8Array): void {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new StoreError('unreadable', `the file of evidence ${sha256} now has SHA-256 ${found}`);
}

function evidencePath(directory: string, sha256: string): string {
  return join(directory, 'evidence', sha256.slice(0, 2), `${sha256}.tar.gz`);
}
