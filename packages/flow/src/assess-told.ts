// assess, where somebody named keys: fetches those that are a target's own and still owed, and says of each whether it has been dealt with.
import type { Campaign, Gap, Target } from '@bongsu/core';
import { assessOne, type AssessPorts, readGap } from './assess-one.ts';
import { runOf } from './campaign-keys.ts';
import { modeOf } from './delivery/mode-of.ts';
import type { Content } from './judge-target.ts';
import { forEachLimited } from './limited.ts';
import { isUnderWay } from './under-way.ts';

/** `later`: it could not be read, or nothing can be said of it yet. `foreign`: no target of the campaign was given this key. */
export type KeyFate = 'done' | 'later' | 'foreign';

export interface Told {
  readonly fates: ReadonlyMap<string, KeyFate>;
  readonly gaps: readonly Gap[];
  /** How many were fetched and dealt with now. */
  readonly taken: number;
}

const keysAtOnce = 10;

/**
 * What a key's object is, S3 says when it hands it out: nothing else that was told of it is believed. Late, second and foreign objects
 * are not fetched; the next listing finds them and writes them down.
 */
export async function assessTold(
  campaign: Campaign,
  content: Content,
  keys: readonly string[],
  ports: AssessPorts,
): Promise<Told> {
  const all = { fates: new Map<string, KeyFate>(), gaps: [] as Gap[], taken: 0 };
  // Some at a time, as others may take the same: what they have taken meanwhile is not read again.
  for (let start = 0; start < keys.length; start += keysAtOnce) {
    const { fates, gaps, taken } = await assessSome(campaign, content, keys.slice(start, start + keysAtOnce), ports);
    for (const [key, fate] of fates) all.fates.set(key, fate);
    all.gaps.push(...gaps);
    all.taken += taken;
  }
  return all;
}

async function assessSome(
  campaign: Campaign,
  content: Content,
  keys: readonly string[],
  ports: AssessPorts,
): Promise<Told> {
  const mode = modeOf(campaign);
  const fates = new Map<string, KeyFate>();
  const gaps: Gap[] = [];
  let taken = 0;
  const known = await ports.campaigns.targetOfRuns(campaign.campaignId, keys.map(runOf));
  const targets = new Map(known.map((one) => [one.runId, one]));
  const hosts = new Set(known.map(mode.hostOf));
  const byRun = [...Map.groupBy(new Set(keys), runOf).values()];
  await forEachLimited(byRun, 8, async (group) => {
    for (const [index, key] of group.entries()) {
      const target = index === 0 ? targets.get(runOf(key)) : await targetNow(campaign, runOf(key), ports);
      if (target === undefined || !mode.ownsKey(target, key)) {
        fates.set(key, hosts.has(mode.hostOfKey(key)) ? 'done' : 'foreign');
        continue;
      }
      const seen = isUnderWay(target) ? await fetchOne(campaign, content, { key, target }, ports) : null;
      if (seen === 'taken') taken += 1;
      else if (seen !== null && seen !== 'later') gaps.push(seen);
      fates.set(key, seen === null || seen === 'taken' ? 'done' : 'later');
    }
  });
  return { fates, gaps, taken };
}

/** null: nothing lies there. */
async function fetchOne(
  campaign: Campaign,
  content: Content,
  { key, target }: { readonly key: string; readonly target: Target },
  ports: AssessPorts,
): Promise<Gap | 'later' | 'taken' | null> {
  let opened: Awaited<ReturnType<AssessPorts['exchange']['resultOpen']>>;
  try {
    opened = await ports.exchange.resultOpen(key);
  } catch (fault) {
    return readGap(target, fault);
  }
  if (opened === null) return null;
  const { object, source, close } = opened;
  try {
    return (await assessOne(campaign, content, { object, source, target, past: false }, ports)) ?? 'taken';
  } finally {
    close();
  }
}

/** What was accepted of the same run a moment ago stands. */
async function targetNow(
  { campaignId }: Campaign,
  runId: string,
  { campaigns }: AssessPorts,
): Promise<Target | undefined> {
  return (await campaigns.targetOfRuns(campaignId, [runId])).find((one) => one.runId === runId);
}
