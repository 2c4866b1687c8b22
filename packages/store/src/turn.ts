// Lets those who write the same rows write one after another, where a server has many writers.
import { sql } from 'kysely';
import type { Database } from './tables.ts';

/**
 * Waits for its turn at what the words name, and keeps it until the caller's transaction ends. For writes that replace
 * or count: of two at once, the one would else not see the rows of the other, or each would wait for the other.
 */
export async function turnTake(trx: Database, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(trx);
}
