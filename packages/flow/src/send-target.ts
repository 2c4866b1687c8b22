// One send: signed, made once, and its outcome written down; what is unclear is left to be looked up.
import type { Campaign, DocumentPin, SendOrder, SendOutcome, Target, TargetChange } from '@bongsu/core';
import { breakerClosed, breakerHold, breakerLearn } from '@bongsu/engines';
import { commandComment, resultKey, scriptKey } from './campaign-keys.ts';
import type { Paced } from './pace.ts';
import type { SendPorts } from './send-ports.ts';

/** A claim is its sender's alone for so long: a call takes at most 35 s (connect 5, answer 30), and is begun within the first 20. */
export const claimSeconds = 60;
const beginSeconds = 20;
/** How long a command may take to show in ListCommands after a send whose outcome is unknown; the API gives no figure, so generous. */
export const lookupSeconds = 10;
/** Sends of one target that were surely not taken, before it is given up. */
const sendsMax = 20;
/** How long an account is left alone whose quota is full. */
const limitHoldMilliseconds = 60_000;
const limitSendsMax = 5;

/** Sends to one claimed target. */
export async function sendTarget(
  campaign: Campaign,
  target: Target,
  pin: DocumentPin,
  pace: Paced,
  ports: SendPorts,
): Promise<void> {
  const { clock, campaigns } = ports;
  const order = await orderFor(campaign, target, pin, ports);
  // A claim that has grown old while this process stood still may be another's by now.
  const stillMine = Date.parse(target.lookAt ?? '') - clock.now().getTime() > (claimSeconds - beginSeconds) * 1000;
  if (!stillMine) return;
  const answered = pace.begin(order.place);
  let outcome: SendOutcome | null = null;
  try {
    outcome = await ports.commands.send(order);
  } finally {
    answered(outcome?.kind === 'throttled' ? true : outcome?.kind === 'sent' ? false : null);
  }
  await campaigns.targetMove(campaign.campaignId, target.runId, await changeFor(outcome, target, ports));
  await accountLearns(outcome, target, ports);
}

async function changeFor(outcome: SendOutcome, target: Target, ports: SendPorts): Promise<TargetChange> {
  const now = ports.clock.now();
  const end = (state: 'undeliverable' | 'gone' | 'stopped', detail: string): TargetChange => ({
    phase: 'ended',
    state,
    detail,
    endedAt: now.toISOString(),
  });
  switch (outcome.kind) {
    case 'sent':
      return { phase: 'sent', commandId: outcome.commandId, sentAt: now.toISOString() };
    case 'refused':
      return outcome.code === 'InvalidInstanceId'
        ? whereIsIt(target, outcome.code, end, ports)
        : end('undeliverable', outcome.code);
    case 'unclear':
      return { phase: 'intended', lookAt: new Date(now.getTime() + lookupSeconds * 1000).toISOString() };
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

/** Systems Manager does not take the instance: gone, stopped, or no longer its node? Only EC2 knows. */
async function whereIsIt(
  target: Target,
  code: string,
  end: (state: 'undeliverable' | 'gone' | 'stopped', detail: string) => TargetChange,
  ports: SendPorts,
): Promise<TargetChange> {
  const { accountId, region, instanceId } = target;
  // A hybrid node is none of EC2's.
  if (instanceId.startsWith('mi-')) return end('undeliverable', code);
  const seen = await ports.estate.instances({ accountId, region });
  const state = seen.items.find((one) => one.instanceId === instanceId)?.state;
  if (state === 'stopped' || state === 'stopping') return end('stopped', `${state} since the plan`);
  if (state === 'terminated' || state === 'shutting-down') return end('gone', `${state} since the plan`);
  // What could not be listed is not gone.
  if (state === undefined && seen.gaps.length === 0) return end('gone', 'EC2 no longer lists it');
  return end('undeliverable', code);
}

async function accountLearns(outcome: SendOutcome, { accountId }: Target, { pacer, clock }: SendPorts): Promise<void> {
  // Almost every send is taken by an account that is well: nothing is to be written.
  if (outcome.kind === 'throttled' || outcome.kind === 'refused') return;
  const now = clock.now().getTime();
  const good = outcome.kind === 'sent';
  await pacer.breakerChange([accountId], ([held]) => {
    const breaker = held ?? breakerClosed;
    const after =
      outcome.kind === 'limit' ? breakerHold(breaker, now + limitHoldMilliseconds) : breakerLearn(breaker, [good], now);
    return { breakers: [after], result: undefined };
  });
}

async function orderFor(campaign: Campaign, target: Target, pin: DocumentPin, ports: SendPorts): Promise<SendOrder> {
  const { limits, scriptSha256 } = campaign.plan;
  const [ScriptUrl, ResultUrl] = await Promise.all([
    ports.exchange.scriptUrl(scriptKey(campaign.campaignId, scriptSha256), limits.urlSeconds),
    ports.exchange.resultUrl(resultKey(target), limits.resultBytes, limits.urlSeconds),
  ]);
  return {
    place: { accountId: target.accountId, region: target.region },
    instanceId: target.instanceId,
    document: pin,
    comment: commandComment(target),
    parameters: {
      RunId: target.runId,
      ScriptUrl,
      ScriptSha256: scriptSha256,
      ResultUrl,
      ResultBytes: String(limits.resultBytes),
    },
    deliverySeconds: limits.deliverySeconds,
  };
}
