// Campaigns that many workers move: rings, windows and attempts of targets, what places remember, and the learnt rates.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  `alter table campaign add column stopped text`,
  `alter table target
    add column ring integer not null default 0,
    add column window_name text collate "C",
    add column attempt integer not null default 1,
    add column sends integer not null default 0,
    add column look_at timestamptz`,
  // An intent that was written before look_at was known may be looked up at once.
  `update target set look_at = intended_at where phase = 'intended'`,
  `alter table target drop constraint target_phase_check`,
  `alter table target add constraint target_phase_check
    check (phase in ('waiting', 'planned', 'intended', 'sent', 'ended'))`,
  // Claims and sweeps look at the few that have not ended.
  `create index target_open on target (campaign_id, account_id, region, phase, ring) where phase <> 'ended'`,
  `create table attempt (
    campaign_id text collate "C" not null references campaign,
    run_id text collate "C" not null primary key,
    attempt integer not null,
    account_id text collate "C" not null,
    region text collate "C" not null,
    instance_id text collate "C" not null,
    command_id text,
    state text not null,
    detail text not null,
    ended_at timestamptz not null
  )`,
  `create table campaign_place (
    campaign_id text collate "C" not null references campaign,
    account_id text collate "C" not null,
    region text collate "C" not null,
    pin jsonb,
    tries integer not null default 0,
    next_at timestamptz,
    primary key (campaign_id, account_id, region)
  )`,
  // A campaign settles some hosts at a time, and asks for the findings of those alone.
  `create index finding_of_subject on finding (subject)`,
  // One row for each account, Region and API; what it holds is the engines' affair.
  `create table pace (
    name text collate "C" primary key,
    learnt jsonb
  ) with (fillfactor = 50)`,
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
