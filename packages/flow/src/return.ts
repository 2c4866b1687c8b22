// Targets that were not there when the campaign was planned: sent to when they come back, and ended when the time to wait is over.
import type { Campaign, CampaignStore, CoverageState, Clock, Estate, Place, Target } from '@bongsu/core';
import { placeKey } from '@bongsu/core';
import { forEachLimited } from './limited.ts';

export interface ReturnPorts {
  readonly estate: Pick<Estate, 'instances' | 'nodes'>;
  readonly campaigns: CampaignStore;
  readonly clock: Clock;
}

/** An agent says that it is there every five minutes (Systems Manager User Guide); looking more often than this shows nothing new. */
const lookSecondsLeast = 60;
/**
 * Each look is two calls a place: a share of the time gone by, so that who is waited for through a night costs some seventy of them and not
 * six hundred. Who was away for three hours is found at most twenty minutes late.
 */
const lookShare = 0.1;
const lookSecondsMost = 1_800;

/** Looks after waiting targets, seldomer the longer they are waited for; gives when to look next, null where none waits. */
export async function awaitReturns(campaign: Campaign, ports: ReturnPorts): Promise<number | null> {
  const { campaigns, clock } = ports;
  const tally = await campaigns.targetTally(campaign.campaignId);
  const places = new Map(tally.filter((row) => row.phase === 'waiting').map((row) => [placeKey(row), row]));
  if (places.size === 0) return null;
  const now = clock.now().getTime();
  const created = Date.parse(campaign.createdAt);
  const until = Date.parse(campaign.plan.waitUntil ?? campaign.createdAt);
  const over = now >= until;
  const memory = { accountId: '*', region: 'returns' };
  const held = (await campaigns.placeList(campaign.campaignId)).find(
    (one) => one.accountId === memory.accountId && one.region === memory.region,
  );
  const dueAt = held?.nextAt ? Date.parse(held.nextAt) : created + lookSecondsLeast * 1000;
  if (!over && now < dueAt) return Math.min(dueAt, until);
  await forEachLimited([...places.values()], 8, (place) => lookAt(campaign, place, over, ports));
  const seconds = ((now - created) / 1000) * lookShare;
  const next = Math.min(now + Math.min(lookSecondsMost, Math.max(lookSecondsLeast, seconds)) * 1000, until);
  await campaigns.placeRemember(campaign.campaignId, memory, { nextAt: new Date(next).toISOString() });
  return next;
}

async function lookAt(
  campaign: Campaign,
  { accountId, region }: Place,
  over: boolean,
  ports: ReturnPorts,
): Promise<void> {
  const place = { accountId, region };
  const waiting = (await ports.campaigns.targetOpen(campaign.campaignId, place)).filter(
    (one) => one.phase === 'waiting',
  );
  const ids = waiting.map((one) => one.instanceId);
  const [nodes, instances] = await Promise.all([ports.estate.nodes(place, ids), ports.estate.instances(place, ids)]);
  const online = new Set(nodes.items.filter((node) => node.pingStatus === 'Online').map((node) => node.instanceId));
  const states = new Map(instances.items.map((one) => [one.instanceId, one.state]));
  const endedAt = ports.clock.now().toISOString();
  for (const target of waiting) {
    const change = (what: Parameters<CampaignStore['targetMove']>[2]): Promise<boolean> =>
      ports.campaigns.targetMove(campaign.campaignId, target.runId, what);
    const state = states.get(target.instanceId);
    const hybrid = target.instanceId.startsWith('mi-');
    const gone = state === 'terminated' || (!hybrid && state === undefined && instances.gaps.length === 0);
    if (online.has(target.instanceId) && !over) await change({ phase: 'planned', detail: '' });
    else if (gone)
      await change({ phase: 'ended', state: 'gone', detail: 'terminated while it was waited for', endedAt });
    else if (over) await change({ phase: 'ended', ...stillAway(target, state), endedAt });
  }
}

function stillAway(target: Target, state: string | undefined): { state: CoverageState; detail: string } {
  const stopped = state === 'stopped' || state === 'stopping';
  return { state: stopped ? 'stopped' : 'agent-offline', detail: `${target.detail}; did not come back in time` };
}
