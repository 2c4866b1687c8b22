// Keeps the learnt rates, so that all workers share them and tomorrow's campaign begins where today's ended.
import type { Breaker, Bucket, PaceKey, PacerStore } from '@bongsu/core';
import { sql } from 'kysely';
import { storableJson } from './storable.ts';
import type { Database } from './tables.ts';

export function paceStore(db: Database): PacerStore {
  return {
    bucketChange: (keys, change) =>
      rowsChange<Bucket, ReturnType<typeof change>['result']>(db, keys.map(nameOf), (rows) => {
        const { buckets, result } = change(rows);
        return { rows: buckets, result };
      }),
    breakerList: async (accountIds) => {
      const names = accountIds.map(breakerName);
      if (names.length === 0) return [];
      const held = await sql<{ name: string; learnt: Breaker | null }>`
        select name, learnt from pace where name = any(${names}::text[])`.execute(db);
      const known = new Map(held.rows.map((row) => [row.name, row.learnt ?? undefined]));
      return names.map((name) => known.get(name));
    },
    breakerChange: (accountIds, change) =>
      rowsChange<Breaker, ReturnType<typeof change>['result']>(db, accountIds.map(breakerName), (rows) => {
        const { breakers, result } = change(rows);
        return { rows: breakers, result };
      }),
  };
}

function breakerName(accountId: string): string {
  return nameOf({ accountId, region: '*', api: '*' });
}

function nameOf({ accountId, region, api }: PaceKey): string {
  return `${accountId}/${region}/${api}`;
}

/** Rows are locked in the order of their names, so that two workers never wait for each other. */
async function rowsChange<Row extends Bucket | Breaker, T>(
  db: Database,
  names: readonly string[],
  change: (rows: readonly (Row | undefined)[]) => { readonly rows: readonly Row[]; readonly result: T },
): Promise<T> {
  if (names.length === 0) return change([]).result;
  return db.transaction().execute(async (trx) => {
    const sorted = [...names].sort();
    await sql`insert into pace (name) select unnest(${sorted}::text[]) on conflict do nothing`.execute(trx);
    const held = await sql<{ name: string; learnt: Row | null }>`
      select name, learnt from pace where name = any(${sorted}::text[]) order by name for update`.execute(trx);
    const known = new Map(held.rows.map((row) => [row.name, row.learnt ?? undefined]));
    const { rows, result } = change(names.map((name) => known.get(name)));
    const after = rows.map((row) => storableJson(row));
    await sql`
      update pace set learnt = one.learnt::jsonb
      from unnest(${[...names]}::text[], ${after}::text[]) as one (name, learnt) where pace.name = one.name`.execute(
      trx,
    );
    return result;
  });
}
