// probe, first half: writes the intent, sends, writes the outcome; after a crash it looks before it sends again.
import type {
  Campaign,
  CampaignStore,
  Clock,
  Commands,
  DocumentPin,
  Exchange,
  Gap,
  Place,
  Progress,
  Target,
} from '@bongsu/core';
import { commandDocument } from '@bongsu/engines';
import { commandComment, resultKey, scriptKey } from './campaign-keys.ts';
import { forEachLimited } from './limited.ts';

export interface SendPorts {
  readonly commands: Commands;
  readonly exchange: Exchange;
  readonly campaigns: CampaignStore;
  readonly clock: Clock;
  readonly progress: Progress;
}

/** How long a command may take to show in ListCommands after a send whose outcome is unknown; the API gives no figure, so generous. */
const lookupSeconds = 10;
const attemptsMax = 6;

/** Sends to every target that is planned, or intended and not found among the commands sent. Safe to repeat at any moment. */
export async function sendCommands(campaign: Campaign, ports: SendPorts): Promise<void> {
  const targets = (await ports.campaigns.targetList(campaign.campaignId)).filter(
    (target) => target.phase === 'planned' || target.phase === 'intended',
  );
  if (targets.length === 0) return;
  const { exchange, commands } = ports;
  const key = scriptKey(campaign.campaignId, campaign.plan.scriptSha256);
  const fault = await scriptOut(key, campaign, exchange);
  if (fault) return endAll(targets, fault, ports);
  const content = commandDocument(exchange.urlShape, campaign.plan.limits);
  const accountIds = [...new Set(campaign.plan.places.map((place) => place.accountId))];
  const counter = { done: 0, left: targets.length };
  await forEachLimited(groupByRegion(targets), 4, async ({ region, targets: group }) => {
    const pin = await commands.document(region, content, accountIds);
    if ('call' in pin) return endAll(group, pin, ports);
    await forEachLimited(groupByPlace(region, group), 16, (place) =>
      sendPlace(campaign, place, { pin, key, counter }, ports),
    );
  });
}

/** Puts the script where hosts fetch it; the gap where the exchange says that it may not. A fault that is no gap is thrown. */
async function scriptOut(key: string, campaign: Campaign, exchange: Exchange): Promise<Gap | null> {
  try {
    await exchange.scriptPut(key, campaign.script);
    return null;
  } catch (fault) {
    // The hand's errors carry the gap they stand for.
    if (fault instanceof Error && 'gap' in fault && fault.gap) return fault.gap as Gap;
    throw fault;
  }
}

interface PlaceGroup extends Place {
  readonly targets: readonly Target[];
}
interface SendContext {
  readonly pin: DocumentPin;
  readonly key: string;
  readonly counter: { done: number; left: number };
}

async function sendPlace(campaign: Campaign, place: PlaceGroup, context: SendContext, ports: SendPorts): Promise<void> {
  const unclear = place.targets.filter((target) => target.phase === 'intended');
  const found = await lookUp(place, unclear, ports);
  await forEachLimited(place.targets, campaign.plan.limits.concurrency, async (target) => {
    await sendTarget(campaign, target, { ...context, found }, ports);
    context.counter.done += 1;
    context.counter.left -= 1;
    ports.progress({ what: 'send', ...context.counter, place: place.accountId });
  });
}

/** Command ids of these intended targets by comment; `gap` where that could not be asked, so that nothing may be sent again. */
type Found = { readonly byComment: ReadonlyMap<string, string>; readonly gap: Gap | null };

async function lookUp(place: Place, intended: readonly Target[], ports: SendPorts): Promise<Found> {
  const times = intended.flatMap((target) => (target.intendedAt ? [Date.parse(target.intendedAt)] : []));
  if (times.length === 0) return { byComment: new Map(), gap: null };
  const wait = Math.max(...times) + lookupSeconds * 1000 - ports.clock.now().getTime();
  if (wait > 0) await ports.clock.sleep(wait);
  // A minute earlier than the first intent, for clocks that differ.
  const since = new Date(Math.min(...times) - 60_000).toISOString();
  const seen = await ports.commands.sentBefore({ accountId: place.accountId, region: place.region }, since);
  return { byComment: new Map(seen.items.map((one) => [one.comment, one.commandId])), gap: seen.gaps[0] ?? null };
}

async function sendTarget(
  campaign: Campaign,
  target: Target,
  context: SendContext & { found: Found },
  ports: SendPorts,
): Promise<void> {
  const { campaigns, clock } = ports;
  const change = (what: Parameters<CampaignStore['targetChange']>[2]): Promise<void> =>
    campaigns.targetChange(campaign.campaignId, target.runId, what);
  const sent = (commandId: string): Promise<void> =>
    change({ phase: 'sent', commandId, sentAt: clock.now().toISOString() });
  const place = { accountId: target.accountId, region: target.region };
  let found = context.found;
  let looked = target.phase === 'intended';
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    if (looked) {
      const commandId = found.byComment.get(commandComment(target));
      if (commandId) return sent(commandId);
      // What may have been sent is not sent again until someone can look: it stays intended, for the next resume.
      if (found.gap) return;
    }
    const intendedAt = clock.now().toISOString();
    await change({ phase: 'intended', intendedAt });
    const outcome = await ports.commands.send(await orderFor(campaign, target, context, ports));
    switch (outcome.kind) {
      case 'sent':
        return sent(outcome.commandId);
      case 'refused':
        return change({
          phase: 'ended',
          state: 'undeliverable',
          detail: outcome.code,
          endedAt: clock.now().toISOString(),
        });
      case 'throttled':
        looked = false;
        await clock.sleep(Math.min(500 * 2 ** attempt, 20_000));
        break;
      case 'unclear':
        found = await lookUp(place, [{ ...target, intendedAt }], ports);
        looked = true;
        break;
    }
  }
  // Where the last outcome is unclear the target stays intended: its result may still come, and a resume looks again.
  const late = looked ? found.byComment.get(commandComment(target)) : undefined;
  if (late) await sent(late);
  else if (!looked)
    await change({
      phase: 'ended',
      state: 'undeliverable',
      detail: `throttled ${attemptsMax} times`,
      endedAt: clock.now().toISOString(),
    });
}

async function orderFor(
  campaign: Campaign,
  target: Target,
  context: SendContext,
  ports: SendPorts,
): Promise<Parameters<Commands['send']>[0]> {
  const { limits, scriptSha256 } = campaign.plan;
  const [ScriptUrl, ResultUrl] = await Promise.all([
    ports.exchange.scriptUrl(context.key, limits.urlSeconds),
    ports.exchange.resultUrl(resultKey(target), limits.resultBytes, limits.urlSeconds),
  ]);
  return {
    place: { accountId: target.accountId, region: target.region },
    instanceId: target.instanceId,
    document: context.pin,
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

async function endAll(targets: readonly Target[], gap: Gap, ports: SendPorts): Promise<void> {
  const endedAt = ports.clock.now().toISOString();
  // A target that may have been sent before keeps waiting for its result.
  for (const target of targets.filter((one) => one.phase === 'planned')) {
    const detail = `${gap.call}: ${gap.code}`;
    await ports.campaigns.targetChange(target.campaignId, target.runId, {
      phase: 'ended',
      state: 'undeliverable',
      detail,
      endedAt,
    });
  }
}

function groupByRegion(targets: readonly Target[]): { region: string; targets: Target[] }[] {
  return [...Map.groupBy(targets, (target) => target.region)].map(([region, group]) => ({ region, targets: group }));
}

/** Targets of one Region by account. */
function groupByPlace(region: string, targets: readonly Target[]): PlaceGroup[] {
  const accounts = Map.groupBy(targets, (target) => target.accountId);
  return [...accounts].map(([accountId, group]) => ({ accountId, region, targets: group }));
}
