// What the store asks of a database engine, whichever of the two it stands on.
import { PostgresAdapter, PostgresDialect } from 'kysely';
import type { Database } from './tables.ts';

export interface Engine {
  readonly db: Database;
  /** Runs a text as it is; without values it may hold several statements. For the queue, which brings its own SQL. */
  run(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Waits until every statement already asked for has been answered. */
  drain(): Promise<void>;
}

/** True where a server keeps statistics and frees room by itself; PGlite has one connection and nobody beside it. */
export function hasAutovacuum(db: Database): boolean {
  return db.getExecutor().adapter.supportsMultipleConnections === true;
}

/**
 * Kysely's own lock for migrations is a session's, which outlives its transaction and goes astray behind a pooler:
 * migrate.ts takes one that ends with the transaction.
 */
class ServerAdapter extends PostgresAdapter {
  override acquireMigrationLock = async (): Promise<void> => {};
  override releaseMigrationLock = async (): Promise<void> => {};
}

export class ServerDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new ServerAdapter();
  }
}
