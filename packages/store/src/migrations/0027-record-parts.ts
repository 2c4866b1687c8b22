// The text of a run record in parts: that of 50,000 hosts has 27 MB, and one value of that size takes six times as much to write.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  `create table run_record_part (
    campaign_id text collate "C" not null,
    ended_at timestamptz not null,
    part integer not null,
    lines text not null,
    primary key (campaign_id, ended_at, part),
    foreign key (campaign_id, ended_at) references run_record
  )`,
  'insert into run_record_part select campaign_id, ended_at, 0, lines from run_record',
  'alter table run_record drop column lines',
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
