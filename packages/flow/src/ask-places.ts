// Asks Systems Manager what became of the commands of places, in as few calls as that takes.
import type { Campaign, Commands, Gap, Invocation, Target } from '@bongsu/core';
import { placeKey } from '@bongsu/core';
import type { FollowPorts } from './follow-ports.ts';
import { forEachLimited } from './limited.ts';
import { type Due, inTurn, invocationsPerCall } from './sweep-time.ts';
import { isUnderWay } from './under-way.ts';

/** A target that owes a result. */
export interface Asked {
  readonly target: Target;
  /** Absent where the service was not asked, or shows none. */
  readonly invocation: Invocation | undefined;
}

export interface AskedPlaces {
  readonly asked: readonly Asked[];
  readonly gaps: readonly Gap[];
  /** Places whose commands could not all be seen. */
  readonly blind: ReadonlySet<string>;
}

/** `turn`: where only some commands of a place are asked for, how many times that was done before. */
export async function askPlaces(
  { campaignId }: Campaign,
  places: readonly Due[],
  turn: number,
  { campaigns, commands }: Pick<FollowPorts, 'campaigns' | 'commands'>,
): Promise<AskedPlaces> {
  const asked: Asked[] = [];
  const gaps: Gap[] = [];
  const blind = new Set<string>();
  await forEachLimited(places, 16, async (place) => {
    const open = (await campaigns.targetOpen(campaignId, place)).filter(isUnderWay);
    if (open.length === 0) return;
    const some = place.calls === 0 || place.calls === place.cost ? open : someOf(open, place.calls, turn);
    const seen =
      place.calls > 0 ? await commands.invocations(place, cheapest(some, place.all)) : { items: [], gaps: [] };
    gaps.push(...seen.gaps);
    if (seen.gaps.length > 0) blind.add(placeKey(place));
    const invocations = new Map(seen.items.map((one) => [`${one.commandId}/${one.instanceId}`, one]));
    for (const target of some)
      asked.push({ target, invocation: invocations.get(`${target.commandId}/${target.instanceId}`) });
  });
  return { asked, gaps, blind };
}

/** Those of so many commands, the oldest first; in a later turn those that come after. */
function someOf(open: readonly Target[], commands: number, turn: number): Target[] {
  const byAge = open.toSorted((one, other) => sentTime(one) - sentTime(other));
  const all = [...new Set(byAge.flatMap((target) => target.commandId ?? []))];
  const ids = new Set(inTurn(all, turn * commands, commands));
  return byAge.filter(({ commandId }) => commandId !== null && ids.has(commandId));
}

function sentTime({ sentAt, intendedAt }: Target): number {
  return Date.parse(sentAt ?? intendedAt ?? '');
}

function cheapest(open: readonly Target[], all: number): Parameters<Commands['invocations']>[1] {
  const commandIds = [...new Set(open.flatMap((target) => target.commandId ?? []))];
  if (commandIds.length < Math.ceil(all / invocationsPerCall)) return { commandIds };
  const times = open.map(sentTime);
  // A minute earlier than the first, for clocks that differ.
  return { since: new Date(Math.min(...times) - 60_000).toISOString() };
}
