// What long lists are read with: several reads as of one moment, and where the next page begins.
import type { HostPlace } from '@bongsu/core';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './tables.ts';

/** What is written meanwhile is in none of the reads. */
export function atOneMoment<Read>(db: Database, read: (trx: Database) => Promise<Read>): Promise<Read> {
  return db.transaction().setIsolationLevel('repeatable read').execute(read);
}

/** Rows behind a host's, in the order of account, Region and instance. */
export function afterHost({ accountId, region, instanceId }: HostPlace): RawBuilder<boolean> {
  return sql<boolean>`(account_id, region, instance_id) > (${accountId}, ${region}, ${instanceId})`;
}
