// Brings the tables to this version, and leaves alone what a later version wrote.
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StoreError } from './store-error.ts';
import type { Database } from './tables.ts';

/** Any number that nobody else takes in this database: "bongsu" in ASCII. */
const migrationLock = 0x626f_6e67_7375;

/**
 * Runs the migrations that are missing, in one transaction; processes that start at once wait for one another. Throws
 * StoreError `newer-schema`, before anything is written, where the database holds a migration that this version does
 * not know.
 */
export async function migrate(db: Database, known: Readonly<Record<string, Migration>>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Ends with the transaction, whatever becomes of this process.
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx);
    await migrateLocked(trx, known);
  });
}

async function migrateLocked(db: Database, known: Readonly<Record<string, Migration>>): Promise<void> {
  const unknown = (await migrationsRun(db)).filter((name) => !(name in known));
  if (unknown.length > 0) {
    const last = Object.keys(known).sort().at(-1) ?? 'none';
    throw new StoreError(
      'newer-schema',
      `this store was written by a later version of the program: it holds ${unknown.join(', ')}, ` +
        `and this version knows migrations up to ${last}; nothing was changed`,
    );
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...known }) },
    // Else a table of this name in anybody's schema would pass for ours.
    migrationTableSchema: await schemaCurrent(db),
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
}

async function schemaCurrent(db: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db);
  return rows[0]?.name ?? 'public';
}

async function migrationsRun(db: Database): Promise<string[]> {
  // The Migrator's own query would create its tables first; to_regclass asks without writing.
  const table = await sql<{ found: string | null }>`select to_regclass('kysely_migration')::text as found`.execute(db);
  if ((table.rows[0]?.found ?? null) === null) return [];
  const run = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return run.rows.map((row) => row.name);
}
