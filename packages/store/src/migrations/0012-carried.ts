// Scripts built to be carried by hand, and the runs of them that were taken in.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  `create table carried_build (
    build_id text collate "C" primary key,
    built_at timestamptz not null,
    by_whom text not null,
    script text not null,
    script_sha256 text collate "C" not null,
    file_sha256 text collate "C" not null,
    seal_key text collate "C" not null,
    units jsonb not null,
    packs jsonb not null
  )`,
  // One row for each run and for each archive: neither is taken in twice, whoever is first.
  `create table imported_run (
    run_id text collate "C" primary key,
    build_id text collate "C" not null references carried_build,
    evidence_sha256 text collate "C" not null unique references evidence,
    campaign_id text collate "C" not null references campaign,
    imported_at timestamptz not null
  )`,
  // The hosts of an import are no picture of the estate.
  `alter table snapshot add column imported boolean not null default false`,
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
