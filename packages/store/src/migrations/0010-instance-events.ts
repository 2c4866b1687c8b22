// What AWS told of instances and what became of it; snapshots of some instances alone.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  `create table instance_event (
    event_id text collate "C" primary key,
    account_id text collate "C" not null,
    region text collate "C" not null,
    instance_id text collate "C" not null,
    what text not null check (what in ('running', 'stopped', 'terminated', 'registered')),
    at timestamptz not null,
    received_at timestamptz not null,
    outcome text not null,
    campaign_id text collate "C",
    stand_in text collate "C",
    detail text not null,
    settled_at timestamptz,
    unique (account_id, region, instance_id, what, at)
  )`,
  `create index instance_event_waiting on instance_event (received_at) where outcome = 'waiting'`,
  `create index instance_event_sampled on instance_event (campaign_id, stand_in) where outcome = 'sampled'`,
  `create index instance_event_by_time on instance_event (received_at, event_id)`,
  `create table event_refusal (
    message_id text collate "C" primary key,
    reason text not null,
    excerpt text not null,
    receives integer not null,
    removed boolean not null,
    at timestamptz not null
  )`,
  `create table queue_poll (url text collate "C" primary key, at timestamptz not null, gap jsonb)`,
  `alter table snapshot add column part boolean not null default false`,
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
