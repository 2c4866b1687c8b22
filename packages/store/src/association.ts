// Keeps what is known of the associations of schedules, and the nodes that one ran on though no inventory knew them.
import type { AssociationPhase, AssociationStore, Newcomer } from '@bongsu/core';
import { sql } from 'kysely';
import { chunks } from './chunks.ts';
import { instant, instantOrNull } from './instant.ts';
import { storableText } from './storable.ts';
import type { Database } from './tables.ts';

export function associationStore(db: Database): AssociationStore {
  return {
    associationList: async () => {
      const rows = await db
        .selectFrom('association')
        .selectAll()
        .orderBy('schedule')
        .orderBy('account_id')
        .orderBy('region')
        .execute();
      return rows.map((row) => ({
        schedule: row.schedule,
        accountId: row.account_id,
        region: row.region,
        phase: row.phase as AssociationPhase,
        associationId: row.association_id,
        ordered: row.ordered,
        seenAt: instant(row.seen_at),
        told: row.told,
        toldAt: instantOrNull(row.told_at),
      }));
    },
    associationPut: async ({ schedule, accountId, region, phase, associationId, ordered, seenAt, told, toldAt }) => {
      const columns = {
        ...{
          phase,
          association_id: associationId,
          ordered,
          seen_at: seenAt,
          told: storableText(told),
          told_at: toldAt,
        },
      };
      await db
        .insertInto('association')
        .values({ schedule, account_id: accountId, region, ...columns })
        .onConflict((conflict) => conflict.columns(['schedule', 'account_id', 'region']).doUpdateSet(columns))
        .execute();
    },
    associationRemove: async (schedule, { accountId, region }) => {
      await db
        .deleteFrom('association')
        .where('schedule', '=', schedule)
        .where('account_id', '=', accountId)
        .where('region', '=', region)
        .execute();
    },
    newcomerPut: async (campaignId, newcomers) => {
      for (const some of chunks(newcomers, 500))
        await db
          .insertInto('newcomer')
          .values(
            some.map(({ accountId, region, instanceId, seen, at, campaignFor }) => ({
              ...{ campaign_id: campaignId, account_id: accountId, region, instance_id: instanceId },
              ...{ seen, at, campaign_for: campaignFor },
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute();
    },
    newcomerList: async (campaignId) => {
      const rows = await db
        .selectFrom('newcomer')
        .selectAll()
        .where('campaign_id', '=', campaignId)
        .orderBy('account_id')
        .orderBy('region')
        .orderBy('instance_id')
        .execute();
      return rows.map((row) => ({
        ...{ accountId: row.account_id, region: row.region, instanceId: row.instance_id },
        ...{ seen: row.seen as Newcomer['seen'], at: instant(row.at) },
        campaignFor: row.campaign_for,
      }));
    },
    newcomerSettle: async (campaignId, { accountId, region }, instanceIds, campaignFor) =>
      db.transaction().execute(async (turn) => {
        const open = await turn
          .selectFrom('newcomer')
          .select('instance_id')
          .where('campaign_id', '=', campaignId)
          .where('account_id', '=', accountId)
          .where('region', '=', region)
          .where('instance_id', 'in', instanceIds)
          .where('campaign_for', 'is', null)
          .orderBy('instance_id')
          .forUpdate()
          .execute();
        if (open.length < new Set(instanceIds).size) return false;
        await turn
          .updateTable('newcomer')
          .set({ campaign_for: campaignFor })
          .where('campaign_id', '=', campaignId)
          .where('account_id', '=', accountId)
          .where('region', '=', region)
          .where('instance_id', 'in', instanceIds)
          .execute();
        return true;
      }),
    recurringIdle: async () => {
      const { rows } = await sql<{ campaign_id: string }>`
        select campaign_id from campaign where phase = 'planned' and campaign_id in (select campaign_for from newcomer)
        order by campaign_id`.execute(db);
      return rows.map((row) => row.campaign_id);
    },
    recurringLost: async (before) => {
      const { rows } = await sql<{ campaign_id: string }>`
        select campaign_id from campaign where phase = 'planned' and plan ? 'association' and created_at < ${before}
          and not exists (select from newcomer where newcomer.campaign_for = campaign.campaign_id)
          and not exists (select from schedule_run where schedule_run.campaign_id = campaign.campaign_id)
        order by campaign_id`.execute(db);
      return rows.map((row) => row.campaign_id);
    },
  };
}
