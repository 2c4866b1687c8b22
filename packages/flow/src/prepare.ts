// Before the first send: the script in the bucket, and in each Region the document that runs it; remembered, so that it is done once.
import type { Campaign, DocumentPin, Gap, Place, PlaceMemory } from '@bongsu/core';
import { gapWords, placeKey } from '@bongsu/core';
import { scriptKey } from './campaign-keys.ts';
import { modeOf } from './delivery/mode-of.ts';
import { patienceSeconds } from './patience.ts';
import type { SendPorts } from './send-ports.ts';

export interface Prepared {
  /** By Region; a Region without one is not ready, or its targets have ended. */
  readonly pins: ReadonlyMap<string, DocumentPin>;
  /** When to try again what failed for now; null where nothing did. */
  readonly nextAt: number | null;
  /** Targets were ended, because what they need will not be there. */
  readonly ended: boolean;
}

/** Prepares the Regions of these places. What is denied, or keeps failing, ends the planned targets that needed it, with the fault. */
export async function prepare(campaign: Campaign, places: readonly Place[], ports: SendPorts): Promise<Prepared> {
  const held = new Map((await ports.campaigns.placeList(campaign.campaignId)).map((one) => [placeKey(one), one]));
  const pins = new Map<string, DocumentPin>();
  const script = await attempt(campaign, '*', held.get('*/*'), () => scriptOut(campaign, ports), ports);
  if (typeof script === 'number') return { pins, nextAt: script, ended: false };
  if (script === null) return { pins, nextAt: null, ended: true };
  const waits: number[] = [];
  let ended = false;
  for (const region of new Set(places.map((place) => place.region))) {
    const found = await attempt(
      campaign,
      region,
      held.get(`*/${region}`),
      () => documentOf(campaign, region, ports),
      ports,
    );
    if (typeof found === 'number') waits.push(found);
    else if (found !== null) pins.set(region, found);
    else ended = true;
  }
  return { pins, nextAt: waits.length > 0 ? Math.min(...waits) : null, ended };
}

/** What stands for the script where a document's pin would stand. */
const done: DocumentPin = { arn: 'script', version: '', sha256: '' };

/** Gives the pin, or when to try again, or null where its targets have ended. */
async function attempt(
  campaign: Campaign,
  region: string,
  memory: PlaceMemory | undefined,
  make: () => Promise<DocumentPin | Gap>,
  { campaigns, clock }: SendPorts,
): Promise<DocumentPin | number | null> {
  if (memory?.pin) return memory.pin;
  const now = clock.now().getTime();
  const nextAt = memory?.nextAt ? Date.parse(memory.nextAt) : 0;
  if (now < nextAt) return nextAt;
  const place = { accountId: '*', region };
  const made = await make();
  if (!('call' in made)) {
    await campaigns.placeRemember(campaign.campaignId, place, { pin: made });
    return made;
  }
  const tries = (memory?.tries ?? 0) + 1;
  const pauseSeconds = patienceSeconds(made, tries);
  if (pauseSeconds !== null) {
    const again = now + pauseSeconds * 1000;
    await campaigns.placeRemember(campaign.campaignId, place, { tries, nextAt: new Date(again).toISOString() });
    return again;
  }
  for (const one of campaign.plan.places.filter((known) => region === '*' || known.region === region))
    await campaigns.targetEndAll(
      campaign.campaignId,
      { phases: ['planned'], place: one },
      { state: 'undeliverable', detail: gapWords(made), endedAt: clock.now().toISOString() },
    );
  return null;
}

/** Puts the script where hosts fetch it; the gap where the exchange says that it may not. A fault that is no gap is thrown. */
async function scriptOut(campaign: Campaign, { exchange }: SendPorts): Promise<DocumentPin | Gap> {
  try {
    await exchange.scriptPut(scriptKey(campaign.campaignId, campaign.plan.scriptSha256), campaign.script);
    return done;
  } catch (fault) {
    // The hand's errors carry the gap they stand for.
    if (fault instanceof Error && 'gap' in fault && fault.gap) return fault.gap as Gap;
    throw fault;
  }
}

function documentOf(campaign: Campaign, region: string, { commands, exchange }: SendPorts): Promise<DocumentPin | Gap> {
  const accountIds = [...new Set(campaign.plan.places.map((place) => place.accountId))];
  return commands.document(region, modeOf(campaign).document(exchange.urlShape, campaign.plan.limits), accountIds);
}
