// Signed run records, and the calls that campaigns made.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  // A record is never changed: a campaign that ran again gets another.
  `create table run_record (
    campaign_id text collate "C" not null references campaign,
    ended_at timestamptz not null,
    lines text not null,
    primary key (campaign_id, ended_at)
  )`,
  `create table campaign_call (
    campaign_id text collate "C" not null references campaign,
    call text collate "C" not null,
    count bigint not null,
    primary key (campaign_id, call)
  )`,
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
