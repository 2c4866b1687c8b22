// Sees to it that the association of a recurring check stands in each account and Region as it must, made once and mended where it is not.
import type {
  AssociationOrder,
  Associations,
  AssociationStore,
  Campaign,
  CampaignStore,
  Clock,
  DocumentPin,
  Exchange,
  Gap,
  KeptAssociation,
  Place,
  PlaceMemory,
} from '@bongsu/core';
import { gapWords, placeKey } from '@bongsu/core';
import { lineHash, ordered } from '@bongsu/engines';
import { associationName, associationOrder, recurringContent } from './delivery/association.ts';
import { periodOf, recurringScripts } from './delivery/recurring-keys.ts';
import { forEachLimited } from './limited.ts';
import { patienceSeconds } from './patience.ts';
import type { StepDone } from './step-done.ts';

export interface KeepPorts {
  readonly associations: Associations;
  readonly kept: AssociationStore;
  readonly exchange: Exchange;
  readonly campaigns: CampaignStore;
  readonly clock: Clock;
}

/** Between two looks at one that stands. */
const lookSeconds = 3_600;
const placesAtATime = 8;
/** What was seen longer ago is not acted on: less than a worker's lease. */
const staleSeconds = 45;

/** Looks where it is due. Safe to repeat: what stands is found before anything is made. */
export async function associationsKeep(campaign: Campaign, ports: KeepPorts): Promise<StepDone> {
  const { campaignId } = campaign;
  const { places: planned, schedule } = periodOf(campaign);
  if (planned.length === 0) return { at: null, moved: false };
  const now = ports.clock.now().getTime();
  const memories = new Map((await ports.campaigns.placeList(campaignId)).map((one) => [placeKey(one), one]));
  const held = new Map(
    (await ports.kept.associationList()).filter((one) => one.schedule === schedule).map((one) => [placeKey(one), one]),
  );
  // One that stood, and is no longer written down, has left with its schedule: it is not made again for the rest of the campaign.
  const places = planned.filter((place) => {
    const memory = memories.get(placeKey(place));
    return held.has(placeKey(place)) || !memory?.nextAt || memory.tries > 0;
  });
  const dueAt = (place: Place): number => Date.parse(memories.get(placeKey(place))?.nextAt ?? campaign.createdAt);
  const due = places.filter((place) => dueAt(place) <= now);
  const nexts = places.filter((place) => !due.includes(place)).map(dueAt);
  const pins = due.length > 0 ? await pinsOf(campaign, due, memories, ports) : new Map<string, never>();
  await forEachLimited(due, placesAtATime, async (place) => {
    const key = placeKey(place);
    const pin = pins.get(place.region);
    if (pin === undefined) return;
    const done = 'call' in pin ? pin : await placeKeep(campaign, place, pin, held.get(key), ports);
    nexts.push(await placeSettle(campaign, place, done, { memory: memories.get(key), kept: held.get(key) }, ports));
  });
  return { at: nexts.length > 0 ? Math.min(...nexts) : null, moved: due.length > 0 };
}

/**
 * The script in the bucket, once a campaign, and the document of each Region, at each look: its default version is what runs, and whoever
 * moves it changes every node. State Manager knows no hash of a document, as a command does (SSM API reference, CreateAssociation).
 */
async function pinsOf(
  campaign: Campaign,
  places: readonly Place[],
  memories: ReadonlyMap<string, PlaceMemory>,
  { associations, exchange, campaigns, clock }: KeepPorts,
): Promise<ReadonlyMap<string, DocumentPin | Gap>> {
  const { campaignId, plan, script } = campaign;
  const { schedule, places: all } = periodOf(campaign);
  const once = async (region: string, make: () => Promise<DocumentPin | Gap>): Promise<DocumentPin | Gap> => {
    const now = clock.now().getTime();
    const memory = memories.get(placeKey({ accountId: '*', region }));
    const due = region !== '*' && Date.parse(memory?.nextAt ?? campaign.createdAt) <= now;
    if (memory?.pin && !due) return memory.pin;
    const made = await make();
    const nextAt = new Date(now + lookSeconds * 1000).toISOString();
    if (!('call' in made)) await campaigns.placeRemember(campaignId, { accountId: '*', region }, { pin: made, nextAt });
    return made;
  };
  const out = await once('*', async () => {
    try {
      await exchange.scriptPut(`${recurringScripts(schedule)}${plan.scriptSha256}.sh`, script);
      return { arn: 'script', version: '', sha256: plan.scriptSha256 };
    } catch (fault) {
      // The hand's errors carry the gap they stand for.
      if (fault instanceof Error && 'gap' in fault && fault.gap) return fault.gap as Gap;
      throw fault;
    }
  });
  const accountIds = [...new Set(all.map((place) => place.accountId))];
  const content = recurringContent(exchange, plan.limits);
  const pins = new Map<string, DocumentPin | Gap>();
  for (const region of new Set(places.map((place) => place.region)))
    pins.set(
      region,
      'call' in out ? out : await once(region, () => associations.document(region, content, accountIds)),
    );
  return pins;
}

/** Gives the gap where it could not be seen to; else the association as it stands now. */
async function placeKeep(
  campaign: Campaign,
  place: Place,
  pin: DocumentPin,
  before: KeptAssociation | undefined,
  { associations, exchange, kept, clock }: KeepPorts,
): Promise<KeptAssociation | Gap> {
  const { schedule } = periodOf(campaign);
  const order = await associationOrder(campaign, place, pin, exchange);
  const hash = lineHash(JSON.stringify(ordered(order)));
  const at = (): string => clock.now().toISOString();
  const row: KeptAssociation = {
    ...{ schedule, ...place, phase: 'intended', associationId: null, ordered: '', told: '', toldAt: null },
    ...before,
    seenAt: at(),
  };
  // Before anything is made: what a process that dies now has left behind is found by its name.
  if (before === undefined) await kept.associationPut(row);
  const began = clock.now().getTime();
  const seen = await associations.find(place, { name: order.name, known: row.associationId, order });
  const [gap] = seen.gaps;
  if (gap) return gap;
  const [one, ...more] = seen.items;
  const isWell = one?.drift.length === 0 && more.length === 0;
  // Another worker may have made or mended it since: its step is its own only as long as its lease.
  if (!isWell && clock.now().getTime() - began > staleSeconds * 1000) return heldUp(place);
  const told = more.map(({ associationId }) => `${associationId} had the same name and was removed`);
  if (one === undefined && row.associationId !== null) told.push('somebody had removed it');
  if (one !== undefined && one.drift.length > 0 && row.ordered === hash) told.push(...one.drift);
  const found = told.length > 0 ? { told: told.join('; '), toldAt: at() } : {};
  // Before it is mended: nothing shows it any more to whoever comes after a death.
  if (told.length > 0) await kept.associationPut({ ...row, ...found });
  for (const { associationId } of more) {
    const removed = await associations.remove(place, associationId);
    if (typeof removed !== 'string') return removed;
  }
  const id = await stands(place, order, one, associations);
  if (typeof id !== 'string') return id;
  return { ...row, phase: 'standing', associationId: id, ordered: hash, ...found, seenAt: at() };
}

function heldUp(place: Place): Gap {
  const message = 'the process was held up after it had looked';
  return { ...place, call: 'ssm:ListAssociations', code: 'HeldUp', message, missingPermission: null, passing: true };
}

function stands(
  place: Place,
  order: AssociationOrder,
  one: { readonly associationId: string; readonly drift: readonly string[] } | undefined,
  associations: Associations,
): Promise<string | Gap> | string {
  if (one === undefined) return associations.create(place, order);
  return one.drift.length > 0 ? associations.update(place, one.associationId, order) : one.associationId;
}

/** Writes down what came of the look; gives when to look again. What cannot be made ends the targets that wait for it. */
async function placeSettle(
  { campaignId, plan }: Campaign,
  place: Place,
  done: KeptAssociation | Gap,
  { memory, kept: before }: { memory: PlaceMemory | undefined; kept: KeptAssociation | undefined },
  { campaigns, kept, clock }: KeepPorts,
): Promise<number> {
  const now = clock.now();
  const at = now.toISOString();
  const remember = async (tries: number, seconds: number): Promise<number> => {
    const next = now.getTime() + seconds * 1000;
    await campaigns.placeRemember(campaignId, place, { tries, nextAt: new Date(next).toISOString() });
    return next;
  };
  if (!('call' in done)) {
    await kept.associationPut(done);
    return remember(0, lookSeconds);
  }
  const tries = (memory?.tries ?? 0) + 1;
  // What a lost call has done shows before the pause is over.
  const pauseSeconds = patienceSeconds(done, tries);
  if (pauseSeconds !== null) return remember(tries, pauseSeconds);
  const told = gapWords(done);
  const schedule = plan.association?.schedule ?? '';
  const row: KeptAssociation = before ?? {
    ...{ schedule, ...place, phase: 'intended', associationId: null, ordered: '', seenAt: at },
    ...{ told: '', toldAt: null },
  };
  await kept.associationPut({ ...row, told, toldAt: at });
  // One that stands from before runs on, and its results are still waited for.
  if (row.associationId === null)
    await campaigns.targetEndAll(
      campaignId,
      { phases: ['sent'], place },
      { state: 'undeliverable', detail: told, endedAt: at },
    );
  return remember(0, lookSeconds);
}

/** Removes the associations of schedules that are there no more; gives those that could not be, with the reason. */
export async function associationsLeave(
  schedules: ReadonlySet<string>,
  { associations, kept, clock }: Pick<KeepPorts, 'associations' | 'kept' | 'clock'>,
): Promise<readonly KeptAssociation[]> {
  const left: KeptAssociation[] = [];
  for (const row of await kept.associationList()) {
    if (schedules.has(row.schedule)) continue;
    const gone = await leave(row, associations);
    if (gone === null) {
      await kept.associationRemove(row.schedule, row);
      continue;
    }
    const at = clock.now().toISOString();
    const told: KeptAssociation = {
      ...row,
      phase: 'leaving',
      seenAt: at,
      told: gapWords(gone),
      toldAt: at,
    };
    await kept.associationPut(told);
    left.push(told);
  }
  return left;
}

/** By its name too: what a process that died has made was never written down. */
async function leave(row: KeptAssociation, associations: Associations): Promise<Gap | null> {
  const place = { accountId: row.accountId, region: row.region };
  const asked = { name: associationName(row.schedule), known: row.associationId, order: null };
  const { items, gaps } = await associations.find(place, asked);
  const [gap] = gaps;
  if (gap) return gap;
  for (const { associationId } of items) {
    const removed = await associations.remove(place, associationId);
    if (typeof removed !== 'string') return removed;
  }
  return null;
}
