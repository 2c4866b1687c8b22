// The packs that a campaign was planned with, to the byte.
import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. Campaigns before had none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table campaign add column packs jsonb not null default '[]'`).execute(db);
}
