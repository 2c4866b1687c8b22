// Changes by which a scenario says what a cluster of PostgreSQL holds and answers, on the lab's hosts with one.
import type { Changes } from './scenario.ts';
import { adds, edits } from './scenario.ts';

export const rocky = 'rocky-9-postgresql';
export const debian = 'debian-12-postgresql';
export const data = '/var/lib/pgsql/data';
export const etc = '/etc/postgresql/15/main';
export const answers = '/opt/lab/database/answers';
export const objects = '/opt/lab/database/objects.postgres';
/** The cluster wants a password of its owner. */
export const refused: Changes = { [answers]: null };
export const says = (...rows: readonly object[]): Changes => ({
  [answers]: adds(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
});
export const role = (name: string, more: object = {}) => ({
  kind: 'role',
  name,
  login: true,
  verifier: 'scram',
  until: '',
  groups: [],
  ...more,
});
export const settings = (all: Readonly<Record<string, string>>): Changes =>
  says(
    ...Object.entries(all).map(([name, setting]) => ({ kind: 'setting', name, setting, place: 'configuration file' })),
  );
/** A module judges passwords, and there is one more role. */
export const judged = (one: object) =>
  edits(
    '{"kind":"setting","name":"shared_preload_libraries","setting":""',
    `${JSON.stringify(one)}\n{"kind":"setting","name":"shared_preload_libraries","setting":"$libdir/passwordcheck"`,
  );
export const conf = (text: string): Changes => ({ [`${data}/postgresql.conf`]: adds(text) });
export const rules = (text: string): Changes => ({ [`${data}/pg_hba.conf`]: adds(text) });
export const everywhere: Changes = { '/opt/lab/listeners': edits('127.0.0.1:5432', '0.0.0.0:5432') };
