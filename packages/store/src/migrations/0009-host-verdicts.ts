// Verdicts in one row for each host: a fleet of 5,000 has 860,000 of them, and a row each cost three times what the judging did.
import type { HostVerdict } from '@bongsu/core';
import { type Kysely, sql } from 'kysely';
import { rowOf } from '../verdict.ts';

interface OldRow {
  readonly campaign_id: string;
  readonly account_id: string;
  readonly region: string;
  readonly instance_id: string;
  readonly verdicts: readonly Omit<HostVerdict, 'campaignId' | 'accountId' | 'region' | 'instanceId'>[];
}

/** Hosts moved in one go. */
const hostsAtOnce = 50;

/** Runs inside the migrator's transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table host_verdict (
        campaign_id text collate "C" not null references campaign,
        account_id text collate "C" not null,
        region text collate "C" not null,
        instance_id text collate "C" not null,
        statuses text not null,
        packed bytea not null,
        primary key (campaign_id, account_id, region, instance_id)
      )`,
    )
    .execute(db);
  // Compressed already: another try would cost time and save nothing.
  await sql.raw(`alter table host_verdict alter column packed set storage external`).execute(db);
  for (let moved = hostsAtOnce; moved === hostsAtOnce; ) moved = await moveSome(db);
  await sql.raw(`drop table verdict`).execute(db);
}

async function moveSome(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<OldRow>`
    select campaign_id, account_id, region, instance_id,
      jsonb_agg(jsonb_build_object('unit', unit, 'status', status, 'reason', jsonb_build_object('ko', reason_ko, 'en', reason_en),
        'evidence', evidence, 'gaps', gaps, 'basis', basis)) as verdicts
    from verdict group by campaign_id, account_id, region, instance_id limit ${hostsAtOnce}`.execute(db);
  for (const { campaign_id, account_id, region, instance_id, verdicts } of rows) {
    const place = { campaignId: campaign_id, accountId: account_id, region, instanceId: instance_id };
    const row = rowOf(verdicts.map((one) => ({ ...one, ...place })));
    await sql`insert into host_verdict values (${row.campaign_id}, ${row.account_id}, ${row.region}, ${row.instance_id},
      ${row.statuses}, ${row.packed})`.execute(db);
    await sql`delete from verdict where campaign_id = ${campaign_id} and account_id = ${account_id} and region = ${region}
      and instance_id = ${instance_id}`.execute(db);
  }
  return rows.length;
}
