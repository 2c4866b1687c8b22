// Keeps the verdicts of a campaign: as many rows as hosts times units.
import type { HostPlace, HostStatuses, HostVerdict, VerdictStatus, VerdictStore } from '@bongsu/core';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { chunks, rowsPerRead } from './chunks.ts';
import { recording } from './constraint.ts';
import { cleaning } from './statistics.ts';
import { storableJson } from './storable.ts';
import type { Database, VerdictTable } from './tables.ts';

/**
 * The verdicts of a database. `verdictPut` replaces all that was said of the hosts it names, in one transaction, and
 * throws StoreError `conflict` where it says two things of one unit and host, `not-found` where the campaign is not
 * recorded. `verdictList` gives them by account, Region, instance and unit; the other two in no order.
 */
export function verdictStore(db: Database): VerdictStore {
  const clean = cleaning(db, 'verdict');
  return {
    verdictPut: async (verdicts) => {
      await recording(`${verdicts.length} verdicts`, () => verdictPut(db, verdicts));
      await clean(verdicts.length);
    },
    verdictList: (campaignId) => verdictList(db, campaignId),
    verdictOfHosts: (campaignId, hosts) => verdictOfHosts(db, campaignId, hosts),
    statusList: (campaignId, hosts) => statusList(db, campaignId, hosts),
    verdictGet: (campaignId, keys) => verdictGet(db, campaignId, keys),
  };
}

async function verdictPut(db: Database, verdicts: readonly HostVerdict[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await hostsClear(trx, verdicts);
    for (const some of chunks(verdicts)) await insert(trx, some);
  });
}

/** The rows as one parameter: eleven for each row cost more than the rows. */
async function insert(trx: Database, verdicts: readonly HostVerdict[]): Promise<void> {
  await sql`
    insert into verdict (campaign_id, account_id, region, instance_id, unit, status, reason_ko, reason_en, evidence, gaps, basis)
    select campaign_id, account_id, region, instance_id, unit, status, reason_ko, reason_en, evidence, gaps, basis
    from json_populate_recordset(null::verdict, ${storableJson(verdicts.map(toRow))}::json)`.execute(trx);
}

/** Deletes what stands of these hosts. */
async function hostsClear(trx: Database, verdicts: readonly HostVerdict[]): Promise<void> {
  const hosts = new Map(verdicts.map((verdict) => [hostKey(verdict), verdict]));
  for (const some of chunks([...hosts.values()])) {
    await sql`
      delete from verdict using unnest(
        ${some.map((host) => host.campaignId)}::text[],
        ${some.map((host) => host.accountId)}::text[],
        ${some.map((host) => host.region)}::text[],
        ${some.map((host) => host.instanceId)}::text[]
      ) as host (campaign_id, account_id, region, instance_id)
      where verdict.campaign_id = host.campaign_id
        and verdict.account_id = host.account_id
        and verdict.region = host.region
        and verdict.instance_id = host.instance_id`.execute(trx);
  }
}

function hostKey(verdict: HostVerdict): string {
  return JSON.stringify([verdict.campaignId, verdict.accountId, verdict.region, verdict.instanceId]);
}

/** Read in pages of one transaction, so that a replacement meanwhile does not mix old and new. */
function verdictList(db: Database, campaignId: string): Promise<HostVerdict[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const list: HostVerdict[] = [];
      let after: HostVerdict | undefined;
      do {
        const rows = await verdictPage(trx, campaignId, after);
        for (const row of rows) list.push(fromRow(row));
        after = rows.length === rowsPerRead ? list.at(-1) : undefined;
      } while (after !== undefined);
      return list;
    });
}

/** One row for each host, because rows cost more than what they hold. No unit and no status has a blank or `=` in it. */
async function statusList(db: Database, campaignId: string, hosts: readonly HostPlace[]): Promise<HostStatuses[]> {
  const list: HostStatuses[] = [];
  for (const some of chunks(hosts)) {
    const { rows } = await sql<{ account_id: string; region: string; instance_id: string; statuses: string }>`
      select verdict.account_id, verdict.region, verdict.instance_id,
        string_agg(verdict.unit || '=' || verdict.status, ' ') as statuses
      from verdict join unnest(${columns(some)}) as host (account_id, region, instance_id)
        using (account_id, region, instance_id)
      where verdict.campaign_id = ${campaignId}
      group by verdict.account_id, verdict.region, verdict.instance_id`.execute(db);
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

async function verdictOfHosts(db: Database, campaignId: string, hosts: readonly HostPlace[]): Promise<HostVerdict[]> {
  const { rows } = await sql<Selectable<VerdictTable>>`
    select verdict.* from verdict join unnest(${columns(hosts)}) as host (account_id, region, instance_id)
      using (account_id, region, instance_id)
    where verdict.campaign_id = ${campaignId}`.execute(db);
  return rows.map(fromRow);
}

async function verdictGet(
  db: Database,
  campaignId: string,
  keys: readonly (HostPlace & { readonly unit: string })[],
): Promise<HostVerdict[]> {
  const list: HostVerdict[] = [];
  for (const some of chunks(keys)) {
    const { rows } = await sql<Selectable<VerdictTable>>`
      select verdict.*
      from verdict join unnest(${columns(some)}, ${some.map((key) => key.unit)}::text[])
        as host (account_id, region, instance_id, unit) using (account_id, region, instance_id, unit)
      where verdict.campaign_id = ${campaignId}`.execute(db);
    list.push(...rows.map(fromRow));
  }
  return list;
}

function columns(hosts: readonly HostPlace[]): RawBuilder<unknown> {
  return sql`${hosts.map((host) => host.accountId)}::text[], ${hosts.map((host) => host.region)}::text[],
    ${hosts.map((host) => host.instanceId)}::text[]`;
}

async function verdictPage(
  trx: Database,
  campaignId: string,
  after: HostVerdict | undefined,
): Promise<Selectable<VerdictTable>[]> {
  let query = trx.selectFrom('verdict').selectAll().where('campaign_id', '=', campaignId);
  if (after !== undefined) {
    const { accountId, region, instanceId, unit } = after;
    const beyond = sql<boolean>`(account_id, region, instance_id, unit) > (${accountId}, ${region}, ${instanceId}, ${unit})`;
    query = query.where(beyond);
  }
  const ordered = query.orderBy('account_id').orderBy('region').orderBy('instance_id').orderBy('unit');
  return ordered.limit(rowsPerRead).execute();
}

function toRow(
  verdict: HostVerdict,
): Omit<Selectable<VerdictTable>, 'evidence' | 'gaps' | 'basis'> & Pick<HostVerdict, 'evidence' | 'gaps' | 'basis'> {
  return {
    campaign_id: verdict.campaignId,
    account_id: verdict.accountId,
    region: verdict.region,
    instance_id: verdict.instanceId,
    unit: verdict.unit,
    status: verdict.status,
    reason_ko: verdict.reason.ko,
    reason_en: verdict.reason.en,
    evidence: verdict.evidence,
    gaps: verdict.gaps,
    basis: verdict.basis,
  };
}

function fromRow(row: Selectable<VerdictTable>): HostVerdict {
  return {
    campaignId: row.campaign_id,
    accountId: row.account_id,
    region: row.region,
    instanceId: row.instance_id,
    unit: row.unit,
    status: row.status as VerdictStatus,
    reason: { ko: row.reason_ko, en: row.reason_en },
    evidence: row.evidence,
    gaps: row.gaps,
    basis: row.basis,
  };
}
