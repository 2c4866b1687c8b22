// Before anything is sent again: were these sends taken after all?
import type { Campaign, Place, SentCommand, Target } from '@bongsu/core';
import { gapWords, placeKey } from '@bongsu/core';
import { commandComment } from './campaign-keys.ts';
import type { SendPorts } from './send-ports.ts';
import { claimSeconds } from './send-target.ts';

/** Intended targets looked at in one go. */
const lookUpMax = 200;

/**
 * Takes over sends whose outcome nobody knows. Those found among the account's commands become sent; those not found are given back to be
 * sent again; where the account's commands could not be listed they stay, and are looked up again later.
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
  const times = targets.map((target) => Date.parse(target.intendedAt ?? campaign.createdAt));
  // A minute earlier than the first intent, for clocks that differ.
  const since = new Date(Math.min(...times) - 60_000).toISOString();
  const seen = await ports.commands.sentBefore({ accountId: place.accountId, region: place.region }, since);
  // Of two commands for one run the host runs the first, and refuses the other.
  const sent = seen.items.toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
  const [fault] = seen.gaps;
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
    else if (fault === undefined) again.push(target);
    // It stays, and if it stays to the end, people are told why.
    else if (target.detail !== gapWords(fault))
      await ports.campaigns.targetMove(campaign.campaignId, target.runId, { detail: gapWords(fault) });
  }
  return again;
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
