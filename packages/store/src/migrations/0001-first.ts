// The first tables: snapshots, campaigns and their targets, evidence and refusals, verdicts, findings.
import { type Kysely, sql } from 'kysely';

// Ids carry collation "C": lists then come in byte order on every engine, and paging by key follows the index.
const statements: readonly string[] = [
  `create table snapshot (
    snapshot_id text collate "C" primary key,
    taken_at timestamptz not null
  )`,
  `create index snapshot_by_time on snapshot (taken_at, snapshot_id)`,
  `create table snapshot_account (
    snapshot_id text collate "C" not null references snapshot,
    account_id text collate "C" not null,
    name text not null,
    status text not null check (status in ('ACTIVE', 'SUSPENDED', 'PENDING_CLOSURE')),
    primary key (snapshot_id, account_id)
  )`,
  `create table snapshot_place (
    snapshot_id text collate "C" not null references snapshot,
    account_id text collate "C" not null,
    region text collate "C" not null,
    primary key (snapshot_id, account_id, region)
  )`,
  `create table instance (
    snapshot_id text collate "C" not null references snapshot,
    account_id text collate "C" not null,
    region text collate "C" not null,
    instance_id text collate "C" not null,
    state text not null,
    name text not null,
    tags jsonb not null,
    image_id text not null,
    instance_type text not null,
    launched_at timestamptz,
    private_ip text not null,
    platform_details text not null,
    node jsonb,
    node_known boolean not null,
    primary key (snapshot_id, account_id, region, instance_id)
  )`,
  `create table gap (
    snapshot_id text collate "C" not null references snapshot,
    position integer not null,
    account_id text collate "C",
    region text collate "C",
    call text not null,
    code text not null,
    message text not null,
    missing_permission text,
    primary key (snapshot_id, position)
  )`,
  `create table campaign (
    campaign_id text collate "C" primary key,
    snapshot_id text collate "C" not null references snapshot,
    created_at timestamptz not null,
    ended_at timestamptz,
    phase text not null check (phase in ('planned', 'running', 'ended')),
    plan jsonb not null,
    script text not null,
    check ((phase = 'ended') = (ended_at is not null))
  )`,
  `create index campaign_by_time on campaign (created_at, campaign_id)`,
  `create table evidence (
    sha256 text collate "C" primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes bigint not null,
    kept_at timestamptz not null default now()
  )`,
  // Half-filled pages: a target is changed a few times, and an update that stays on its page touches no index.
  `create table target (
    campaign_id text collate "C" not null references campaign,
    account_id text collate "C" not null,
    region text collate "C" not null,
    instance_id text collate "C" not null,
    name text not null,
    run_id text collate "C" not null unique,
    phase text not null check (phase in ('planned', 'intended', 'sent', 'ended')),
    state text,
    detail text not null,
    command_id text,
    intended_at timestamptz,
    sent_at timestamptz,
    ended_at timestamptz,
    evidence_sha256 text collate "C" references evidence,
    primary key (campaign_id, account_id, region, instance_id),
    check ((phase = 'ended') = (state is not null))
  ) with (fillfactor = 50)`,
  `create table refusal (
    campaign_id text collate "C" not null references campaign,
    position integer not null,
    identity text collate "C" not null,
    key text not null,
    run_id text not null,
    reason text not null,
    size_bytes bigint not null,
    etag text not null,
    at timestamptz not null,
    kept_sha256 text collate "C",
    primary key (campaign_id, position),
    unique (campaign_id, identity)
  )`,
  `create table verdict (
    campaign_id text collate "C" not null references campaign,
    account_id text collate "C" not null,
    region text collate "C" not null,
    instance_id text collate "C" not null,
    unit text collate "C" not null,
    status text not null check (status in ('pass', 'fail', 'notApplicable', 'manual', 'unknown')),
    reason_ko text not null,
    reason_en text not null,
    evidence jsonb not null,
    gaps jsonb not null,
    primary key (campaign_id, account_id, region, instance_id, unit)
  )`,
  `create table finding (
    finding_id text collate "C" primary key,
    unit text collate "C" not null,
    subject text not null,
    status text not null check (status in ('open', 'closed')),
    opened_at timestamptz not null,
    closed_at timestamptz,
    last_campaign_id text collate "C" not null references campaign,
    reopened integer not null,
    check ((status = 'closed') = (closed_at is not null))
  )`,
  // The key lets a change be told twice: a step that is repeated after a crash adds nothing.
  `create table finding_change (
    finding_id text collate "C" not null references finding,
    campaign_id text collate "C" not null references campaign,
    change text not null check (change in ('opened', 'closed', 'reopened')),
    at timestamptz not null,
    primary key (finding_id, at, campaign_id, change)
  )`,
];

/** Runs inside the migrator's transaction: either every table is there or none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
