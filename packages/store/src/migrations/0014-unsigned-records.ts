// Run records that wait for their signature, and why.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  'alter table run_record add column unsigned text',
  // The seal is the last line, its keys in order.
  `update run_record set unsigned = 'it was kept unsigned' where lines not like E'%"unsigned":null}\n'`,
  'create index run_record_unsigned on run_record (ended_at) where unsigned is not null',
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
