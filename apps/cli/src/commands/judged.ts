// The verdicts of a campaign as items of their hosts, with people's answers laid over what waits for them.
import type { Campaign, HostVerdict } from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import { answered } from '@bongsu/engines';
import type { Store } from '@bongsu/store';
import { realClock } from '../wire.ts';
import type { Content } from '../packs/content.ts';
import { builtIn, contentOfCampaign } from '../packs/content.ts';
import type { Item } from './items.ts';
import { byCode, itemOf } from './items.ts';
import type { Session } from './session.ts';

/** A verdict as an item of its host. */
export interface HostItem extends Item {
  readonly verdict: HostVerdict;
}

/** To read what was judged of so many hosts takes a second or two: of more it is said. */
const hostsUnsaid = 1_000;

/** Items by instance and code, as they count now: an answer that has expired since no longer counts. */
export async function judgedItems(
  store: Store,
  campaign: Campaign,
  { screen, say }: Pick<Session, 'screen' | 'say'>,
): Promise<HostItem[]> {
  const hosts = Object.values(campaign.plan.counts).reduce((sum, count) => sum + count, 0);
  if (hosts > hostsUnsaid) screen.say(say('results.reading', { hosts }));
  const [verdicts, answers, content] = await Promise.all([
    store.verdictList(campaign.campaignId),
    store.answerList(),
    contentOfCampaign(campaign),
  ]);
  return hostItems(answered(verdicts, answers, realClock.now().toISOString()), content);
}

export function hostItems(verdicts: readonly HostVerdict[], content: Content = builtIn): HostItem[] {
  return verdicts
    .map((verdict) => ({ ...itemOf(verdict, content), verdict }))
    .sort((a, b) =>
      a.verdict.instanceId < b.verdict.instanceId ? -1 : a.verdict.instanceId > b.verdict.instanceId ? 1 : byCode(a, b),
    );
}

/** Items host by host, in their order. */
export function itemsByHost(items: readonly HostItem[]): Map<string, HostItem[]> {
  return Map.groupBy(items, (item) => hostKey(item.verdict));
}
