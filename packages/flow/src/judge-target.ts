// Judges what a target's host sent, as it arrives or as it was kept.
import type { Campaign, EvidenceStore, Host, HostCheck, HostVerdict, JudgeSettings, Probe, Target } from '@bongsu/core';
import { strictSettings } from '@bongsu/core';
import { evidenceUnpack, judgeHost } from '@bongsu/engines';

export interface Content {
  readonly checks: readonly HostCheck[];
  readonly system: Probe<Host>;
}

/** How a campaign is judged unless something else is asked for. */
export function settingsOf(campaign: Campaign): JudgeSettings {
  return campaign.plan.settings ?? strictSettings;
}

/** Judges one host's evidence for its target. */
export function judgeTarget(
  target: Target,
  content: Content & { readonly settings: JudgeSettings },
  evidence: Parameters<typeof judgeHost>[0]['evidence'],
): HostVerdict[] {
  const { campaignId, accountId, region, instanceId } = target;
  return judgeHost({ ...content, evidence }).map((verdict) => ({
    ...verdict,
    campaignId,
    accountId,
    region,
    instanceId,
  }));
}

/** The evidence that was accepted for a target, judged again; text where it is gone or no longer readable. */
export async function judgeStored(
  target: Target,
  order: Content & { readonly settings: JudgeSettings },
  { evidence }: { readonly evidence: Pick<EvidenceStore, 'evidenceGet'> },
): Promise<HostVerdict[] | string> {
  const bytes = await evidence.evidenceGet(target.evidenceSha256 ?? '');
  if (bytes === null) return 'the evidence is not in the store';
  const read = await evidenceUnpack(bytes, { rawBytesMax: 64 << 20, entriesMax: 256 });
  return read.kind === 'refused' ? read.reason : judgeTarget(target, order, read.evidence);
}
