// Keeps what AWS told of instances, each thing once, and what became of it.
import type { EventEnd, EventKind, EventOutcome, EventStore, HandledEvent, InstanceEvent } from '@bongsu/core';
import { type Selectable, sql } from 'kysely';
import { eventRefusalList, eventRefusalPut, queuePollList, queuePollPut } from './event-queue.ts';
import { instancesChecked, likeChecked } from './instance-checked.ts';
import { instant, instantOrNull } from './instant.ts';
import { storableText } from './storable.ts';
import type { Database, InstanceEventTable } from './tables.ts';
import { turnTake } from './turn.ts';

export function eventStore(db: Database): EventStore {
  return {
    eventPut: (events, receivedAt, since) => eventPut(db, events, receivedAt, since),
    eventWaiting: async () => {
      const rows = await db
        .selectFrom('instance_event')
        .selectAll()
        .where('outcome', '=', sql<string>`'waiting'`)
        .orderBy('received_at')
        .orderBy('event_id')
        .execute();
      return rows.map(fromRow);
    },
    eventSettle: (eventIds, end, settledAt) => eventSettle(db, eventIds, end, settledAt),
    eventReopen: () => eventReopen(db),
    eventPrune: (before) => eventPrune(db, before),
    eventList: async (limit) => {
      const newest = db.selectFrom('instance_event').selectAll().orderBy('received_at', 'desc');
      return (await newest.orderBy('event_id', 'desc').limit(limit).execute()).map(fromRow);
    },
    eventCampaignsIdle: async () => {
      const { rows } = await sql<{ campaign_id: string }>`
        select campaign_id from campaign where phase = 'planned' and campaign_id in (
          select campaign_id from instance_event where outcome = 'started')
        order by campaign_id`.execute(db);
      return rows.map((row) => row.campaign_id);
    },
    eventCampaignsLost: async (before) => {
      const { rows } = await sql<{ campaign_id: string }>`
        select campaign_id from campaign where phase = 'planned' and plan ? 'part' and not plan ? 'association' and created_at < ${before}
          and not exists (select from instance_event where instance_event.campaign_id = campaign.campaign_id)
        order by campaign_id`.execute(db);
      return rows.map((row) => row.campaign_id);
    },
    instancesChecked: (place, instanceIds, since) => instancesChecked(db, place, instanceIds, since),
    likeChecked: (likeness, since) => likeChecked(db, likeness, since),
    eventRefusalPut: (refusal) => eventRefusalPut(db, refusal),
    eventRefusalList: (limit) => eventRefusalList(db, limit),
    queuePollPut: (poll) => queuePollPut(db, poll),
    queuePollList: () => queuePollList(db),
  };
}

/** What may have changed by the time an agent calls again. */
const passing: readonly EventOutcome[] = ['not-managed', 'agent-offline', 'undeliverable', 'stopped', 'gone', 'noted'];

async function eventPut(
  db: Database,
  events: readonly InstanceEvent[],
  receivedAt: string,
  since: string,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await turnTake(trx, 'instance events');
    let kept = 0;
    for (const { eventId, accountId, region, instanceId, what, at } of events) {
      const { numAffectedRows } = await sql`
        insert into instance_event
          (event_id, account_id, region, instance_id, what, at, received_at, outcome, detail)
        select ${eventId}, ${accountId}, ${region}, ${instanceId}, ${what}, ${at}::timestamptz,
          ${receivedAt}::timestamptz, 'waiting', ''
        where ${what}::text <> 'registered' or not exists (
          select 1 from instance_event
          where account_id = ${accountId} and region = ${region} and instance_id = ${instanceId}
            and received_at >= ${since}::timestamptz and outcome <> all(${[...passing]}::text[]))
        on conflict do nothing`.execute(trx);
      kept += Number(numAffectedRows ?? 0n);
    }
    return kept;
  });
}

class Overtaken extends Error {}

async function eventSettle(
  db: Database,
  eventIds: readonly string[],
  { outcome, campaignId, standIn, detail }: EventEnd,
  settledAt: string,
): Promise<boolean> {
  try {
    return await db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('instance_event')
        .set({
          ...{
            outcome,
            campaign_id: campaignId,
            stand_in: standIn,
            detail: storableText(detail),
            settled_at: settledAt,
          },
        })
        .where('event_id', '=', sql<string>`any(${[...eventIds]}::text[])`)
        .where('outcome', '=', 'waiting')
        .executeTakeFirstOrThrow();
      if (numUpdatedRows !== BigInt(new Set(eventIds).size)) throw new Overtaken();
      return true;
    });
  } catch (fault) {
    if (fault instanceof Overtaken) return false;
    throw fault;
  }
}

async function eventReopen(db: Database): Promise<number> {
  const { numAffectedRows } = await sql`
    update instance_event e
    set outcome = 'waiting', campaign_id = null, settled_at = null,
      detail = 'waits again: ' || stand_in || ' was not assessed', stand_in = null
    where outcome = 'sampled' and exists (
      select 1 from target t
      where t.campaign_id = e.campaign_id and t.account_id = e.account_id and t.region = e.region
        and t.instance_id = e.stand_in and t.phase = 'ended' and t.evidence_sha256 is null)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

async function eventPrune(db: Database, before: string): Promise<number> {
  const events = db.deleteFrom('instance_event').where('received_at', '<', sql<Date>`${before}::timestamptz`);
  const settled = await events.where('outcome', '<>', sql<string>`'waiting'`).executeTakeFirstOrThrow();
  const refused = await db
    .deleteFrom('event_refusal')
    .where('at', '<', sql<Date>`${before}::timestamptz`)
    .executeTakeFirstOrThrow();
  return Number(settled.numDeletedRows + refused.numDeletedRows);
}

function fromRow(row: Selectable<InstanceEventTable>): HandledEvent {
  return {
    eventId: row.event_id,
    accountId: row.account_id,
    region: row.region,
    instanceId: row.instance_id,
    what: row.what as EventKind,
    at: instant(row.at),
    receivedAt: instant(row.received_at),
    outcome: row.outcome as EventOutcome,
    campaignId: row.campaign_id,
    standIn: row.stand_in,
    detail: row.detail,
    settledAt: instantOrNull(row.settled_at),
  };
}
