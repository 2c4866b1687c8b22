// Targets of a plan: who is sent to, who is waited for, who has ended before it begins, and in which ring each is.
import type { CampaignPlan, CoverageState, Ids, MaintenanceWindow, Ring, Target } from '@bongsu/core';
import { neverSent, placeKey } from '@bongsu/core';
import { type FrozenTarget, ringsOf } from '@bongsu/engines';
import type { RecurringOrder } from './association-plan.ts';
import { modeNamed, type PlannedDelivery } from './delivery/mode-of.ts';
import { runIdOf } from './run-id.ts';

/** A maintenance window and the hosts it is for. */
export interface WindowOrder extends MaintenanceWindow {
  readonly tag: { readonly key: string; readonly value?: string };
}

/** What an order says of the targets it comes to. */
export interface TargetOrder {
  /** How long targets that are not there are waited for; 0 where absent. */
  readonly waitSeconds?: number;
  readonly windows?: readonly WindowOrder[];
  /** `presigned` where absent. */
  readonly delivery?: PlannedDelivery;
  /** A time of a schedule by association: nothing is sent, and neither rings nor `delivery` are heeded. */
  readonly recurring?: RecurringOrder;
}

export function deliveryOf({ recurring, delivery }: TargetOrder): PlannedDelivery | 'association' {
  return recurring ? 'association' : (delivery ?? 'presigned');
}

/** Ends that a host may come back from while a campaign waits. */
const mayReturn: ReadonlySet<CoverageState> = new Set(['agent-offline', 'stopped']);

export function targetOf(
  campaignId: string,
  { instance, state, detail }: FrozenTarget,
  order: TargetOrder,
  ids: Ids,
  at: string,
): Target {
  const unfit = state === null || mayReturn.has(state) ? modeNamed(deliveryOf(order)).unfit(instance) : null;
  if (unfit !== null) return targetOf(campaignId, { instance, state: 'not-attempted', detail: unfit }, order, ids, at);
  const waits = state !== null && mayReturn.has(state) && (order.waitSeconds ?? 0) > 0;
  const ended = state !== null && !waits;
  return {
    ...neverSent,
    campaignId,
    accountId: instance.accountId,
    region: instance.region,
    instanceId: instance.instanceId,
    name: instance.name,
    runId: runIdOf(ids),
    phase: waits ? 'waiting' : ended ? 'ended' : 'planned',
    window: order.windows?.find(({ tag }) => tagged(instance.tags, tag))?.name ?? null,
    state: ended ? state : null,
    detail: waits ? `${state}: ${detail}` : detail,
    endedAt: ended ? at : null,
  };
}

function tagged(tags: Readonly<Record<string, string>>, { key, value }: WindowOrder['tag']): boolean {
  return tags[key] !== undefined && (value === undefined || tags[key] === value);
}

/** By lot, which the unguessable run ids are: no account's instances come first because of their names. */
export function dealRings(rings: readonly Ring[], targets: readonly Target[]): Target[] {
  const drawn = targets.filter((one) => one.phase !== 'ended').sort((a, b) => (a.runId < b.runId ? -1 : 1));
  const numbers = ringsOf(rings, drawn.length);
  const ringOf = new Map(drawn.map((one, index) => [one.runId, numbers[index] ?? 0]));
  const last = Math.max(0, rings.length - 1);
  return targets.map((one) => ({ ...one, ring: ringOf.get(one.runId) ?? last }));
}

export function countStates(targets: readonly Target[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state, phase } of targets) counts[state ?? phase] = (counts[state ?? phase] ?? 0) + 1;
  return counts;
}

export function placesOf(targets: readonly Target[]): CampaignPlan['places'] {
  const seen = new Map<string, { accountId: string; region: string }>();
  for (const { accountId, region, state } of targets)
    if (state === null) seen.set(placeKey({ accountId, region }), { accountId, region });
  return [...seen.values()];
}
