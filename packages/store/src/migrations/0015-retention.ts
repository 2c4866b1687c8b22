// Until when evidence is kept, and what was removed after that, when and by whom.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  // What was kept before this has no date, and stays.
  'alter table evidence add column keep_until timestamptz, add column removed_at timestamptz, add column removed_by text',
  'create index evidence_past on evidence (keep_until) where removed_at is null and keep_until is not null',
  'create index target_evidence on target (evidence_sha256) where evidence_sha256 is not null',
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
