// Opening and closing: what is refused, what is left alone and what is cleared away.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { databaseOpen } from './database.ts';
import { at, campaignPrepare, later } from './estate.sample.ts';
import { storeOpen } from './open.ts';

const directory = join(mkdtempSync(join(tmpdir(), 'bongsu-open-')), 'made', 'here');
afterAll(() => rmSync(join(directory, '..', '..'), { recursive: true, force: true }));

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const bytes = new TextEncoder().encode('an archive');

test('a store is one process’s, for its owner only, and there again after it was closed', async () => {
  const store = await storeOpen({ directory });
  await expect(storeOpen({ directory })).rejects.toMatchObject({ code: 'locked' });
  const { campaign } = await campaignPrepare(store);
  const { campaignId } = campaign;
  const sha256 = await store.evidencePut(bytes);
  const refusal = { campaignId, key: 'k', runId: '', reason: 'foreign', sizeBytes: 1, etag: 'e', at };
  await store.refusalPut(refusal, new Uint8Array([7]));
  await store.refusalPut({ ...refusal, at: later }, new Uint8Array([8]));
  const pending = store.campaignPhase(campaignId, 'running', at);
  await Promise.all([store.close(), store.close(), pending]);

  const evidence = join(directory, 'evidence', sha256.slice(0, 2));
  expect(readdirSync(evidence)).toEqual([`${sha256}.tar.gz`]);
  expect(modeOf(join(evidence, `${sha256}.tar.gz`))).toBe('400');
  const refused = join(directory, 'refused', campaignId);
  const [file, ...others] = readdirSync(refused);
  expect(file).toMatch(/^1-[0-9a-f]{64}\.bin$/);
  expect(others).toEqual([]);
  expect(modeOf(join(refused, file ?? ''))).toBe('400');
  for (const folder of [directory, join(directory, 'database'), evidence, refused]) expect(modeOf(folder)).toBe('700');

  mkdirSync(join(directory, 'partial'), { recursive: true });
  writeFileSync(join(directory, 'partial', 'half'), 'x');
  const again = await storeOpen({ directory });
  expect(existsSync(join(directory, 'partial', 'half'))).toBe(false);
  expect(await again.campaignLatest()).toEqual({ ...campaign, phase: 'running' });
  expect(await again.refusalList(campaignId)).toEqual([refusal]);
  await again.close();
}, 60_000);

test('every change of a finding is kept, and one told twice is one', async () => {
  const store = await storeOpen({ directory });
  const { campaign } = await campaignPrepare(store);
  const finding = {
    findingId: 'ssh.root-login|111122223333/ap-northeast-2/i-00000000000000001',
    unit: 'ssh.root-login',
    subject: '111122223333/ap-northeast-2/i-00000000000000001',
    status: 'open',
    openedAt: at,
    closedAt: null,
    lastCampaignId: campaign.campaignId,
    reopened: 0,
  } as const;
  const opened = { findingId: finding.findingId, change: 'opened', campaignId: campaign.campaignId, at } as const;
  await store.findingApply([finding], [opened]);
  await store.findingApply([finding], [opened, { ...opened, change: 'closed', at: later }]);
  await store.close();
  const { db } = await databaseOpen(directory);
  const changes = await db.selectFrom('finding_change').select(['change', 'at']).orderBy('at').execute();
  await db.destroy();
  expect(changes).toEqual([
    { change: 'opened', at: new Date(at) },
    { change: 'closed', at: new Date(later) },
  ]);
}, 60_000);

test('evidence that was changed or lost on the disk is never handed out', async () => {
  const store = await storeOpen({ directory });
  const sha256 = await store.evidencePut(bytes);
  const path = join(directory, 'evidence', sha256.slice(0, 2), `${sha256}.tar.gz`);
  // It is for reading only, even for its owner.
  chmodSync(path, 0o600);
  truncateSync(path, 3);
  await expect(store.evidenceGet(sha256)).rejects.toMatchObject({ code: 'unreadable' });
  await expect(store.evidencePut(bytes)).rejects.toMatchObject({ code: 'unreadable' });
  rmSync(path);
  await expect(store.evidenceGet(sha256)).rejects.toMatchObject({ code: 'unreadable' });
  await store.evidencePut(bytes);
  expect(await store.evidenceGet(sha256)).toEqual(Buffer.from(bytes));
  await store.close();
}, 60_000);

test('a store in memory keeps its evidence in a temporary folder and takes it away', async () => {
  const before = new Set(readdirSync(tmpdir()));
  const store = await storeOpen({ directory: 'memory' });
  const sha256 = await store.evidencePut(bytes);
  const holds = (name: string): boolean => {
    return existsSync(join(tmpdir(), name, 'evidence', sha256.slice(0, 2), `${sha256}.tar.gz`));
  };
  const folders = readdirSync(tmpdir()).filter((name) => !before.has(name) && holds(name));
  expect(folders.length).toBeGreaterThan(0);
  await store.close();
  expect(folders.filter(holds)).toEqual([]);
}, 60_000);

test('a store written by a later version is refused, left as it was and not kept locked', async () => {
  const { db } = await databaseOpen(directory);
  await sql`insert into kysely_migration (name, timestamp) values ('0999-later', ${later})`.execute(db);
  const rows = await sql`select * from kysely_migration order by name`.execute(db);
  await db.destroy();

  const refused = { name: 'StoreError', code: 'newer-schema', message: expect.stringContaining('0999-later') };
  await expect(storeOpen({ directory })).rejects.toMatchObject(refused);
  await expect(storeOpen({ directory })).rejects.toMatchObject(refused);

  const { PGlite } = await import('@electric-sql/pglite');
  const untouched = await PGlite.create(`file://${join(directory, 'database')}`);
  const left = await untouched.query('select * from kysely_migration order by name');
  await untouched.query(`delete from kysely_migration where name = '0999-later'`);
  await untouched.close();
  expect(left.rows).toEqual(rows.rows);
  const store = await storeOpen({ directory });
  expect(await store.campaignList()).not.toEqual([]);
  await store.close();
}, 60_000);

test('a damaged database is said to be unreadable, and no new one is made in its place', async () => {
  const database = join(directory, 'database');
  const refused = { name: 'StoreError', code: 'unreadable' };
  rmSync(join(database, 'global'), { recursive: true });
  await expect(storeOpen({ directory })).rejects.toMatchObject(refused);
  rmSync(join(database, 'PG_VERSION'));
  await expect(storeOpen({ directory })).rejects.toMatchObject(refused);
  expect(readdirSync(database)).toContain('base');
  expect(existsSync(join(database, 'global'))).toBe(false);
}, 60_000);

test('nothing of a closed store may be read or written by others', () => {
  const open = readdirSync(directory, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => (statSync(path).mode & 0o077) !== 0);
  expect(open).toEqual([]);
});
