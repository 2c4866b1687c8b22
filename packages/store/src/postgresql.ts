// Opens a PostgreSQL server under Kysely, and says of one that cannot be used what is wrong and what to do.
import { Kysely, sql } from 'kysely';
import type { ClientConfig, Pool } from 'pg';
import { type Engine, ServerDialect } from './engine.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { sqlState } from './constraint.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Oldest server that the statements of this package are written for. */
const versionOldest = 15;
/** Enough for the steps of one process; many processes share a server's 100. */
const connectionsMax = 4;
/** How long the first connection may take, and how long work may wait for one that is free: a large write holds it a minute. */
const connectSeconds = 10;
const waitSeconds = 180;

/**
 * Takes a `postgresql://` address; gives the database with all migrations run. No state is kept in a session, so a
 * pooler may stand between. Throws StoreError `invalid-input`, `unreachable`, `unfit`, `forbidden` or `newer-schema`;
 * no message holds the password.
 */
export async function postgresqlOpen(databaseUrl: string): Promise<Engine> {
  const shown = databaseShown(databaseUrl);
  const { default: pg } = await import('pg');
  const settings: ClientConfig = {
    connectionString: databaseUrl,
    fallback_application_name: 'bongsu',
    keepAlive: true,
    types: {
      getTypeParser: (oid, format) =>
        oid === oidBigint ? bigintRead : (pg.types.getTypeParser(oid, format) as Parser),
    },
  };
  let pool: Pool;
  let whose: string;
  try {
    const first = new pg.Client({ ...settings, connectionTimeoutMillis: connectSeconds * 1000 });
    first.on('error', () => {});
    await first.connect();
    try {
      whose = await serverExamine(shown, async (text) => (await first.query<Answers>(text)).rows[0]);
    } finally {
      await first.end();
    }
    pool = new pg.Pool({ ...settings, max: connectionsMax, connectionTimeoutMillis: waitSeconds * 1000 });
  } catch (error) {
    throw error instanceof StoreError ? error : unreachable(shown, error);
  }
  // A connection that breaks with no statement under way, idle or between two of a transaction, is no fault of its own: the pool drops
  // it, and the next statement says what is wrong. Unheard, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new ServerDialect({ pool }) });
  try {
    await migrate(db, migrations);
    await rightsExamine(db, shown);
  } catch (error) {
    await db.destroy();
    throw sqlState(error) === insufficientPrivilege ? forbidden(shown, whose, error) : error;
  }
  return {
    db,
    run: async (text, values) => {
      const result: unknown = await pool.query(text, values === undefined ? undefined : [...values]);
      // Several statements give several results; their rows are what the caller asked for.
      const rows = (Array.isArray(result) ? result : [result]).flatMap((one: { rows?: Record<string, unknown>[] }) => {
        return one.rows ?? [];
      });
      return { rows };
    },
    drain: async () => {
      // Connections are handed out in turn: who holds all of them stands behind everybody.
      const all = await Promise.all(Array.from({ length: connectionsMax }, () => pool.connect()));
      for (const one of all) one.release();
    },
  };
}

type Parser = (text: string) => unknown;
/** pg_type.dat: int8. */
const oidBigint = 20;
/** As PGlite reads it: a number where it is exact, else a bigint. */
function bigintRead(text: string): number | bigint {
  const exact = BigInt(text);
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
}

/** The address for messages: host, port, database and user, never a password or what else stands in it. */
export function databaseShown(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol)) {
    throw new StoreError(
      'invalid-input',
      'the address of the database is not a URL like postgresql://user:password@host:5432/database ' +
        '(special characters of the password percent-encoded)',
    );
  }
  const host = url.searchParams.get('host') ?? url.host;
  const user = url.username === '' ? '' : `${url.username}@`;
  return `postgresql://${user}${host === '' ? 'localhost' : host}${url.pathname}`;
}

interface Answers {
  readonly version: number;
  readonly encoding: string;
  readonly dates: string;
  readonly reads_only: string;
  readonly place: string | null;
  readonly whose: string;
  readonly made: boolean;
  readonly makes: boolean | null;
}

const questions = `select current_setting('server_version_num')::int as version,
  current_setting('server_encoding') as encoding, current_setting('DateStyle') as dates,
  current_setting('transaction_read_only') as reads_only, current_schema() as place, current_user::text as whose,
  to_regclass('kysely_migration') is not null as made, has_schema_privilege(current_schema(), 'CREATE') as makes`;

/** Gives whom the server takes us for. */
async function serverExamine(shown: string, ask: (text: string) => Promise<Answers | undefined>): Promise<string> {
  const told = await ask(questions);
  if (told === undefined) throw new StoreError('unreachable', `${shown} gives no answer`);
  const major = Math.floor(told.version / 10_000);
  const unfit = (what: string): StoreError => new StoreError('unfit', `${shown} ${what}`);
  if (major < versionOldest)
    throw unfit(`is PostgreSQL ${major}; ${versionOldest} or newer is needed: upgrade the server, or name another`);
  if (told.encoding !== 'UTF8')
    throw unfit(`has encoding ${told.encoding}; make a database with: create database … encoding 'UTF8'`);
  if (!told.dates.startsWith('ISO'))
    throw unfit(`writes dates as ${told.dates}; run: alter role "${told.whose}" set datestyle = 'ISO'`);
  if (told.reads_only !== 'off') throw unfit('takes no writes (a standby, or set to read only): name the primary');
  if (told.place === null || (!told.made && told.makes !== true))
    throw forbidden(
      shown,
      told.whose,
      new Error(`no tables are there, and no schema where "${told.whose}" may make them`),
    );
  return told.whose;
}

/** SQLSTATE 42501. */
const insufficientPrivilege = '42501';

/** Tables that another user made may be closed to this one, which would else show in the middle of a campaign. */
async function rightsExamine(db: Kysely<Tables>, shown: string): Promise<void> {
  const { rows } = await sql<{ closed: string; whose: string }>`
    select c.relname as closed, current_user::text as whose from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      and c.relowner = (select relowner from pg_class where oid = to_regclass('kysely_migration'))
      and not (has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert')
        and has_table_privilege(c.oid, 'update') and has_table_privilege(c.oid, 'delete'))
    order by c.relname`.execute(db);
  const [first] = rows;
  if (first === undefined) return;
  throw new StoreError(
    'forbidden',
    `${shown}: "${first.whose}" may not use the tables ${rows.map((row) => row.closed).join(', ')}; as their owner run: ` +
      `grant select, insert, update, delete on all tables in schema public to "${first.whose}"`,
  );
}

function forbidden(shown: string, whose: string, error: unknown): StoreError {
  return new StoreError(
    'forbidden',
    `${shown} refuses to make or use tables: ${words(error)}; as the owner of the database run: ` +
      `grant create on database "${decodeURIComponent(new URL(shown).pathname.slice(1))}" to "${whose}"; ` +
      `grant usage, create on schema public to "${whose}"`,
    error,
  );
}

/** What to do about the ways in which connecting fails: SQLSTATE (PostgreSQL manual, appendix A) or Node's code. */
const remedies: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there: start the server, or correct host and port',
  ENOTFOUND: 'there is no such host: correct the name',
  ENOENT: 'there is no such socket: start the server, or correct the folder',
  ETIMEDOUT: 'no answer: a firewall or security group between, or the wrong host',
  '28P01': 'the password is wrong: correct it in the address (percent-encoded), PGPASSWORD or ~/.pgpass',
  '28000':
    'the server lets this user in from here under no rule: add one to its pg_hba.conf, or connect with TLS (?sslmode=verify-full)',
  '3D000': 'there is no such database: create it, or correct the name',
  '53300': 'all connections of the server are taken: raise max_connections, or put a pooler before it',
  '57P03': 'the server is starting or stopping: try again soon',
};

function unreachable(shown: string, error: unknown): StoreError {
  const code = sqlState(error);
  const remedy = remedies[code] ?? 'see that the server runs, and that address, user, password and TLS are right';
  return new StoreError('unreachable', `cannot connect to ${shown}: ${words(error)}; ${remedy}`, error);
}

function words(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(words).join(', ');
  return error instanceof Error ? error.message || sqlState(error) : 'it failed';
}
