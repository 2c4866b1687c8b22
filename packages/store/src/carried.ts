// Keeps the scripts that were built to be carried by hand, and takes each run of them in once.
import type { CarriedBuild, CarriedStore, ImportedRun, TargetChange } from '@bongsu/core';
import type { Selectable } from 'kysely';
import { recording } from './constraint.ts';
import { instant } from './instant.ts';
import { storableJson, storableText } from './storable.ts';
import type { CarriedBuildTable, Database, ImportedRunTable } from './tables.ts';
import { StoreError } from './store-error.ts';
import { targetMove } from './target.ts';
import { verdictRows, verdictWrite } from './verdict.ts';
import { retrySome } from './target-retry.ts';

/** `buildPut` throws StoreError `conflict` where the id is taken; `importAccept` `conflict` where the target cannot take evidence. */
export function carriedStore(db: Database): CarriedStore {
  return {
    buildPut: (build) => recording(`build ${build.buildId}`, () => buildPut(db, build)),
    buildGet: async (buildId) => {
      const one = db.selectFrom('carried_build').selectAll().where('build_id', '=', buildId);
      const row = await one.executeTakeFirst();
      return row === undefined ? null : buildOf(row);
    },
    importedBefore: async (runId, evidenceSha256) => {
      const either = db
        .selectFrom('imported_run')
        .selectAll()
        .where((row) => row.or([row('run_id', '=', runId), row('evidence_sha256', '=', evidenceSha256)]));
      const row = await either.limit(1).executeTakeFirst();
      return row === undefined ? null : runOf(row);
    },
    importAccept: (run, target, end, verdicts) =>
      recording(`import ${run.runId}`, async () => {
        const rows = verdictRows(verdicts);
        return db.transaction().execute(async (trx) => {
          const taken = await importAccept(trx, run, target, end);
          if (taken) await verdictWrite(trx, rows);
          return taken;
        });
      }),
  };
}

async function buildPut(db: Database, build: CarriedBuild): Promise<void> {
  await db
    .insertInto('carried_build')
    .values({
      build_id: build.buildId,
      built_at: build.builtAt,
      by_whom: storableText(build.by),
      script: build.script,
      script_sha256: build.scriptSha256,
      file_sha256: build.fileSha256,
      seal_key: build.sealKey,
      units: storableJson(build.units),
      packs: storableJson(build.packs),
    })
    .execute();
}

async function importAccept(
  trx: Database,
  run: ImportedRun,
  target: { readonly runId: string; readonly newRunId: string | null },
  end: TargetChange,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('imported_run')
    .values({
      run_id: run.runId,
      build_id: run.buildId,
      evidence_sha256: run.evidenceSha256,
      campaign_id: run.campaignId,
      imported_at: run.importedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  const { runId, newRunId } = target;
  if (newRunId !== null) await retrySome(trx, run.campaignId, [{ runId, newRunId, phase: 'planned' }]);
  // Thrown, so that the run is not taken in either.
  if (!(await targetMove(trx, run.campaignId, newRunId ?? runId, end)))
    throw new StoreError('conflict', `target ${runId} of campaign ${run.campaignId} takes no evidence any more`);
  return true;
}

function buildOf(row: Selectable<CarriedBuildTable>): CarriedBuild {
  return {
    buildId: row.build_id,
    builtAt: instant(row.built_at),
    by: row.by_whom,
    script: row.script,
    scriptSha256: row.script_sha256,
    fileSha256: row.file_sha256,
    sealKey: row.seal_key,
    units: row.units,
    packs: row.packs,
  };
}

function runOf(row: Selectable<ImportedRunTable>): ImportedRun {
  return {
    runId: row.run_id,
    buildId: row.build_id,
    evidenceSha256: row.evidence_sha256,
    campaignId: row.campaign_id,
    importedAt: instant(row.imported_at),
  };
}
