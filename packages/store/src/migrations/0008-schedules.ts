// What became of each time of a schedule, and a way to the last assessment of each instance.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  `create table schedule_run (
    name text collate "C" not null,
    due_at timestamptz not null,
    outcome text not null check (outcome in ('configured', 'started', 'blackout', 'missed')),
    campaign_id text collate "C",
    why text not null,
    primary key (name, due_at)
  )`,
  `create index target_assessed on target (account_id, region, instance_id, ended_at) where evidence_sha256 is not null`,
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
