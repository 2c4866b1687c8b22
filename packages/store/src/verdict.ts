// Keeps the verdicts of a campaign: one row for each host, because a row for each unit costs more than what it holds.
import { gunzipSync, gzipSync } from 'node:zlib';
import type { HostPlace, HostStatuses, HostVerdict, VerdictStatus, VerdictStore } from '@bongsu/core';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { chunks } from './chunks.ts';
import { recording } from './constraint.ts';
import { afterHost, atOneMoment } from './pages.ts';
import { cleaning } from './statistics.ts';
import { storableJson } from './storable.ts';
import { StoreError } from './store-error.ts';
import type { Database, HostVerdictTable } from './tables.ts';

/** Hosts in one read: some hundred verdicts each. */
const hostsPerRead = 20;

/**
 * The verdicts of a database. `verdictPut` replaces all that was said of the hosts it names, in one transaction, and
 * throws StoreError `conflict` where it says two things of one unit and host, `not-found` where the campaign is not
 * recorded. `verdictList` gives them by account, Region, instance and unit; the others in no order.
 */
export function verdictStore(db: Database): VerdictStore {
  const clean = cleaning(db, 'host_verdict');
  return {
    verdictPut: async (verdicts) => {
      const hosts = await recording(`${verdicts.length} verdicts`, () => verdictPut(db, verdicts));
      await clean(hosts * unitsPerRow);
    },
    verdictList: (campaignId) => verdictList(db, campaignId),
    verdictOfHosts: (campaignId, hosts) => verdictOfHosts(db, campaignId, hosts),
    statusList: (campaignId, hosts) => statusList(db, campaignId, hosts),
    verdictGet: (campaignId, keys) => verdictGet(db, campaignId, keys),
  };
}

/** A row of a host weighs as much as so many plain ones, for the cleaning. */
const unitsPerRow = 20;

async function verdictPut(db: Database, verdicts: readonly HostVerdict[]): Promise<number> {
  const rows = verdictRows(verdicts);
  await db.transaction().execute((trx) => verdictWrite(trx, rows));
  return rows.length;
}

/** One for each host, in the order of their keys, so that two writers never wait for each other. */
export function verdictRows(verdicts: readonly HostVerdict[]): HostVerdictTable[] {
  const hosts = [...Map.groupBy(verdicts, hostKey).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return hosts.map(([, said]) => rowOf(said));
}

/** Inside the caller's transaction. */
export async function verdictWrite(trx: Database, rows: readonly HostVerdictTable[]): Promise<void> {
  for (const some of chunks(rows, hostsPerRead))
    await trx
      .insertInto('host_verdict')
      .values([...some])
      .onConflict((conflict) =>
        conflict.columns(['campaign_id', 'account_id', 'region', 'instance_id']).doUpdateSet((row) => ({
          statuses: row.ref('excluded.statuses'),
          packed: row.ref('excluded.packed'),
        })),
      )
      .execute();
}

/** What is said of one unit; where and when it was said stands in the row. */
type Said = Omit<HostVerdict, 'campaignId' | 'accountId' | 'region' | 'instanceId'>;

/** The row of one host. No unit and no status has a blank or `=` in it. @throws StoreError `conflict` */
export function rowOf(verdicts: readonly HostVerdict[]): HostVerdictTable {
  const sorted = [...verdicts].sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const twice = sorted.find((verdict, index) => verdict.unit === sorted[index + 1]?.unit);
  const [first] = sorted;
  if (twice !== undefined || first === undefined)
    throw new StoreError(
      'conflict',
      `two verdicts on ${twice?.unit ?? 'nothing'} of ${twice?.instanceId ?? 'no host'}`,
    );
  const said = sorted.map(({ campaignId: _c, accountId: _a, region: _r, instanceId: _i, ...rest }): Said => rest);
  return {
    campaign_id: first.campaignId,
    account_id: first.accountId,
    region: first.region,
    instance_id: first.instanceId,
    statuses: sorted.map((verdict) => `${verdict.unit}=${verdict.status}`).join(' '),
    packed: pack(said),
  };
}

/** Level 1: the same words stand in it again and again, and more work saves little. At once: a thread's memory comes back late, or never. */
function pack(said: readonly Said[]): Uint8Array {
  return gzipSync(storableJson(said), { level: 1 });
}

function unpack(row: Selectable<HostVerdictTable>): HostVerdict[] {
  const text = gunzipSync(row.packed).toString('utf8');
  const place = {
    campaignId: row.campaign_id,
    accountId: row.account_id,
    region: row.region,
    instanceId: row.instance_id,
  };
  return (JSON.parse(text) as Said[]).map((one) => ({ ...place, ...one }));
}

function hostKey(verdict: HostPlace & Pick<HostVerdict, 'campaignId'>): string {
  return JSON.stringify([verdict.campaignId, verdict.accountId, verdict.region, verdict.instanceId]);
}

/** Read in pages of one transaction, so that a replacement meanwhile does not mix old and new. */
function verdictList(db: Database, campaignId: string): Promise<HostVerdict[]> {
  return atOneMoment(db, async (trx) => {
    const list: HostVerdict[] = [];
    let after: Selectable<HostVerdictTable> | undefined;
    do {
      const rows = await page(trx, campaignId, after);
      list.push(...rows.flatMap(unpack));
      after = rows.length === hostsPerRead ? rows.at(-1) : undefined;
    } while (after !== undefined);
    return list;
  });
}

async function page(
  trx: Database,
  campaignId: string,
  after: Selectable<HostVerdictTable> | undefined,
): Promise<Selectable<HostVerdictTable>[]> {
  let query = trx.selectFrom('host_verdict').selectAll().where('campaign_id', '=', campaignId);
  if (after !== undefined) {
    const { account_id: accountId, region, instance_id: instanceId } = after;
    query = query.where(afterHost({ accountId, region, instanceId }));
  }
  return query.orderBy('account_id').orderBy('region').orderBy('instance_id').limit(hostsPerRead).execute();
}

async function verdictOfHosts(db: Database, campaignId: string, hosts: readonly HostPlace[]): Promise<HostVerdict[]> {
  const list: HostVerdict[] = [];
  for (const some of chunks(hosts, hostsPerRead)) {
    const { rows } = await sql<Selectable<HostVerdictTable>>`
      select host_verdict.* from host_verdict join unnest(${columns(some)}) as host (account_id, region, instance_id)
        using (account_id, region, instance_id)
      where host_verdict.campaign_id = ${campaignId}`.execute(db);
    list.push(...rows.flatMap(unpack));
  }
  return list;
}

async function statusList(db: Database, campaignId: string, hosts: readonly HostPlace[]): Promise<HostStatuses[]> {
  const list: HostStatuses[] = [];
  for (const some of chunks(hosts)) {
    const { rows } = await sql<Omit<Selectable<HostVerdictTable>, 'packed'>>`
      select account_id, region, instance_id, statuses
      from host_verdict join unnest(${columns(some)}) as host (account_id, region, instance_id)
        using (account_id, region, instance_id)
      where host_verdict.campaign_id = ${campaignId}`.execute(db);
    list.push(
      ...rows.map((row) => ({
        accountId: row.account_id,
        region: row.region,
        instanceId: row.instance_id,
        statuses: new Map(row.statuses.split(' ').map((pair) => pair.split('=') as [string, VerdictStatus])),
      })),
    );
  }
  return list;
}

async function verdictGet(
  db: Database,
  campaignId: string,
  keys: readonly (HostPlace & { readonly unit: string })[],
): Promise<HostVerdict[]> {
  const asked = new Set(keys.map((key) => JSON.stringify([key.accountId, key.region, key.instanceId, key.unit])));
  const hosts = [...new Map(keys.map((key) => [hostKey({ ...key, campaignId }), key])).values()];
  const verdicts = await verdictOfHosts(db, campaignId, hosts);
  return verdicts.filter((one) => asked.has(JSON.stringify([one.accountId, one.region, one.instanceId, one.unit])));
}

function columns(hosts: readonly HostPlace[]): RawBuilder<unknown> {
  return sql`${hosts.map((host) => host.accountId)}::text[], ${hosts.map((host) => host.region)}::text[],
    ${hosts.map((host) => host.instanceId)}::text[]`;
}
