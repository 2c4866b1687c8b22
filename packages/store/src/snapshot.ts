// Keeps pictures of the estate: written once, never changed.
import type { Account, Place, Snapshot, SnapshotStore } from '@bongsu/core';
import { chunks } from './chunks.ts';
import { recording } from './constraint.ts';
import { gapList, gapPut } from './gap.ts';
import { instanceList, instancePut } from './instance.ts';
import { instant } from './instant.ts';
import { statisticsRefresh } from './statistics.ts';
import { storableText } from './storable.ts';
import type { Database } from './tables.ts';

/**
 * The snapshots of a database. `snapshotPut` writes all of it or nothing, and throws StoreError `conflict` where the
 * id is there already or one account, place or instance comes twice. Accounts, places and instances come back in the
 * order of their ids, gaps in the order they were found.
 */
export function snapshotStore(db: Database): SnapshotStore {
  return {
    snapshotPut: (snapshot) => recording(`snapshot ${snapshot.snapshotId}`, () => snapshotPut(db, snapshot)),
    snapshotGet: (snapshotId) => snapshotGet(db, snapshotId),
    snapshotLatest: () => snapshotLatest(db),
  };
}

async function snapshotPut(db: Database, snapshot: Snapshot): Promise<void> {
  const { snapshotId } = snapshot;
  await db.transaction().execute(async (trx) => {
    const { imported = false, part = false } = snapshot;
    const row = { snapshot_id: snapshotId, taken_at: snapshot.takenAt, imported, part };
    await trx.insertInto('snapshot').values(row).execute();
    await accountPut(trx, snapshotId, snapshot.accounts);
    await placePut(trx, snapshotId, snapshot.places);
    await instancePut(trx, snapshotId, snapshot.instances);
    await gapPut(trx, snapshotId, snapshot.gaps);
  });
  await statisticsRefresh(db, 'instance');
}

async function snapshotLatest(db: Database): Promise<Snapshot | null> {
  const estate = db
    .selectFrom('snapshot')
    .select('snapshot_id')
    .where('imported', '=', false)
    .where('part', '=', false);
  const newestFirst = estate.orderBy('taken_at', 'desc');
  const latest = await newestFirst.orderBy('snapshot_id', 'desc').limit(1).executeTakeFirst();
  return latest === undefined ? null : snapshotGet(db, latest.snapshot_id);
}

/** Several reads without a transaction: a snapshot never changes. */
async function snapshotGet(db: Database, snapshotId: string): Promise<Snapshot | null> {
  const head = await db.selectFrom('snapshot').selectAll().where('snapshot_id', '=', snapshotId).executeTakeFirst();
  if (head === undefined) return null;
  return {
    snapshotId,
    takenAt: instant(head.taken_at),
    accounts: await accountList(db, snapshotId),
    places: await placeList(db, snapshotId),
    instances: await instanceList(db, snapshotId),
    gaps: await gapList(db, snapshotId),
    ...(head.imported ? { imported: true } : {}),
    ...(head.part ? { part: true as const } : {}),
  };
}

async function accountPut(trx: Database, snapshotId: string, accounts: readonly Account[]): Promise<void> {
  const rows = accounts.map(({ accountId, name, status }) => {
    return { snapshot_id: snapshotId, account_id: accountId, name: storableText(name), status };
  });
  for (const some of chunks(rows)) await trx.insertInto('snapshot_account').values(some).execute();
}

async function accountList(db: Database, snapshotId: string): Promise<Account[]> {
  const ofSnapshot = db.selectFrom('snapshot_account').selectAll().where('snapshot_id', '=', snapshotId);
  const rows = await ofSnapshot.orderBy('account_id').execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    status: row.status as Account['status'],
  }));
}

async function placePut(trx: Database, snapshotId: string, places: readonly Place[]): Promise<void> {
  const rows = places.map(({ accountId, region }) => ({ snapshot_id: snapshotId, account_id: accountId, region }));
  for (const some of chunks(rows)) await trx.insertInto('snapshot_place').values(some).execute();
}

async function placeList(db: Database, snapshotId: string): Promise<Place[]> {
  const ofSnapshot = db.selectFrom('snapshot_place').selectAll().where('snapshot_id', '=', snapshotId);
  const rows = await ofSnapshot.orderBy('account_id').orderBy('region').execute();
  return rows.map((row) => ({ accountId: row.account_id, region: row.region }));
}
