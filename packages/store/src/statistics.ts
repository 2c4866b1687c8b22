// Does what a server's autovacuum would do: PGlite has no background process. On a server nothing is done.
import { sql } from 'kysely';
import { hasAutovacuum } from './engine.ts';
import type { Database, Tables } from './tables.ts';

/** Rows between two cleanings: one takes some tenths of a second on a table of 335,000 rows. */
const rowsPerCleaning = 20_000;

/** Tells the planner what a table now holds; after a large insert. */
export async function statisticsRefresh(db: Database, table: keyof Tables): Promise<void> {
  if (hasAutovacuum(db)) return;
  await sql`analyze ${sql.table(table)}`.execute(db);
}

/**
 * For a table whose rows are replaced: gives a function to call with the number of rows after each write, outside a
 * transaction. It frees the room of deleted rows once in a while, and at its first call what an earlier process left.
 */
export function cleaning(db: Database, table: keyof Tables): (rowCount: number) => Promise<void> {
  if (hasAutovacuum(db)) return async () => {};
  let uncleaned = rowsPerCleaning;
  return async (rowCount) => {
    uncleaned += rowCount;
    if (uncleaned < rowsPerCleaning) return;
    uncleaned = 0;
    await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
  };
}
