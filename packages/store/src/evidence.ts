// Keeps what hosts sent: each archive under its own SHA-256, unchanged for as long as the vault lives.
import { createHash } from 'node:crypto';
import type { EvidenceStore, Vault } from '@bongsu/core';
import { sql } from 'kysely';
import { recording } from './constraint.ts';
import { refusalList, refusalPut } from './refusal.ts';
import { keepUntil } from './retention.ts';
import { StoreError } from './store-error.ts';
import type { Database } from './tables.ts';

/**
 * The evidence of a store: bytes in a vault, rows in its database, with the date until which it is kept where `retentionDays` says so.
 * `evidenceGet` gives null for what was never kept or was removed after its retention, and throws StoreError `unreadable`, naming the
 * object, where it is gone or is no longer what was kept. Refusals: see refusal.ts.
 */
export function evidenceStore(db: Database, vault: Vault, retentionDays?: number): EvidenceStore {
  return {
    evidencePut: (bytes) => evidencePut(db, vault, bytes, retentionDays),
    evidenceGet: (sha256) => evidenceGet(db, vault, sha256),
    refusalPut: (refusal, bytes) =>
      recording(`refusal in campaign ${refusal.campaignId}`, () => refusalPut(db, vault, refusal, bytes)),
    refusalList: (campaignId) => refusalList(db, campaignId),
  };
}

/** First the bytes, then the row: a row without its bytes cannot come about. */
async function evidencePut(
  db: Database,
  vault: Vault,
  bytes: Uint8Array,
  retentionDays: number | undefined,
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // Another may have written it a moment ago; what stands there is kept only if it is the same.
  if (!(await vault.put({ shelf: 'evidence', sha256 }, bytes)) && (await bytesOf(vault, sha256)) === null)
    throw gone(vault, sha256);
  // Kept again, it is kept as long as the later of both dates says, and is no longer removed.
  await sql`
    insert into evidence (sha256, size_bytes, keep_until)
    values (${sha256}, ${bytes.byteLength}, ${keepUntil(retentionDays)})
    on conflict (sha256) do update set removed_at = null, removed_by = null,
      keep_until = greatest(evidence.keep_until, excluded.keep_until)`.execute(db);
  return sha256;
}

/** The row is asked for only where there are no bytes: a lookup for each of thousands of hosts costs as much as their files. */
async function evidenceGet(db: Database, vault: Vault, sha256: string): Promise<Uint8Array | null> {
  // Nothing but a hash becomes part of a path or key.
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const bytes = await bytesOf(vault, sha256);
  if (bytes !== null) return bytes;
  const row = db.selectFrom('evidence').select('removed_at').where('sha256', '=', sha256);
  const known = await row.executeTakeFirst();
  if (known === undefined || known.removed_at !== null) return null;
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
