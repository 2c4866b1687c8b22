// What a server of PostgreSQL answered: one JSON object a line, and nothing where the statement did not end well.
import type { CommandRecord } from '@bongsu/core';

export interface PgRole {
  readonly name: string;
  readonly super: boolean;
  readonly createrole: boolean;
  readonly createdb: boolean;
  readonly login: boolean;
  readonly replication: boolean;
  readonly bypassrls: boolean;
  /** `rolvaliduntil` as text; empty where it never ends. */
  readonly until: string;
  readonly verifier: 'none' | 'scram' | 'md5' | 'other';
  readonly groups: readonly string[];
}

export interface PgAnswers {
  readonly roles: readonly PgRole[];
  readonly settings: ReadonlyMap<string, { readonly value: string; readonly place: string }>;
  /** Databases that take connections. */
  readonly databases: readonly string[];
}

/** What one database said of who owns its relations and touches its catalog. */
export interface PgObjects {
  readonly database: string;
  readonly owners: readonly {
    readonly owner: string;
    readonly schema: string;
    readonly objects: number;
    readonly example: string;
  }[];
  readonly access: readonly { readonly grantee: string; readonly relation: string; readonly right: string }[];
}

type Row = Readonly<Record<string, unknown>>;

/** Null where the statement failed, was cut short, or said what is no row. */
export function pgAnswers(said: CommandRecord | undefined): PgAnswers | null {
  const rows = rowsOf(said);
  if (rows === null) return null;
  const of = (kind: string): Row[] => rows.filter((row) => row['kind'] === kind);
  return {
    roles: of('role').map(roleOf),
    settings: new Map(
      of('setting').map((row) => [word(row, 'name'), { value: word(row, 'setting'), place: word(row, 'place') }]),
    ),
    databases: of('database').flatMap((row) => (row['connect'] === true ? [word(row, 'name')] : [])),
  };
}

export function pgObjectsOf(database: string, said: CommandRecord | undefined): PgObjects | null {
  const rows = rowsOf(said);
  if (rows === null) return null;
  const of = (kind: string): Row[] => rows.filter((row) => row['kind'] === kind);
  return {
    database,
    owners: of('owner').map((row) => ({
      owner: word(row, 'owner'),
      schema: word(row, 'schema'),
      objects: Number(row['objects']),
      example: word(row, 'example'),
    })),
    access: of('access').map((row) => ({
      grantee: word(row, 'grantee'),
      relation: word(row, 'relation'),
      right: word(row, 'right'),
    })),
  };
}

function roleOf(row: Row): PgRole {
  const verifier = word(row, 'verifier');
  const groups = row['groups'];
  return {
    name: word(row, 'name'),
    super: row['super'] === true,
    createrole: row['createrole'] === true,
    createdb: row['createdb'] === true,
    login: row['login'] === true,
    replication: row['replication'] === true,
    bypassrls: row['bypassrls'] === true,
    until: word(row, 'until'),
    verifier: verifier === 'none' || verifier === 'scram' || verifier === 'md5' ? verifier : 'other',
    groups: Array.isArray(groups) ? groups.filter((one) => typeof one === 'string') : [],
  };
}

function rowsOf(said: CommandRecord | undefined): Row[] | null {
  if (said?.exitCode !== 0) return null;
  const rows: Row[] = [];
  for (const line of said.stdout) {
    const row = rowOf(line);
    if (row === null) return null;
    rows.push(row);
  }
  return rows;
}

function rowOf(line: string): Row | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null;
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}

function word(row: Row, key: string): string {
  const value = row[key];
  return typeof value === 'string' ? value : '';
}
