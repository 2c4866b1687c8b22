// When a campaign was reopened for a retry: what had ended by then stops it no more, and its time begins anew.
import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table campaign add column reopened_at timestamptz`.execute(db);
}
