// assess: lists arrived results and holds each that is new against its target.
import type { Campaign, Gap, ResultObject, Target } from '@bongsu/core';
import { assessOne, type AssessPorts, endRefused, endsOf } from './assess-one.ts';
import { runOf } from './campaign-keys.ts';
import { modeOf } from './delivery/mode-of.ts';
import type { Content } from './judge-target.ts';
import { forEachLimited } from './limited.ts';
import { type Listing, resultsOfAll } from './list-results.ts';
import { recurringPast } from './recurring-past.ts';

/** Results in hand at one time: each may unpack to megabytes, and four keep a processor busy while others are fetched. */
const resultsAtOnce = 4;

/** Objects held against their targets in one go. */
const objectsAtOnce = 1_000;

/** Lists the results of a campaign and takes them, as `assessListed` does. */
export async function assessResults(
  campaign: Campaign,
  content: Content,
  ports: AssessPorts,
  tell?: () => Promise<unknown>,
): Promise<{ gaps: readonly Gap[] }> {
  const { recurring } = modeOf(campaign);
  const listing = recurring
    ? { ...(await recurring.results(campaign, ports)), allAt: null }
    : await resultsOfAll(campaign, ports);
  const gaps = await assessListed(campaign, content, listing, ports, tell);
  return { gaps: [...listing.gaps, ...gaps] };
}

/**
 * Takes every result that was listed and not dealt with. Safe to repeat: a target ends once, a refusal is written once. `tell`
 * is called whenever many have been taken and more are left.
 */
export function assessListed(
  campaign: Campaign,
  content: Content,
  { items, allAt }: Pick<Listing, 'items' | 'allAt'>,
  ports: AssessPorts,
  tell?: () => Promise<unknown>,
): Promise<readonly Gap[]> {
  return ports.dealt.deal(campaign.campaignId, allAt, () => assessObjects(campaign, content, items, ports, tell));
}

async function assessObjects(
  campaign: Campaign,
  content: Content,
  listed: readonly ResultObject[],
  ports: AssessPorts,
  tell?: () => Promise<unknown>,
): Promise<readonly Gap[]> {
  const mode = modeOf(campaign);
  const { recurring } = mode;
  const runIn = (key: string): string => recurring?.runOf(campaign, key) ?? runOf(key);
  const gaps: Gap[] = [];
  const left = ports.dealt.left(campaign.campaignId, listed);
  if (left.length === 0) return gaps;
  const refused = new Map(
    (await ports.evidence.refusalList(campaign.campaignId)).map((one) => [`${one.key} ${one.etag}`, one]),
  );
  for (let start = 0; start < left.length; start += objectsAtOnce) {
    if (start > 0) await tell?.();
    const objects = left.slice(start, start + objectsAtOnce);
    const known = await ports.campaigns.targetOfRuns(
      campaign.campaignId,
      objects.map((object) => runIn(object.key)),
    );
    const targets = new Map(known.map((one) => [one.runId, one]));
    const hosts = new Set(known.map(mode.hostOf));
    // One after the other where several objects say that they are of one run: what is accepted first stands.
    const byRun = [...Map.groupBy(objects, ({ key }) => (mode.shared || recurring ? runIn(key) : key)).values()];
    await forEachLimited(byRun, resultsAtOnce, async (group) => {
      let taken = false;
      for (const object of group.toSorted((a, b) => Date.parse(a.writtenAt) - Date.parse(b.writtenAt))) {
        const named = targets.get(runIn(object.key));
        const target = named !== undefined && mode.ownsKey(named, object.key) ? named : undefined;
        if (recurring && (await recurringPast(campaign, object, target, ports))) {
          if (target !== undefined) ports.dealt.add(campaign.campaignId, object);
          continue;
        }
        // Beside what was accepted just now another object is a second upload, however soon it came.
        if (target !== undefined && !taken && dealtWith(target, object)) {
          ports.dealt.add(campaign.campaignId, object);
          continue;
        }
        const before = refused.get(`${object.key} ${object.etag}`);
        const past = target === undefined && hosts.has(mode.hostOfKey(object.key));
        const gap = before
          ? await endRefused(endsOf(mode, target, before.reason), before.reason, before.at, ports)
          : await assessOne(campaign, content, { object, target, past }, ports);
        if (gap !== null && gap !== 'later') gaps.push(gap);
        const [now] =
          target && group.length > 1 ? await ports.campaigns.targetOfRuns(campaign.campaignId, [target.runId]) : [];
        if (now === undefined) continue;
        taken ||= now.evidenceSha256 !== null && target?.evidenceSha256 === null;
        targets.set(now.runId, now);
      }
    });
  }
  return gaps;
}

/** The evidence accepted first stands. The same bytes listed again are no second upload. */
function dealtWith(target: Target, object: ResultObject): boolean {
  if (target.evidenceSha256 === null) return false;
  return target.endedAt === null || Date.parse(object.writtenAt) <= Date.parse(target.endedAt);
}
