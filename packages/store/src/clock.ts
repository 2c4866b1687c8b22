// The database's own clock, which all processes of a store can ask.
import { sql } from 'kysely';
import type { Database } from './tables.ts';

export interface ClockStore {
  /** What the database's clock shows now. */
  databaseTime(): Promise<Date>;
}

export function clockStore(db: Database): ClockStore {
  return {
    databaseTime: async () => {
      const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
      const [row] = rows;
      if (row === undefined) throw new Error('the database does not tell the time');
      return row.now;
    },
  };
}
