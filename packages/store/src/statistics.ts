// Tells the planner what a table now holds: PGlite has no background process that would.
import { sql } from 'kysely';
import type { Database, Tables } from './tables.ts';

/** After a large insert. */
export async function statisticsRefresh(db: Database, table: keyof Tables): Promise<void> {
  await sql`analyze ${sql.table(table)}`.execute(db);
}

/** After a large replacement: also frees the room of the rows that were deleted. Not inside a transaction. */
export async function roomFree(db: Database, table: keyof Tables): Promise<void> {
  await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
}
