// Keeps what hosts sent: each archive under its own SHA-256, unchanged for as long as the vault lives.
import { createHash } from 'node:crypto';
import type { EvidenceStore, Vault } from '@bongsu/core';
import { recording } from './constraint.ts';
import { refusalList, refusalPut } from './refusal.ts';
import { StoreError } from './store-error.ts';
import type { Database } from './tables.ts';

/**
 * The evidence of a store: bytes in a vault, rows in its database. `evidenceGet` gives null for what was never kept,
 * and throws StoreError `unreadable`, naming the object, where it is gone or is no longer what was kept. Refusals: see
 * refusal.ts.
 */
export function evidenceStore(db: Database, vault: Vault): EvidenceStore {
  return {
    evidencePut: (bytes) => evidencePut(db, vault, bytes),
    evidenceGet: (sha256) => evidenceGet(db, vault, sha256),
    refusalPut: (refusal, bytes) =>
      recording(`refusal in campaign ${refusal.campaignId}`, () => refusalPut(db, vault, refusal, bytes)),
    refusalList: (campaignId) => refusalList(db, campaignId),
  };
}

/** First the bytes, then the row: a row without its bytes cannot come about. */
async function evidencePut(db: Database, vault: Vault, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // Another may have written it a moment ago; what stands there is kept only if it is the same.
  if (!(await vault.put({ shelf: 'evidence', sha256 }, bytes)) && (await bytesOf(vault, sha256)) === null)
    throw gone(vault, sha256);
  await db
    .insertInto('evidence')
    .values({ sha256, size_bytes: bytes.byteLength })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return sha256;
}

/** The row is asked for only where there are no bytes: a lookup for each of thousands of hosts costs as much as their files. */
async function evidenceGet(db: Database, vault: Vault, sha256: string): Promise<Uint8Array | null> {
  // Nothing but a hash becomes part of a path or key.
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const bytes = await bytesOf(vault, sha256);
  if (bytes !== null) return bytes;
  const known = await db.selectFrom('evidence').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
  if (known === undefined) return null;
  throw gone(vault, sha256);
}

/** The bytes, if they are those of the hash. */
async function bytesOf(vault: Vault, sha256: string): Promise<Uint8Array | null> {
  const bytes = await vault.get({ shelf: 'evidence', sha256 });
  if (bytes === null) return null;
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found === sha256) return bytes;
  const place = vault.place({ shelf: 'evidence', sha256 });
  throw new StoreError('unreadable', `evidence was altered: ${place} now has SHA-256 ${found}, not ${sha256}`);
}

function gone(vault: Vault, sha256: string): StoreError {
  return new StoreError('unreadable', `evidence is gone: ${vault.place({ shelf: 'evidence', sha256 })}`);
}
