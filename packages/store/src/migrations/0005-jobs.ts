// Keys of the queue that were asked for while they were being worked on.
import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. The queue's own tables are pg-boss's, in a schema of its own (jobs.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table job_wake (
        queue text collate "C" not null,
        key text collate "C" not null,
        at timestamptz not null,
        only_idle boolean not null,
        primary key (queue, key)
      )`,
    )
    .execute(db);
}
