// Says which instances were assessed lately or are being assessed, by id or by their kind.
import type { InstanceId, Instant, Likeness, Place } from '@bongsu/core';
import { sql } from 'kysely';
import type { Database } from './tables.ts';

interface Row {
  instance_id: string;
  campaign_id: string;
}

/** Evidence that is new enough, or a campaign that is still to get it. */
const counts = (since: Instant) => sql<boolean>`(
  (t.evidence_sha256 is not null and t.ended_at >= ${since}::timestamptz)
  or (t.phase <> 'ended' and c.phase = 'running'))`;

const shape = ({ instance_id, campaign_id }: Row) => ({ instanceId: instance_id, campaignId: campaign_id });

export async function instancesChecked(
  db: Database,
  { accountId, region }: Place,
  instanceIds: readonly InstanceId[],
  since: Instant,
) {
  const { rows } = await sql<Row>`
    select distinct on (t.instance_id) t.instance_id, t.campaign_id
    from target t join campaign c on c.campaign_id = t.campaign_id
    where t.account_id = ${accountId} and t.region = ${region} and t.instance_id = any(${[...instanceIds]}::text[])
      and ${counts(since)}
    order by t.instance_id, c.created_at desc`.execute(db);
  return rows.map(shape);
}

export async function likeChecked(db: Database, like: Likeness, since: Instant) {
  const { rows } = await sql<Row>`
    select distinct on (t.instance_id) t.instance_id, t.campaign_id
    from target t
      join campaign c on c.campaign_id = t.campaign_id
      join instance i on i.snapshot_id = c.snapshot_id and i.account_id = t.account_id
        and i.region = t.region and i.instance_id = t.instance_id
    where t.account_id = ${like.accountId} and t.region = ${like.region} and ${counts(since)}
      and i.image_id = ${like.imageId}
      and i.tags ->> 'aws:autoscaling:groupName' = ${like.group}
      and coalesce(i.tags ->> 'aws:ec2launchtemplate:id', '') = ${like.template}
      and coalesce(i.tags ->> 'aws:ec2launchtemplate:version', '') = ${like.templateVersion}
    order by t.instance_id, c.created_at desc`.execute(db);
  return rows.map(shape);
}
