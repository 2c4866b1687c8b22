// A PostgreSQL server under the store: many processes at once, a server that ends, and servers that cannot be used.
import { mkdtempSync, rmSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseServer, databasePrograms, databaseServerStart } from '@bongsu/lab';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childStart } from './child.sample.ts';
import { databaseOpen } from './database.ts';
import { campaignPrepare } from './estate.sample.ts';
import { type Store, storeOpen } from './open.ts';
import { postgresqlOpen } from './postgresql.ts';
import type { StoreError } from './store-error.ts';

const noServer = databasePrograms() === null;
if (noServer) process.stderr.write('SKIPPED: no PostgreSQL server is installed (Debian: apt-get install postgresql)\n');

describe.skipIf(noServer)('a store on a server', () => {
  let server: DatabaseServer;
  beforeAll(async () => {
    server = await databaseServerStart();
  });
  afterAll(() => server.stop());

  const faultOf = async (databaseUrl: string): Promise<StoreError> => {
    const opened = await storeOpen({ directory: 'memory', databaseUrl }).catch((fault: StoreError) => fault);
    if (!('code' in opened)) throw new Error('the store opened');
    return opened;
  };
  const address = (name: string, user: string, password: string): string =>
    `postgresql://${user}:${password}@127.0.0.1:${server.tcp.port}/${name}`;
  const nameOf = (url: string): string => new URL(url).pathname.slice(1);

  test('six processes that open an empty database at once all get it, migrated once', async () => {
    const url = server.database();
    const children = Array.from({ length: 6 }, () => childStart('postgresql.child.ts', url));
    await Promise.all(children.map((child) => child.line('ready')));
    for (const child of children) child.tell('go');
    await Promise.all(children.map((child) => child.ended()));
    expect(children.map((child) => child.lines.at(-1))).toEqual(Array.from({ length: 6 }, () => 'open 0'));
    expect(server.run(url, 'select count(*) = count(distinct name) from kysely_migration').trim()).toBe('t');
  });

  test('what one store writes the other reads, and nothing locks a folder', async () => {
    const databaseUrl = server.database();
    const directory = mkdtempSync(join(tmpdir(), 'bongsu-server-'));
    const [one, two] = await Promise.all([
      storeOpen({ directory, databaseUrl }),
      storeOpen({ directory, databaseUrl }),
    ]);
    const { campaign } = await campaignPrepare(one);
    expect(await two.campaignLatest()).toEqual(campaign);
    const bytes = new TextEncoder().encode('an archive');
    const kept = await Promise.all([one.evidencePut(bytes), two.evidencePut(bytes)]);
    expect(new Set(kept).size).toBe(1);
    expect(new Uint8Array((await two.evidenceGet(kept[0])) ?? [])).toEqual(bytes);
    const pending = one.campaignPhase(campaign.campaignId, 'running', campaign.createdAt);
    await Promise.all([one.close(), pending]);
    expect((await two.campaignLatest())?.phase).toBe('running');
    await two.close();
    expect(readdirSync(directory).toSorted()).toEqual(['evidence', 'partial']);
    rmSync(directory, { recursive: true });
  });

  test('a store lives on when its server has ended and come back', async () => {
    const store: Store = await storeOpen({ directory: 'memory', databaseUrl: server.database() });
    const { campaign } = await campaignPrepare(store);
    await server.crash();
    await expect.poll(() => store.campaignLatest().catch(String), { timeout: 30_000 }).toEqual(campaign);
    await store.close();
  });

  test('a connection that breaks between two statements of a transaction is a fault of that work, and of no process', async () => {
    const url = server.database();
    const { db } = await postgresqlOpen(url);
    const work = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      server.run(url, `select pg_terminate_backend(${rows[0]?.pid ?? 0})`);
      // In its hands, and with nothing asked: whoever told of the end then found nobody to tell.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await sql`select 1`.execute(trx);
    });
    await expect(work).rejects.toThrow('connection');
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });

  test('values come out of both engines the same', async () => {
    const questions = sql`select 9007199254740991::bigint as exact, 9007199254740993::bigint as beyond, 7::int as whole,
      count(*) as counted, '2026-11-22T01:02:03.456+09:00'::timestamptz as time, null::timestamptz as never,
      '{"a":[1,"␀",null]}'::jsonb as json, array['a','b,"c']::text[] as list, true as truth, 1.5::float8 as half
      from (values (1), (2)) as two`;
    const engines = [await databaseOpen(null), await postgresqlOpen(server.database())];
    const rows = await Promise.all(engines.map(async ({ db }) => (await questions.execute(db)).rows));
    for (const { db } of engines) await db.destroy();
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[1]).toMatchObject([
      { counted: 2, beyond: 9007199254740993n, time: new Date('2026-11-21T16:02:03.456Z') },
    ]);
  });

  test('no statement leaves anything in a session that a pooler would hand on', async () => {
    const url = server.database();
    const store = await storeOpen({ directory: 'memory', databaseUrl: url });
    await campaignPrepare(store);
    expect(server.run(url, `select count(*) from pg_locks where locktype = 'advisory'`).trim()).toBe('0');
    expect(server.run(url, `select count(*) from pg_stat_activity where state like 'idle in%'`).trim()).toBe('0');
    await store.close();
  });

  test('a wrong password is said without any', async () => {
    const { user } = server.tcp;
    const wrong = await faultOf(address('postgres', user, 'gu%40ess'));
    expect(wrong).toMatchObject({ name: 'StoreError', code: 'unreachable' });
    expect(wrong.message).toContain(`postgresql://${user}@127.0.0.1:${server.tcp.port}/postgres`);
    expect(wrong.message).toContain('the password is wrong');
    expect(`${wrong.message} ${String(wrong.cause)} ${JSON.stringify(wrong)}`).not.toMatch(/gu%40ess|gu@ess/);
  });

  test.each([
    ['nothing listens', 'postgresql://u:secret@127.0.0.1:1/d', 'unreachable', 'nothing listens there'],
    ['no such socket', 'postgresql://u:secret@localhost/d?host=/no/such/folder', 'unreachable', 'no such socket'],
    ['not a URL', 'secret@host', 'invalid-input', 'postgresql://user:password@host:5432/database'],
    ['another protocol', 'mysql://u:secret@host/d', 'invalid-input', 'not a URL like'],
  ])('%s: says so, and what to do', async (_what, url, code, said) => {
    const fault = await faultOf(url);
    expect(fault).toMatchObject({ name: 'StoreError', code });
    expect(fault.message).toContain(said);
    expect(fault.message).not.toContain('secret');
  });

  test('no such database, another encoding, other dates, read only: each has its remedy', async () => {
    const { user, password } = server.tcp;
    expect((await faultOf(address('nowhere', user, password))).message).toContain('no such database');
    const url = server.database();
    server.run(url, `create database ascii encoding 'SQL_ASCII' template template0`);
    expect((await faultOf(address('ascii', user, password))).message).toContain(`encoding 'UTF8'`);
    server.run(url, `alter database ${nameOf(url)} set datestyle = 'SQL, DMY'`);
    expect(await faultOf(url)).toMatchObject({ code: 'unfit', message: expect.stringContaining('datestyle') });
    server.run(url, `alter database ${nameOf(url)} reset datestyle`);
    server.run(url, `alter database ${nameOf(url)} set default_transaction_read_only = on`);
    expect(await faultOf(url)).toMatchObject({ code: 'unfit', message: expect.stringContaining('primary') });
  });

  test('a user without the right to make tables, or to use those of another, is told what to grant', async () => {
    const url = server.database();
    const ordinary = address(nameOf(url), 'plain', 'pw');
    server.run(url, `create role plain login password 'pw'`);
    const mayNot = await faultOf(ordinary);
    expect(mayNot.code).toBe('forbidden');
    expect(mayNot.message).toContain('grant usage, create on schema public to "plain"');

    await (await storeOpen({ directory: 'memory', databaseUrl: url })).close();
    const closed = await faultOf(ordinary);
    expect(closed.code).toBe('forbidden');
    server.run(url, 'grant select, insert, update, delete on all tables in schema public to plain');
    server.run(url, 'revoke update on target from plain');
    const oneClosed = await faultOf(ordinary);
    expect(oneClosed.message).toMatch(/may not use the tables target; .*grant select, insert/);
    server.run(url, 'grant update on target to plain');
    const store = await storeOpen({ directory: 'memory', databaseUrl: ordinary });
    await campaignPrepare(store);
    await store.close();
  });
});
