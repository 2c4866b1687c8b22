// Keeps the assets of a snapshot, one row an instance.
import type { Instance, InstanceState } from '@bongsu/core';
import type { Insertable, Selectable } from 'kysely';
import { chunks, rowsPerRead } from './chunks.ts';
import { instantOrNull } from './instant.ts';
import { afterHost } from './pages.ts';
import { storableJson, storableText } from './storable.ts';
import type { Database, InstanceTable } from './tables.ts';

/** Writes the instances of a snapshot, inside the caller's transaction. */
export async function instancePut(trx: Database, snapshotId: string, instances: readonly Instance[]): Promise<void> {
  for (const some of chunks(instances)) {
    await trx
      .insertInto('instance')
      .values(some.map((instance) => toRow(snapshotId, instance)))
      .execute();
  }
}

/** Gives a snapshot's instances by account, Region and id. */
export async function instanceList(db: Database, snapshotId: string): Promise<Instance[]> {
  const list: Instance[] = [];
  let after: Instance | undefined;
  do {
    const rows = await instancePage(db, snapshotId, after);
    for (const row of rows) list.push(fromRow(row));
    after = rows.length === rowsPerRead ? list.at(-1) : undefined;
  } while (after !== undefined);
  return list;
}

async function instancePage(db: Database, snapshotId: string, after: Instance | undefined) {
  let query = db.selectFrom('instance').selectAll().where('snapshot_id', '=', snapshotId);
  if (after !== undefined) query = query.where(afterHost(after));
  return query.orderBy('account_id').orderBy('region').orderBy('instance_id').limit(rowsPerRead).execute();
}

function toRow(snapshotId: string, instance: Instance): Insertable<InstanceTable> {
  return {
    snapshot_id: snapshotId,
    account_id: instance.accountId,
    region: instance.region,
    instance_id: instance.instanceId,
    state: instance.state,
    name: storableText(instance.name),
    tags: storableJson(instance.tags),
    image_id: instance.imageId,
    instance_type: instance.instanceType,
    launched_at: instance.launchedAt,
    private_ip: instance.privateIp,
    platform_details: storableText(instance.platformDetails),
    node: instance.node === null ? null : storableJson(instance.node),
    node_known: instance.nodeKnown,
  };
}

function fromRow(row: Selectable<InstanceTable>): Instance {
  return {
    accountId: row.account_id,
    region: row.region,
    instanceId: row.instance_id,
    state: row.state as InstanceState,
    name: row.name,
    tags: row.tags,
    imageId: row.image_id,
    instanceType: row.instance_type,
    launchedAt: instantOrNull(row.launched_at),
    privateIp: row.private_ip,
    platformDetails: row.platform_details,
    node: row.node,
    nodeKnown: row.node_known,
  };
}
