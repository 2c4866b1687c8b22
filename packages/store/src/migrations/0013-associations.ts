// Associations that State Manager runs for schedules, and the nodes they ran on that no inventory knew.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  `create table association (
    schedule text collate "C" not null,
    account_id text collate "C" not null,
    region text collate "C" not null,
    phase text not null check (phase in ('intended', 'standing', 'leaving')),
    association_id text collate "C",
    ordered text not null,
    seen_at timestamptz not null,
    told text not null,
    told_at timestamptz,
    primary key (schedule, account_id, region)
  )`,
  `create table newcomer (
    campaign_id text collate "C" not null references campaign,
    account_id text collate "C" not null,
    region text collate "C" not null,
    instance_id text collate "C" not null,
    seen text not null check (seen in ('result', 'execution')),
    at timestamptz not null,
    campaign_for text collate "C",
    primary key (campaign_id, account_id, region, instance_id)
  )`,
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
