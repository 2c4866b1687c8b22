// Before anything is sent again: were these sends taken after all?
import type { Campaign, Gap, Place, Seen, SentCommand, Target, TargetChange } from '@bongsu/core';
import { gapWords, placeKey } from '@bongsu/core';
import { commandComment, placeFolder, runOf } from './campaign-keys.ts';
import { sentRunOf } from './delivery/batch-run.ts';
import { modeOf } from './delivery/mode-of.ts';
import type { SendPorts } from './send-ports.ts';
import { claimSeconds, lookupSeconds } from './send-target.ts';

/** Intended targets looked at in one go. */
const lookUpMax = 200;
/** Commands are listed from so long before the first intent. */
const marginMilliseconds = 60_000;
/** Before anything is sent again: an intent may be of a process whose clock was as wrong as any may be (five minutes), and ours as much the other way. */
const marginOfClocks = 660_000;
/** So long what has answered counts as sent though no list shows its command: by then its host, which refuses a run twice, is asked again. */
const answeredMilliseconds = 300_000;

/**
 * Takes over sends whose outcome nobody knows. Those found among the account's commands become sent; those not found are given back to be
 * sent again; where the account's commands could not be listed they stay, and are looked up again later. So do those whose send has been
 * answered by a result: then it is the list that lags.
 */
export async function lookUpUnclear(campaign: Campaign, ports: SendPorts): Promise<Target[]> {
  const now = ports.clock.now();
  const unclear = await ports.campaigns.targetReclaim(campaign.campaignId, {
    limit: lookUpMax,
    at: now.toISOString(),
    lookAt: new Date(now.getTime() + claimSeconds * 1000).toISOString(),
  });
  const again: Target[] = [];
  for (const [, targets] of Map.groupBy(unclear, placeKey)) {
    const [first] = targets;
    if (first) again.push(...(await lookUp(campaign, first, targets, ports)));
  }
  return again;
}

async function lookUp(
  campaign: Campaign,
  place: Place,
  targets: readonly Target[],
  ports: SendPorts,
): Promise<Target[]> {
  const { sent, fault } = await sentFor(campaign, place, targets, ports);
  const unseen = targets.filter((target) => oursOf(target, sent) === undefined);
  const answered = fault === undefined ? await answeredSends(campaign, place, unseen, ports) : new Set<string>();
  const again: Target[] = [];
  for (const target of targets) {
    const commandId = oursOf(target, sent);
    if (commandId !== undefined)
      await ports.campaigns.targetMove(campaign.campaignId, target.runId, {
        phase: 'sent',
        commandId,
        detail: '',
        sentAt: target.intendedAt ?? ports.clock.now().toISOString(),
      });
    else if (answered.has(sentRunOf(target.runId)))
      await ports.campaigns.targetMove(campaign.campaignId, target.runId, lookAgain(ports), target);
    else if (fault === undefined) again.push(target);
    // It stays, and if it stays to the end, people are told why.
    else if (target.detail !== gapWords(fault))
      await ports.campaigns.targetMove(campaign.campaignId, target.runId, { detail: gapWords(fault) });
  }
  return again;
}

/** The place's commands since these were meant to be sent, the first of one run first; all of them unless there is a fault. */
async function sentFor(
  campaign: Campaign,
  { accountId, region }: Place,
  targets: readonly Target[],
  { commands }: SendPorts,
): Promise<{ readonly sent: readonly SentCommand[]; readonly fault: Gap | undefined }> {
  const first = Math.min(...targets.map((target) => Date.parse(target.intendedAt ?? campaign.createdAt)));
  const listed = async (earlier: number): Promise<Seen<SentCommand>> =>
    commands.sentBefore({ accountId, region }, new Date(first - earlier).toISOString());
  let seen = await listed(marginMilliseconds);
  const found = (target: Target): boolean => oursOf(target, seen.items) !== undefined;
  if (seen.gaps.length === 0 && !targets.every(found)) seen = await listed(marginOfClocks);
  // Of two commands for one run the host runs the first, and refuses the other.
  return { sent: seen.items.toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1)), fault: seen.gaps[0] };
}

function lookAgain({ clock }: SendPorts): TargetChange {
  return { phase: 'intended', lookAt: new Date(clock.now().getTime() + lookupSeconds * 1000).toISOString() };
}

/** Which of these sends have a result of at least one of their hosts, by the part of the run id that goes out: only who was sent to knows it. */
async function answeredSends(
  campaign: Campaign,
  place: Place,
  targets: readonly Target[],
  { exchange, clock }: SendPorts,
): Promise<ReadonlySet<string>> {
  const since = clock.now().getTime() - answeredMilliseconds;
  const recent = targets.filter((target) => Date.parse(target.intendedAt ?? campaign.createdAt) > since);
  if (recent.length === 0) return new Set();
  const asked = new Set(recent.map((target) => sentRunOf(target.runId)));
  const { items } = await exchange.results(`${modeOf(campaign).root(campaign.campaignId)}${placeFolder(place)}`);
  return new Set(items.map(({ key }) => sentRunOf(runOf(key))).filter((one) => asked.has(one)));
}

/**
 * The command that was sent for a target, of these in their order. Of a batch that was sent in parts each part has the same comment: the
 * instance must be among those it was sent to. Others in the account can send with the same comment, but learn it only from the first
 * that has it: the first is ours.
 */
function oursOf(target: Target, sent: readonly SentCommand[]): string | undefined {
  const comment = commandComment(target);
  return sent.find((one) => one.comment === comment && one.instanceIds.includes(target.instanceId))?.commandId;
}
