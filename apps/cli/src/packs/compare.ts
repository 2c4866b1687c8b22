// Says where a pack of today is not the one that a campaign was planned with, and which of the two is used.
import type { Campaign, PackMark } from '@bongsu/core';
import type { Session } from '../commands/session.ts';
import type { MessageKey } from '../language/messages.ts';
import type { LoadedPack } from './load-pack.ts';

/** One line a difference, to the person who waits. */
export function packsCompare(
  campaign: Campaign,
  now: readonly LoadedPack[],
  used: Extract<MessageKey, 'pack.uses-given' | 'pack.uses-planned'>,
  { screen, say }: Session,
): void {
  const planned = campaign.packs ?? [];
  for (const { kept } of now) {
    const then = planned.find((one) => one.name === kept.name);
    if (then?.sha256 === kept.sha256) continue;
    const words = { name: kept.name, now: shown(kept), then: then ? shown(then) : say('pack.not-planned') };
    screen.say(say('pack.differs', { ...words, campaign: campaign.campaignId, used: say(used) }));
  }
}

function shown({ version, sha256 }: PackMark): string {
  return `${version} (SHA-256 ${sha256.slice(0, 12)}…)`;
}
