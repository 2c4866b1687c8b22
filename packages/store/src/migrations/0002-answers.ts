// What a verdict was judged by, and what people answered where no host could tell.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  // What was judged before profiles were known was judged by the letter.
  `alter table verdict add column basis jsonb not null default '{"profile":"strict","changed":[]}'`,
  // Answers are never changed: a later one outweighs, and both stay for the auditor.
  `create table answer (
    unit text collate "C" not null,
    scope text collate "C" not null,
    verdict text not null check (verdict in ('pass', 'fail', 'notApplicable')),
    words text not null,
    by_whom text not null,
    at timestamptz not null,
    expires_at timestamptz not null check (expires_at > at),
    primary key (unit, scope, at)
  )`,
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
