// Keeps the targets of a campaign and guards the one way they may go: planned, intended, sent, ended.
import type { CampaignStore, CoverageState, HostPlace, Target, TargetChange, TargetPhase } from '@bongsu/core';
import { type Expression, type ExpressionBuilder, type Insertable, type Selectable, type SqlBool, sql } from 'kysely';
import { chunks } from './chunks.ts';
import { instantOrNull } from './instant.ts';
import { afterHost, atOneMoment } from './pages.ts';
import { storableText } from './storable.ts';
import { StoreError } from './store-error.ts';
import type { Database, TargetTable, Tables } from './tables.ts';

/** Rows in one read. */
const rowsPerPage = 1_000;

/** Writes the targets of a campaign, inside the caller's transaction. */
export async function targetPut(trx: Database, targets: readonly Target[]): Promise<void> {
  for (const some of chunks(targets)) await trx.insertInto('target').values(some.map(toRow)).execute();
}

/** Gives a campaign's targets by account, Region and instance id, as they stood at one moment. */
export async function targetList(db: Database, campaignId: string): Promise<Target[]> {
  return atOneMoment(db, async (trx) => {
    const list: Target[] = [];
    for (let page = await targetPage(trx, campaignId, null); page.length > 0; ) {
      list.push(...page);
      page = await targetPage(trx, campaignId, page.at(-1) ?? null);
    }
    return list;
  });
}

/** The same in pages; an empty one follows the last. */
export async function targetPage(db: Database, campaignId: string, after: HostPlace | null): Promise<Target[]> {
  let query = db.selectFrom('target').selectAll().where('campaign_id', '=', campaignId);
  if (after !== null) query = query.where(afterHost(after));
  const ordered = query.orderBy('account_id').orderBy('region').orderBy('instance_id');
  return (await ordered.limit(rowsPerPage).execute()).map(targetFromRow);
}

/**
 * Changes one target in a single statement; when it returns, the change survives the death of this process.
 * Throws StoreError `not-found`, or `conflict` where the target would go back. An ended target takes only what it
 * holds already (a step repeated after a crash), or evidence that came late while it has none or the same.
 */
export async function targetChange(
  db: Database,
  campaignId: string,
  runId: string,
  change: TargetChange,
): Promise<void> {
  if (!(await targetMove(db, campaignId, runId, change))) await refuse(db, campaignId, runId, change);
}

/** As `targetChange`, and false where the target would go back, or is not there. */
export async function targetMove(
  db: Database,
  campaignId: string,
  runId: string,
  change: TargetChange,
  claim?: Pick<Target, 'lookAt'>,
): Promise<boolean> {
  const columns = changeToRow(change);
  if (Object.keys(columns).length === 0) throw new StoreError('invalid-input', `nothing to change in target ${runId}`);
  let moving = db
    .updateTable('target')
    .set(columns)
    .where('campaign_id', '=', campaignId)
    .where('run_id', '=', runId)
    .where((target) => allowed(target, change, columns));
  if (claim !== undefined) moving = moving.where((target) => heldBy(target, claim, change));
  const { numUpdatedRows } = await moving.executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Ends all that stand in these phases, in one statement; gives how many. */
export async function targetEndAll(
  db: Database,
  campaignId: string,
  { phases, place }: Parameters<CampaignStore['targetEndAll']>[1],
  end: Parameters<CampaignStore['targetEndAll']>[2],
): Promise<number> {
  let ending = db
    .updateTable('target')
    .set({ phase: 'ended', state: end.state, detail: storableText(end.detail), ended_at: end.endedAt })
    .where('campaign_id', '=', campaignId)
    .where('phase', '=', sql<string>`any(${[...phases]})`);
  if (place) ending = ending.where('account_id', '=', place.accountId).where('region', '=', place.region);
  const { numUpdatedRows } = await ending.executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** The phases a target that has not ended may stand in, for each phase it may be set to. */
const from: Readonly<Record<TargetPhase, readonly TargetPhase[]>> = {
  waiting: ['waiting'],
  // Back from intended where the send was surely not taken.
  planned: ['waiting', 'planned', 'intended'],
  intended: ['planned', 'intended'],
  sent: ['planned', 'intended', 'sent'],
  ended: ['waiting', 'planned', 'intended', 'sent'],
};

type Columns = ReturnType<typeof changeToRow>;

function allowed(
  target: ExpressionBuilder<Tables, 'target'>,
  change: TargetChange,
  columns: Columns,
): Expression<SqlBool> {
  const ended = target('phase', '=', 'ended');
  const cases = [target('phase', 'in', from[change.phase ?? 'ended'])];
  const same = Object.entries(columns).map(([column, value]) => {
    return sql<SqlBool>`${sql.ref(column)} is not distinct from ${value}`;
  });
  cases.push(target.and([ended, ...same]));
  const evidence = change.evidenceSha256 ?? null;
  if (evidence !== null && (change.phase ?? 'ended') === 'ended') {
    const held = target.ref('evidence_sha256');
    cases.push(target.and([ended, target.or([target(held, 'is', null), target(held, '=', evidence)])]));
  }
  return target.or(cases);
}

/** Intended by this claim; a command that is out also where the next holder has given the target back, for it not to be sent again. */
function heldBy(
  target: ExpressionBuilder<Tables, 'target'>,
  { lookAt }: Pick<Target, 'lookAt'>,
  change: TargetChange,
): Expression<SqlBool> {
  const held = target.and([target('phase', '=', 'intended'), sql<boolean>`look_at = ${lookAt}`]);
  return change.phase === 'sent' ? target.or([held, target('phase', '=', 'planned')]) : held;
}

async function refuse(db: Database, campaignId: string, runId: string, change: TargetChange): Promise<never> {
  const ofRun = db.selectFrom('target').selectAll().where('campaign_id', '=', campaignId).where('run_id', '=', runId);
  const row = await ofRun.executeTakeFirst();
  if (row === undefined) throw new StoreError('not-found', `campaign ${campaignId} has no target ${runId}`);
  const standing = row.state === null ? row.phase : `${row.phase} as ${row.state}`;
  throw new StoreError('conflict', `target ${runId} is ${standing} and does not take ${JSON.stringify(change)}`);
}

function changeToRow(change: TargetChange) {
  return {
    ...(change.phase !== undefined && { phase: change.phase }),
    ...(change.state !== undefined && { state: change.state }),
    ...(change.detail !== undefined && { detail: storableText(change.detail) }),
    ...(change.commandId !== undefined && { command_id: change.commandId }),
    ...(change.intendedAt !== undefined && { intended_at: change.intendedAt }),
    ...(change.lookAt !== undefined && { look_at: change.lookAt }),
    ...(change.sentAt !== undefined && { sent_at: change.sentAt }),
    ...(change.endedAt !== undefined && { ended_at: change.endedAt }),
    ...(change.evidenceSha256 !== undefined && { evidence_sha256: change.evidenceSha256 }),
  };
}

function toRow(target: Target): Insertable<TargetTable> {
  return {
    campaign_id: target.campaignId,
    account_id: target.accountId,
    region: target.region,
    instance_id: target.instanceId,
    name: storableText(target.name),
    run_id: target.runId,
    phase: target.phase,
    ring: target.ring,
    window_name: target.window,
    attempt: target.attempt,
    sends: target.sends,
    look_at: target.lookAt,
    state: target.state,
    detail: storableText(target.detail),
    command_id: target.commandId,
    intended_at: target.intendedAt,
    sent_at: target.sentAt,
    ended_at: target.endedAt,
    evidence_sha256: target.evidenceSha256,
  };
}

/** A row as a target; for the files beside that read them too. */
export function targetFromRow(row: Selectable<TargetTable>): Target {
  return {
    campaignId: row.campaign_id,
    accountId: row.account_id,
    region: row.region,
    instanceId: row.instance_id,
    name: row.name,
    runId: row.run_id,
    phase: row.phase as TargetPhase,
    ring: row.ring,
    window: row.window_name,
    attempt: row.attempt,
    sends: row.sends,
    lookAt: instantOrNull(row.look_at),
    state: row.state as CoverageState | null,
    detail: row.detail,
    commandId: row.command_id,
    intendedAt: instantOrNull(row.intended_at),
    sentAt: instantOrNull(row.sent_at),
    endedAt: instantOrNull(row.ended_at),
    evidenceSha256: row.evidence_sha256,
  };
}
