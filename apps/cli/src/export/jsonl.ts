// JSON lines for a SIEM: one event for each host and item, one for each host that was not assessed, and one for each unreadable place.
import type { Campaign, Target } from '@bongsu/core';
import type { Coverage } from '@bongsu/engines';
import type { ExportRow } from './rows.ts';

/** Events in the order items, coverage, gaps. Every event has `time`, `event` and `campaign`. Text is JSON-escaped, so a line is a line. */
export function* jsonlEvents(
  campaign: Campaign,
  rows: readonly ExportRow[],
  targets: readonly Target[],
  coverage: Coverage,
): Generator<object> {
  const head = { time: campaign.endedAt ?? campaign.createdAt, campaign: campaign.campaignId };
  for (const { target, item } of rows) {
    yield {
      ...head,
      event: 'host-check',
      cloud: { account: target.accountId, region: target.region, instance: target.instanceId, name: target.name },
      unit: item.unit,
      codes: item.codes,
      importance: item.importance,
      status: item.status,
      judgedBy: item.judgedBy,
      reason: item.reason,
      evidence: item.evidence,
      evidenceSha256: target.evidenceSha256,
    };
  }
  for (const { accountId, region, instanceId, name, state, detail, endedAt } of targets) {
    const cloud = { account: accountId, region, instance: instanceId, name };
    yield { ...head, time: endedAt ?? head.time, event: 'host-coverage', cloud, state: state ?? 'pending', detail };
  }
  for (const place of coverage.unreadable) yield { ...head, event: 'unreadable', ...place };
}
