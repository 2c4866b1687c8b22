// When a campaign came to its end: one moment, however often the last step is taken.
import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table campaign add column ending_at timestamptz`.execute(db);
}
