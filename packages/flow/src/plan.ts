// plan: freezes a campaign's targets from a snapshot and says what it would do, before anything is sent.
import type {
  Campaign,
  CampaignLimits,
  CampaignPack,
  CampaignPlan,
  CampaignStore,
  Clock,
  Exchange,
  Exclusion,
  HostCheck,
  Ids,
  JudgeSettings,
  MaintenanceWindow,
  Probe,
  Region,
  Ring,
  Snapshot,
  Target,
} from '@bongsu/core';
import { packMark, strictSettings } from '@bongsu/core';
import { composeHostScript, probesFor, targetsFreeze } from '@bongsu/engines';
import { callsRecurring, periodPlanned, refuseUnkeepable, targetsRecurring } from './association-plan.ts';
import { stamp } from './collect.ts';
import { modeNamed } from './delivery/mode-of.ts';
import { bindingGaps, refuseUnprovable, runsGiven } from './delivery/plan-part.ts';
import { FlowError } from './flow-error.ts';
import { callsOf } from './plan-calls.ts';
import { countStates, dealRings, deliveryOf, placesOf, targetOf, type TargetOrder } from './plan-targets.ts';

/** Delivery 10 min and execution 15 min cover a slow host; the URL outlives both by 5 min; 256 KiB holds the evidence of a large host. */
export const defaultLimits: CampaignLimits = {
  deliverySeconds: 600,
  executionSeconds: 900,
  urlSeconds: 1800,
  resultBytes: 256 * 1024,
  concurrency: 10,
};

/** What the command document lets curl fetch (`--max-filesize`). */
const scriptBytesMax = 1_048_576;

/** Seconds that a URL must live beyond delivery and execution, for the transfers and for clocks that differ. */
const marginSeconds = 300;

/** A day: what could not be sent in it is not sent, and is accounted as such. */
const deadlineSecondsDefault = 86_400;

export interface PlanOrder extends TargetOrder {
  readonly snapshot: Snapshot;
  /** All at once where absent. */
  readonly rings?: readonly Ring[];
  /** Nothing is sent after this; a day from now where absent. */
  readonly deadlineSeconds?: number;
  /** Certificates that vouch for identities of instances in a Region; asked for by batch delivery. */
  readonly certificates?: (region: Region) => readonly string[];
  readonly retry?: CampaignPlan['retry'];
  readonly exclusions: readonly Exclusion[];
  readonly limits: CampaignLimits;
  readonly checks: readonly HostCheck[];
  readonly system: Probe<unknown>;
  /** Where the checks that are not the catalogue's come from. */
  readonly packs?: readonly CampaignPack[];
  /** The guide's letter where absent. */
  readonly settings?: JudgeSettings;
}

export interface PlanPorts {
  readonly exchange: Pick<Exchange, 'credentialSeconds' | 'roleBinding'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A campaign and its targets, not stored yet. */
export interface PlannedCampaign {
  readonly campaign: Campaign;
  readonly targets: readonly Target[];
}

/**
 * Freezes and plans. @throws FlowError `plan-refused` with the numbers where a URL would die before the work it is for, or outlive the
 * credentials that sign it (a URL dies with its session: Amazon S3 User Guide, "Sharing objects with presigned URLs").
 */
export async function planCampaign(order: PlanOrder, ports: PlanPorts): Promise<PlannedCampaign> {
  const { limits, recurring } = order;
  const credentialSeconds = await ports.exchange.credentialSeconds();
  const delivery = deliveryOf(order);
  if (!recurring) refuseLives(limits, order.windows ?? [], credentialSeconds);
  const binding = delivery === 'role' || recurring ? await bindingGaps(ports.exchange) : [];
  const host = composeHostScript(probesFor(order.checks, [order.system]));
  if (host.sizeBytes > scriptBytesMax)
    throw new FlowError(
      'plan-refused',
      `the host script has ${host.sizeBytes} bytes, hosts fetch at most ${scriptBytesMax}: leave a pack out, or make its script smaller`,
    );
  const packs = order.packs ?? [];
  const createdAt = ports.clock.now().toISOString();
  const campaignId = `c${stamp(createdAt)}-${ports.ids.random(6)}`;
  const frozen = targetsFreeze(order.snapshot, order.exclusions);
  const rings = recurring ? [] : (order.rings ?? []);
  const dealt = dealRings(
    rings,
    frozen.map((one) => targetOf(campaignId, one, order, ports.ids, createdAt)),
  );
  const targets = runsGiven(dealt, delivery, ports.ids);
  if (delivery === 'batch') refuseUnprovable(targets, order.certificates);
  const { snapshot } = order;
  const period = recurring && periodPlanned(recurring, limits, order, { snapshot, createdAt, ids: ports.ids });
  if (period && !recurring?.newcomers) refuseUnkeepable(targets, period, snapshot, order.windows ?? []);
  const after = (seconds: number): string => new Date(Date.parse(createdAt) + seconds * 1000).toISOString();
  const deadlineSeconds = order.deadlineSeconds ?? deadlineSecondsDefault;
  const plan: CampaignPlan = {
    limits,
    scriptSha256: host.sha256,
    scriptBytes: host.sizeBytes,
    units: order.checks.map((check) => check.id),
    ...(packs.length > 0 ? { packs: packs.map(packMark) } : {}),
    places: placesOf(targets),
    counts: countStates(targets),
    calls: period ? callsRecurring(targets, period) : callsOf(targets, modeNamed(delivery).idsPerSend),
    credentialSeconds,
    gaps: [...order.snapshot.gaps, ...binding],
    delivery,
    ...(period ? { association: period } : {}),
    ...(order.snapshot.part ? { part: true as const } : {}),
    deadline: period?.closeAt ?? after(deadlineSeconds),
    // Who comes back after the deadline would not be sent to.
    waitUntil:
      !period && (order.waitSeconds ?? 0) > 0 ? after(Math.min(order.waitSeconds ?? 0, deadlineSeconds)) : null,
    ...(rings.length > 0 ? { rings } : {}),
    ...(order.windows && order.windows.length > 0
      ? { windows: order.windows.map(({ name, cron, timeZone, minutes }) => ({ name, cron, timeZone, minutes })) }
      : {}),
    ...(order.retry && !period ? { retry: order.retry } : {}),
    settings: order.settings ?? strictSettings,
  };
  const { snapshotId } = order.snapshot;
  const campaign: Campaign = {
    campaignId,
    snapshotId,
    createdAt,
    endedAt: null,
    phase: 'planned',
    plan,
    script: host.script,
    stopped: null,
    ...(packs.length > 0 ? { packs } : {}),
  };
  return { campaign, targets: period ? targetsRecurring(targets, period) : targets };
}

/** Stores a plan so that it can be run, and resumed whatever happens to the process. */
export async function planStore(planned: PlannedCampaign, campaigns: CampaignStore): Promise<void> {
  await campaigns.campaignPut(planned.campaign, planned.targets);
}

/** @throws FlowError `plan-refused` where URLs, credentials and windows do not outlive what they are for. */
function refuseLives(
  limits: CampaignLimits,
  windows: readonly MaintenanceWindow[],
  credentialSeconds: number | null,
): void {
  const work = limits.deliverySeconds + limits.executionSeconds;
  const need = work + marginSeconds;
  if (limits.urlSeconds < need)
    throw new FlowError(
      'plan-refused',
      `URLs live ${limits.urlSeconds} s, but delivery ${limits.deliverySeconds} s + execution ${limits.executionSeconds} s + margin ${marginSeconds} s need ${need} s: raise limits.urlSeconds or lower the other two`,
    );
  if (credentialSeconds !== null && credentialSeconds < limits.urlSeconds)
    throw new FlowError(
      'plan-refused',
      `the signing credentials end in ${credentialSeconds} s, the URLs should live ${limits.urlSeconds} s: sign in again, or lower limits.urlSeconds`,
    );
  for (const { name, minutes } of windows)
    if (minutes * 60 <= work)
      throw new FlowError(
        'plan-refused',
        `window ${name} is ${minutes * 60} s long, delivery ${limits.deliverySeconds} s + execution ${limits.executionSeconds} s need more: make it longer, or lower the limits`,
      );
}
