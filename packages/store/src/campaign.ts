// Keeps campaigns: the plan and the script as they were shown, and how far the campaign has come.
import { createHash } from 'node:crypto';
import type { Campaign, CampaignPhase, CampaignStore, Instant, RetryRun, Target } from '@bongsu/core';
import { type Insertable, type Selectable, sql } from 'kysely';
import { chunks } from './chunks.ts';
import { recording } from './constraint.ts';
import { instant, instantOrNull } from './instant.ts';
import { statisticsRefresh } from './statistics.ts';
import { storableJson, storableText } from './storable.ts';
import { StoreError } from './store-error.ts';
import type { CampaignTable, Database } from './tables.ts';
import { placeList, placeRemember } from './campaign-place.ts';
import { targetClaim, targetReclaim, targetTakeOver } from './target-claim.ts';
import { attemptList, retrySome, targetRetry } from './target-retry.ts';
import { targetOfRuns, targetOpen, targetTally } from './target-tally.ts';
import { targetChange, targetEndAll, targetList, targetMove, targetPage, targetPut } from './target.ts';

/**
 * The campaigns of a database and their targets. `campaignPut` writes all of it or nothing; it throws StoreError
 * `conflict` where campaign, run id or instance is there already, `not-found` where the snapshot is not recorded.
 * `campaignList` gives the newest first. `campaignPhase` only goes forward (`conflict`); telling it the phase that
 * stands already changes nothing. `targetChange`: see target.ts.
 */
export function campaignStore(db: Database): CampaignStore {
  return {
    campaignPut: (campaign, targets) =>
      recording(`campaign ${campaign.campaignId}`, () => campaignPut(db, campaign, targets)),
    campaignGet: (campaignId) => campaignGet(db, campaignId),
    campaignLatest: async () => {
      // How the estate is no new instance's campaign says, nor an import, nor a plan that was not run: they only where there is nothing else.
      const row = await db
        .selectFrom('campaign')
        .selectAll()
        .orderBy(sql`plan ? 'part', plan ->> 'delivery' is not distinct from 'by-hand', phase = 'planned'`)
        .orderBy('created_at', 'desc')
        .orderBy('campaign_id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : withScript(db, row);
    },
    campaignList: () => campaignList(db),
    campaignPhase: (campaignId, phase, at) =>
      recording(`phase of campaign ${campaignId}`, () => campaignPhase(db, campaignId, phase, at)),
    campaignEnding: (campaignId, at) => campaignEnding(db, campaignId, at),
    campaignStop: (campaignId, why, at) => campaignStop(db, campaignId, why, at),
    campaignEnd: (campaignId, endingAt) => campaignEnd(db, campaignId, endingAt),
    campaignReopen: (campaignId, at, runs) =>
      recording(`retries of ${campaignId}`, () => campaignReopen(db, campaignId, at, runs)),
    targetList: (campaignId) => targetList(db, campaignId),
    targetPage: (campaignId, after) => targetPage(db, campaignId, after),
    targetTally: (campaignId) => targetTally(db, campaignId),
    targetClaim: (campaignId, claim) => targetClaim(db, campaignId, claim),
    targetReclaim: (campaignId, claim) => targetReclaim(db, campaignId, claim),
    targetTakeOver: (campaignId, lookAt) => targetTakeOver(db, campaignId, lookAt),
    targetOfRuns: (campaignId, runIds) => targetOfRuns(db, campaignId, runIds),
    targetOpen: (campaignId, place) => targetOpen(db, campaignId, place),
    targetEndAll: (campaignId, where, end) => targetEndAll(db, campaignId, where, end),
    targetRetry: (campaignId, runs) => recording(`retries of ${campaignId}`, () => targetRetry(db, campaignId, runs)),
    attemptList: (campaignId) => attemptList(db, campaignId),
    placeList: (campaignId) => placeList(db, campaignId),
    placeRemember: (campaignId, place, memory) => placeRemember(db, campaignId, place, memory),
    targetMove: (campaignId, runId, change, claim) =>
      recording(`target ${runId}`, () => targetMove(db, campaignId, runId, change, claim)),
    targetChange: (campaignId, runId, change) =>
      recording(`target ${runId}`, () => targetChange(db, campaignId, runId, change)),
  };
}

async function campaignPut(db: Database, campaign: Campaign, targets: readonly Target[]): Promise<void> {
  const stranger = targets.find((target) => target.campaignId !== campaign.campaignId);
  if (stranger !== undefined) {
    throw new StoreError('invalid-input', `target ${stranger.runId} is of campaign ${stranger.campaignId}`);
  }
  await db.transaction().execute(async (trx) => {
    const row = toRow(campaign);
    await trx
      .insertInto('script')
      .values({ sha256: row.script_sha256, script: campaign.script })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx.insertInto('campaign').values(row).execute();
    await targetPut(trx, targets);
  });
  await statisticsRefresh(db, 'target');
}

async function campaignGet(db: Database, campaignId: string): Promise<Campaign | null> {
  const row = await db.selectFrom('campaign').selectAll().where('campaign_id', '=', campaignId).executeTakeFirst();
  return row === undefined ? null : withScript(db, row);
}

/** Of all campaigns that send it the script is read once. */
async function campaignList(db: Database): Promise<Campaign[]> {
  const rows = await newestFirst(db).execute();
  const scripts = await db
    .selectFrom('script')
    .selectAll()
    .where('sha256', 'in', (all) => all.selectFrom('campaign').select('script_sha256'))
    .execute();
  const script = new Map(scripts.map((one) => [one.sha256, one.script]));
  return rows.map((row) => fromRow(row, script.get(row.script_sha256) ?? ''));
}

async function withScript(db: Database, row: Selectable<CampaignTable>): Promise<Campaign> {
  const script = db.selectFrom('script').select('script').where('sha256', '=', row.script_sha256);
  return fromRow(row, (await script.executeTakeFirstOrThrow()).script);
}

function newestFirst(db: Database) {
  return db.selectFrom('campaign').selectAll().orderBy('created_at', 'desc').orderBy('campaign_id', 'desc');
}

/** From which phases each may be reached. */
const before: Readonly<Record<CampaignPhase, readonly CampaignPhase[]>> = {
  planned: [],
  running: ['planned'],
  ended: ['planned', 'running'],
};

async function campaignPhase(db: Database, campaignId: string, phase: CampaignPhase, at: Instant): Promise<void> {
  const change = { phase, ended_at: phase === 'ended' ? at : null };
  const { numUpdatedRows } = await db
    .updateTable('campaign')
    .set(change)
    .where('campaign_id', '=', campaignId)
    .where('phase', '=', sql<string>`any(${[...before[phase]]})`)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return;
  const campaign = await campaignGet(db, campaignId);
  if (campaign === null) throw new StoreError('not-found', `there is no campaign ${campaignId}`);
  if (campaign.phase !== phase) {
    throw new StoreError('conflict', `campaign ${campaignId} is ${campaign.phase} and does not go back to ${phase}`);
  }
}

async function campaignEnding(db: Database, campaignId: string, at: Instant): Promise<Instant> {
  const row = await db
    .updateTable('campaign')
    .set({ ending_at: sql`coalesce(ending_at, ${at}::timestamptz)` })
    .where('campaign_id', '=', campaignId)
    .returning('ending_at')
    .executeTakeFirst();
  if (row === undefined) throw new StoreError('not-found', `there is no campaign ${campaignId}`);
  return instantOrNull(row.ending_at) ?? at;
}

async function campaignStop(db: Database, campaignId: string, why: string, at: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('campaign')
      .set({ stopped: storableText(why) })
      .where('campaign_id', '=', campaignId)
      .where('stopped', 'is', null)
      .execute();
    const end = { state: 'not-attempted', detail: `stopped: ${why}`, endedAt: at } as const;
    await targetEndAll(trx, campaignId, { phases: ['planned', 'waiting'] }, end);
  });
}

/** A stop that was reached is over: who asks for a retry has seen it. */
async function campaignReopen(
  db: Database,
  campaignId: string,
  at: Instant,
  runs: readonly RetryRun[],
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('campaign')
      .set({ phase: 'running', ended_at: null, ending_at: null, stopped: null, reopened_at: at })
      .where('campaign_id', '=', campaignId)
      .execute();
    let count = 0;
    for (const some of chunks(runs)) count += await retrySome(trx, campaignId, some);
    return count;
  });
}

async function campaignEnd(db: Database, campaignId: string, endingAt: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('campaign')
    .set({ phase: 'ended', ended_at: endingAt })
    .where('campaign_id', '=', campaignId)
    .where('ending_at', '=', sql<Date>`${endingAt}::timestamptz`)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

function toRow(campaign: Campaign): Insertable<CampaignTable> {
  // The script's hash is in the plan, so that it is kept to the byte or not at all.
  if (campaign.script.includes('\0') || !campaign.script.isWellFormed()) {
    throw new StoreError('invalid-input', `the script of campaign ${campaign.campaignId} is not plain text`);
  }
  return {
    campaign_id: campaign.campaignId,
    snapshot_id: campaign.snapshotId,
    created_at: campaign.createdAt,
    ended_at: campaign.endedAt,
    ending_at: campaign.endedAt,
    phase: campaign.phase,
    plan: storableJson(campaign.plan),
    script_sha256: createHash('sha256').update(campaign.script).digest('hex'),
    packs: storableJson(campaign.packs ?? []),
    stopped: campaign.stopped,
    reopened_at: campaign.reopenedAt ?? null,
  };
}

function fromRow(row: Selectable<CampaignTable>, script: string): Campaign {
  return {
    campaignId: row.campaign_id,
    snapshotId: row.snapshot_id,
    createdAt: instant(row.created_at),
    endedAt: instantOrNull(row.ended_at),
    phase: row.phase as CampaignPhase,
    plan: row.plan,
    script,
    stopped: row.stopped,
    ...(row.reopened_at === null ? {} : { reopenedAt: instant(row.reopened_at) }),
    ...(row.packs.length > 0 ? { packs: row.packs } : {}),
  };
}
