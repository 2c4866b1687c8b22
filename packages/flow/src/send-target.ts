// One send, to one target or a batch: signed, made once, and its outcome written down; what is unclear is left to be looked up.
import type { Campaign, DocumentPin, Estate, Place, SendOrder, SendOutcome, Target, TargetChange } from '@bongsu/core';
import { gapWords } from '@bongsu/core';
import { breakerHold, breakerLearn, type TargetEnd } from '@bongsu/engines';
import { commandComment } from './campaign-keys.ts';
import { modeOf } from './delivery/mode-of.ts';
import type { Leave, Paced } from './pace.ts';
import type { SendPorts } from './send-ports.ts';

/** How long a command may take to show in ListCommands after a send whose outcome is unknown; the API gives no figure, so generous. */
export const lookupSeconds = 10;
/** A call is begun within so long of its claim, and takes at most so long (connect 5, answer 30). */
const beginSeconds = 20;
const callSeconds = 35;
/** A claim is its sender's alone until even its last moment's send would show. */
export const claimSeconds = beginSeconds + callSeconds + lookupSeconds + 5;
/** Sends of one target that were surely not taken, before it is given up. */
const sendsMax = 20;
/** How long an account is left alone whose quota is full. */
const limitHoldMilliseconds = 60_000;
const limitSendsMax = 5;

/** Sends to claimed targets of one place, and of one batch where they are several; without a leave where what went before is made good. */
export async function sendTargets(
  campaign: Campaign,
  targets: readonly Target[],
  pin: DocumentPin,
  pace: Paced,
  ports: SendPorts,
  leave: Leave | null = null,
): Promise<void> {
  const { clock, campaigns } = ports;
  const [first] = targets;
  if (first === undefined) return;
  const order = await orderFor(campaign, first, targets, pin, ports);
  // A claim that has grown old while this process stood still may be another's by now.
  const oldest = Math.min(...targets.map((target) => Date.parse(target.lookAt ?? '')));
  const stillMine = oldest - clock.now().getTime() > (claimSeconds - beginSeconds) * 1000;
  if (!stillMine) {
    if (leave !== null) pace.giveBack(leave);
    return;
  }
  const answered = leave === null ? () => {} : pace.begin(leave);
  if (answered === null) {
    for (const target of targets)
      await campaigns.targetMove(campaign.campaignId, target.runId, { phase: 'planned' }, target);
    return;
  }
  const outcome = await sendOne(order, answered, ports);
  // Other workers must know before they send more.
  if (outcome.kind === 'throttled') await pace.take([]);
  const settle = async (target: Target): Promise<void> => {
    await campaigns.targetMove(campaign.campaignId, target.runId, await changeFor(outcome, target, ports), target);
  };
  // One instance that is no longer there has the whole send refused: the others get their command.
  if (targets.length > 1 && outcome.kind === 'refused' && outcome.code === 'InvalidInstanceId') {
    const { strangers, parts } = await partsWithout(order.place, targets, ports);
    for (const target of strangers) await settle(target);
    for (const part of parts) await sendTargets(campaign, part, pin, pace, ports);
    return;
  }
  for (const target of targets) await settle(target);
  await accountLearns(outcome, first, pace, ports);
}

/** `answered` is told however it went, also where it throws. */
async function sendOne(
  order: SendOrder,
  answered: (went: 'throttled' | 'taken' | null) => void,
  { commands }: SendPorts,
): Promise<SendOutcome> {
  let went: 'throttled' | 'taken' | null = null;
  try {
    const outcome = await commands.send(order);
    if (outcome.kind === 'throttled') went = 'throttled';
    if (outcome.kind === 'sent') went = 'taken';
    return outcome;
  } finally {
    answered(went);
  }
}

/**
 * Systems Manager is asked which of them it does not know: to find them by sends costs so many that a small rate takes none of them.
 * Where it knows all, or does not say, the halves tell.
 */
async function partsWithout(
  place: Place,
  targets: readonly Target[],
  { estate }: SendPorts,
): Promise<{ readonly strangers: readonly Target[]; readonly parts: readonly (readonly Target[])[] }> {
  const { items, gaps } = await estate.nodes(
    place,
    targets.map((target) => target.instanceId),
  );
  const known = new Set(items.map((node) => node.instanceId));
  const strangers = gaps.length > 0 ? [] : targets.filter((target) => !known.has(target.instanceId));
  if (strangers.length > 0) return { strangers, parts: [targets.filter((target) => known.has(target.instanceId))] };
  const half = Math.ceil(targets.length / 2);
  return { strangers, parts: [targets.slice(0, half), targets.slice(half)] };
}

async function changeFor(outcome: SendOutcome, target: Target, ports: SendPorts): Promise<TargetChange> {
  const now = ports.clock.now();
  const ended = (end: TargetEnd): TargetChange => ({ phase: 'ended', ...end, endedAt: now.toISOString() });
  const end = (state: 'undeliverable', detail: string): TargetChange => ended({ state, detail });
  switch (outcome.kind) {
    case 'sent':
      return { phase: 'sent', commandId: outcome.commandId, sentAt: now.toISOString() };
    case 'refused':
      return outcome.code === 'InvalidInstanceId'
        ? ended(await whereIsIt(target, outcome.code, ports))
        : end('undeliverable', refusalWords(outcome));
    case 'unclear':
      return { phase: 'intended', lookAt: new Date(now.getTime() + lookUpWait(target, now)).toISOString() };
    case 'limit':
      return target.sends >= limitSendsMax ? end('undeliverable', outcome.code) : { phase: 'planned' };
    case 'throttled':
    case 'expired':
    case 'unreached':
      return target.sends >= sendsMax
        ? end('undeliverable', `${outcome.code}, ${sendsMax} times`)
        : { phase: 'planned' };
  }
}

/** Longer each time, for lists that do not show what was sent may lag by much; up to this, for what was not taken is to be sent. */
const lookUpMilliseconds = 60_000;

function lookUpWait({ intendedAt }: Target, now: Date): number {
  const waited = intendedAt === null ? 0 : now.getTime() - Date.parse(intendedAt);
  return Math.max(lookupSeconds * 1000, Math.min(waited, lookUpMilliseconds));
}

function refusalWords({ code, missingPermission }: Extract<SendOutcome, { kind: 'refused' }>): string {
  return missingPermission === null ? code : gapWords({ call: 'ssm:SendCommand', code, missingPermission });
}

export interface Whereabouts {
  readonly estate: Pick<Estate, 'instances'>;
}

/** Systems Manager does not take the instance: gone, stopped, or no longer its node? Only EC2 knows; `code` where it does not. */
export async function whereIsIt(target: Target, code: string, { estate }: Whereabouts): Promise<TargetEnd> {
  const { accountId, region, instanceId } = target;
  // A hybrid node is none of EC2's.
  if (instanceId.startsWith('mi-')) return { state: 'undeliverable', detail: code };
  const seen = await estate.instances({ accountId, region }, [instanceId]);
  const state = seen.items.find((one) => one.instanceId === instanceId)?.state;
  if (state === 'stopped' || state === 'stopping') return { state: 'stopped', detail: `${state} since the plan` };
  if (state === 'terminated' || state === 'shutting-down') return { state: 'gone', detail: `${state} since the plan` };
  // What could not be listed is not gone.
  if (state === undefined && seen.gaps.length === 0) return { state: 'gone', detail: 'EC2 no longer lists it' };
  return { state: 'undeliverable', detail: code };
}

async function accountLearns(
  outcome: SendOutcome,
  { accountId }: Target,
  { breakers }: Paced,
  { clock }: SendPorts,
): Promise<void> {
  if (outcome.kind === 'throttled' || outcome.kind === 'refused') return;
  const now = clock.now().getTime();
  const good = outcome.kind === 'sent';
  await breakers.learn(accountId, (breaker) =>
    outcome.kind === 'limit' ? breakerHold(breaker, now + limitHoldMilliseconds) : breakerLearn(breaker, [good], now),
  );
}

async function orderFor(
  campaign: Campaign,
  first: Target,
  targets: readonly Target[],
  pin: DocumentPin,
  ports: SendPorts,
): Promise<SendOrder> {
  return {
    place: { accountId: first.accountId, region: first.region },
    instanceIds: targets.map((target) => target.instanceId),
    document: pin,
    comment: commandComment(first),
    parameters: await modeOf(campaign).parameters(campaign, targets, ports.exchange),
    deliverySeconds: campaign.plan.limits.deliverySeconds,
  };
}
