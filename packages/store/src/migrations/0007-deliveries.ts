// What people are told, and how far the telling has come.
import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table delivery (
        delivery_id text collate "C" primary key,
        channel text not null,
        message jsonb not null,
        phase text not null default 'waiting' check (phase in ('waiting', 'sending', 'sent', 'failed', 'unclear')),
        tries integer not null default 0,
        next_at timestamptz not null,
        said text not null default ''
      )`,
    )
    .execute(db);
  await sql.raw(`create index delivery_due on delivery (next_at) where phase in ('waiting', 'sending')`).execute(db);
}
