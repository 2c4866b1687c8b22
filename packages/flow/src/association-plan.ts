// The part of a plan that is an association's: its period, whom the campaign accounts for, and what is refused before it stands.
import type {
  AssociationPeriod,
  CampaignLimits,
  CampaignPlan,
  Ids,
  Instant,
  MaintenanceWindow,
  Place,
  Schedule,
  Snapshot,
  Target,
} from '@bongsu/core';
import { hostKey, placeKey } from '@bongsu/core';
import {
  associationExpression,
  associationSeconds,
  periodBegin,
  periodFault,
  shortestPeriod,
  timesAfter,
} from '@bongsu/engines';
import { recurringRun } from './delivery/recurring-keys.ts';
import { FlowError } from './flow-error.ts';

/** A time of a schedule by association, of which a campaign is to be the account. */
export interface RecurringOrder {
  readonly schedule: Pick<Schedule, 'name' | 'cron' | 'timeZone' | 'tag'>;
  /** A moment of the period, which may have begun before. */
  readonly from: Instant;
  /** The next time; where absent, of the schedule after that moment. */
  readonly until?: Instant;
  /** Of nodes that appeared in the period: the association stands already, and is none of this campaign's. */
  readonly newcomers?: true;
}

/** How long targets that were away are waited for, beside the run's own time. */
type Waits = { readonly waitSeconds?: number };

/** State Manager takes 20 associations a node (Systems Manager endpoints and quotas). */
export const associationsMax = 20;

/** @throws FlowError `plan-refused` with the numbers where State Manager could not keep it, or its period could not hold a run. */
export function periodPlanned(
  { schedule, from: moment, until, newcomers }: RecurringOrder,
  limits: CampaignLimits,
  { waitSeconds = 0 }: Waits,
  { snapshot, createdAt, ids }: { readonly snapshot: Snapshot; readonly createdAt: Instant; readonly ids: Ids },
): AssociationPeriod {
  const { name, tag } = schedule;
  const made = associationExpression(schedule);
  const fault = 'fault' in made ? made.fault : periodFault(schedule, limits, new Date(moment));
  if ('fault' in made || fault !== null) throw new FlowError('plan-refused', `schedule ${name}: ${fault}`);
  const from = periodBegin(schedule, new Date(moment)).toISOString();
  const [next = new Date(Date.parse(from) + 366 * 86_400_000)] = timesAfter(schedule, new Date(from), 1);
  const ends = until === undefined ? next.getTime() : Date.parse(until);
  const begins = Math.max(Date.parse(from), Date.parse(createdAt));
  const closeAt = Math.min(ends, begins + (associationSeconds(limits) + waitSeconds) * 1000);
  // Of the schedule and not of this period, for the association to stay as it is.
  const daily = shortestPeriod(schedule, new Date(from)) >= 86_400;
  return {
    schedule: name,
    expression: made.expression,
    ...(tag === undefined ? {} : { tag }),
    run: `a-${ids.random(20)}`,
    stamp: daily ? 'day' : 'hour',
    from,
    until: new Date(ends).toISOString(),
    closeAt: new Date(closeAt).toISOString(),
    places: newcomers ? [] : placesHeld(snapshot),
  };
}

/** Every account and Region that holds an instance, whatever its state: it may be started, and others beside it. */
function placesHeld({ instances }: Snapshot): Place[] {
  const held = new Map<string, Place>();
  for (const { accountId, region, state } of instances)
    if (state !== 'terminated') held.set(placeKey({ accountId, region }), { accountId, region });
  return [...held.values()];
}

/** Nothing is sent to them: State Manager runs the check from the beginning of the period, on those that come back too. */
export function targetsRecurring(targets: readonly Target[], period: AssociationPeriod): Target[] {
  return targets.map((target) => {
    const runId = recurringRun(period, target.instanceId);
    return target.phase === 'ended' ? { ...target, runId } : { ...target, runId, phase: 'sent', sentAt: period.from };
  });
}

/** @throws FlowError `plan-refused` where State Manager would run the check on hosts, or at hours, that are left out. */
export function refuseUnkeepable(
  targets: readonly Target[],
  { schedule, tag }: AssociationPeriod,
  { instances }: Snapshot,
  windows: readonly MaintenanceWindow[],
): void {
  const refuse = (why: string): never => {
    throw new FlowError('plan-refused', `schedule ${schedule}: ${why}`);
  };
  const meant = new Map(
    instances.filter((one) => one.node !== null && tagged(one.tags, tag)).map((one) => [hostKey(one), one]),
  );
  const group = targets.filter((target) => meant.has(hostKey(target)));
  const excluded = group.filter((target) => target.state === 'excluded').length;
  if (excluded > 0)
    refuse(
      `${excluded} of ${group.length} hosts of its group are excluded, State Manager knows no exceptions: give it a tag that they have not, or check by another delivery`,
    );
  const bound = group.filter((target) => target.window !== null && target.state === null).length;
  if (bound > 0)
    refuse(
      `${bound} of ${group.length} hosts of its group have a window (${windows.map((one) => one.name).join(', ')}), State Manager knows none: choose its times by them, or check by another delivery`,
    );
}

function tagged(tags: Readonly<Record<string, string>>, tag: AssociationPeriod['tag']): boolean {
  return tag === undefined || (tags[tag.key] !== undefined && (tag.value === undefined || tags[tag.key] === tag.value));
}

/** Calls of a period in which the association stands as it must; pages hold 50 nodes. */
export function callsRecurring(
  targets: readonly Target[],
  { places, stamp }: AssociationPeriod,
): CampaignPlan['calls'] {
  const open = targets.filter((target) => target.state === null);
  const regions = new Set(places.map((place) => place.region));
  const nodePages = [...Map.groupBy(open, placeKey).values()].reduce((sum, of) => sum + Math.ceil(of.length / 50), 0);
  return {
    's3:PutObject': places.length > 0 ? 1 : 0,
    'ssm:DescribeDocument': regions.size,
    'ssm:ListAssociations': places.length,
    'ssm:DescribeAssociation': places.length,
    's3:ListBucket': Math.ceil(open.length / 1000) * (stamp === 'day' ? 1 : 2),
    's3:GetObject': open.length,
    'ssm:DescribeAssociationExecutions': places.length,
    'ssm:DescribeAssociationExecutionTargets': nodePages,
  };
}
