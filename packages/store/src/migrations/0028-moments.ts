// Buckets give moments where they gave tokens: what was learnt in the old form is learnt anew. Breakers stay.
import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update pace set learnt = null where name not like '%/*/*'`.execute(db);
}
