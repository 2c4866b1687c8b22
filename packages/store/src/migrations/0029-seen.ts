// When a campaign last asked what became of the commands of an account and Region: what was sent since is a wave of its own.
import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table campaign_place add column seen_at timestamptz`.execute(db);
}
