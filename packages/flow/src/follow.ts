// probe, second half: ends the targets whose command ended without a result, and those from which no word came in time.
import type { Campaign, CampaignStore, Clock, Commands, Exchange, Gap, Invocation, Target } from '@bongsu/core';
import { invocationEnd } from '@bongsu/engines';
import { resultKey, resultPrefix } from './campaign-keys.ts';

export interface FollowPorts {
  readonly commands: Commands;
  readonly exchange: Exchange;
  readonly campaigns: CampaignStore;
  readonly clock: Clock;
}

export interface Followed {
  /** Targets still without an end. */
  readonly left: number;
  readonly gaps: readonly Gap[];
}

/**
 * One sweep. A target ends here only where no result object exists that was not there when its command had ended: results are listed
 * after the invocations, and S3 lists what was written before (strong consistency, Amazon S3 User Guide).
 */
export async function followCommands(campaign: Campaign, ports: FollowPorts): Promise<Followed> {
  const waiting = (await ports.campaigns.targetList(campaign.campaignId)).filter((one) => one.phase !== 'ended');
  if (waiting.length === 0) return { left: 0, gaps: [] };
  const gaps: Gap[] = [];
  const invocations = new Map<string, Invocation>();
  for (const place of placesOf(waiting)) {
    const since = new Date(Date.parse(campaign.createdAt) - 60_000).toISOString();
    const seen = await ports.commands.invocations(place, since);
    gaps.push(...seen.gaps);
    for (const one of seen.items) invocations.set(`${one.commandId}/${one.instanceId}`, one);
  }
  const results = await ports.exchange.results(resultPrefix(campaign.campaignId));
  gaps.push(...results.gaps);
  const arrived = new Set(results.items.map((object) => object.key));
  const now = ports.clock.now();
  let left = waiting.length;
  for (const target of waiting) {
    const invocation = invocations.get(`${target.commandId}/${target.instanceId}`);
    const late = overdue(campaign, target, now, gaps);
    // A result that is there is left to `assess`; where results could not be listed, absence proves nothing. Both only until time is up.
    const absent = results.gaps.length === 0 && !arrived.has(resultKey(target));
    const end = absent ? ((invocation && invocationEnd(invocation)) ?? late) : late;
    if (!end) continue;
    await ports.campaigns.targetChange(campaign.campaignId, target.runId, {
      phase: 'ended',
      ...end,
      endedAt: now.toISOString(),
    });
    left -= 1;
  }
  return { left, gaps };
}

/** After delivery, execution and a margin nothing can come any more: the URL is dead too. */
function overdue(
  campaign: Campaign,
  target: Target,
  now: Date,
  gaps: readonly Gap[],
): Pick<Target, 'state' | 'detail'> | null {
  const started = target.sentAt ?? target.intendedAt;
  if (started === null || now.getTime() < Date.parse(started) + campaign.plan.limits.urlSeconds * 1000) return null;
  if (target.phase === 'intended') return { state: 'undeliverable', detail: 'the outcome of the send is not known' };
  const blind = gaps.find(
    (gap) => gap.accountId === target.accountId && (gap.region ?? target.region) === target.region,
  );
  return {
    state: 'timed-out',
    detail: blind ? `no result; ${blind.call}: ${blind.code}` : 'no result and no end of the command',
  };
}

function placesOf(targets: readonly Target[]): { accountId: string; region: string }[] {
  const places = new Map(targets.map(({ accountId, region }) => [`${accountId}/${region}`, { accountId, region }]));
  return [...places.values()];
}
