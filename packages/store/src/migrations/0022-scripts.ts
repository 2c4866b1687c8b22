// A host script once for all campaigns that send it: each new instance has a campaign of its own, and most send the same bytes.
import { type Kysely, sql } from 'kysely';

const statements: readonly string[] = [
  `create table script (sha256 text collate "C" primary key, script text not null)`,
  `alter table campaign add column script_sha256 text collate "C" references script`,
  `insert into script select distinct encode(sha256(convert_to(script, 'UTF8')), 'hex'), script from campaign`,
  `update campaign set script_sha256 = encode(sha256(convert_to(script, 'UTF8')), 'hex')`,
  `alter table campaign alter column script_sha256 set not null`,
  `alter table campaign drop column script`,
];

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
