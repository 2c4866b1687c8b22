// Keeps findings and every change of them.
import type { Finding, FindingChange, FindingStore } from '@bongsu/core';
import { type Insertable, type Selectable, sql } from 'kysely';
import { chunks } from './chunks.ts';
import { recording } from './constraint.ts';
import { instant, instantOrNull } from './instant.ts';
import type { Database, FindingTable } from './tables.ts';
import { turnTake } from './turn.ts';

/**
 * The findings of a database. `findingApply` writes the findings as they now stand and what happened to them, in one
 * transaction; a change told a second time is one. It throws StoreError `not-found` where a change speaks of a
 * finding or campaign that is not recorded. `findingList` gives them by id.
 */
export function findingStore(db: Database): FindingStore {
  return {
    findingList: (subjects) => findingList(db, subjects),
    findingApply: (findings, changes) =>
      recording(`${findings.length} findings`, () => findingApply(db, findings, changes)),
  };
}

async function findingList(db: Database, subjects: readonly string[] | undefined): Promise<Finding[]> {
  const all = db.selectFrom('finding').selectAll().orderBy('finding_id');
  const asked = subjects === undefined ? all : all.where('subject', '=', sql<string>`any(${[...subjects]})`);
  return (await asked.execute()).map(fromRow);
}

async function findingApply(
  db: Database,
  findings: readonly Finding[],
  changes: readonly FindingChange[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await turnTake(trx, 'findings');
    for (const some of chunks(findings)) await findingPut(trx, some);
    for (const some of chunks(changes)) await changePut(trx, some);
  });
}

async function findingPut(trx: Database, findings: readonly Finding[]): Promise<void> {
  await trx
    .insertInto('finding')
    .values(findings.map(toRow))
    .onConflict((conflict) =>
      conflict.column('finding_id').doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        opened_at: row.ref('excluded.opened_at'),
        closed_at: row.ref('excluded.closed_at'),
        last_campaign_id: row.ref('excluded.last_campaign_id'),
        reopened: row.ref('excluded.reopened'),
      })),
    )
    .execute();
}

async function changePut(trx: Database, changes: readonly FindingChange[]): Promise<void> {
  const rows = changes.map(({ findingId, campaignId, change, at }) => {
    return { finding_id: findingId, campaign_id: campaignId, change, at };
  });
  await trx
    .insertInto('finding_change')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function toRow(finding: Finding): Insertable<FindingTable> {
  return {
    finding_id: finding.findingId,
    unit: finding.unit,
    subject: finding.subject,
    status: finding.status,
    opened_at: finding.openedAt,
    closed_at: finding.closedAt,
    last_campaign_id: finding.lastCampaignId,
    reopened: finding.reopened,
  };
}

function fromRow(row: Selectable<FindingTable>): Finding {
  return {
    findingId: row.finding_id,
    unit: row.unit,
    subject: row.subject,
    status: row.status as Finding['status'],
    openedAt: instant(row.opened_at),
    closedAt: instantOrNull(row.closed_at),
    lastCampaignId: row.last_campaign_id,
    reopened: row.reopened,
  };
}
