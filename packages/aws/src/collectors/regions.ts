// The Regions an account has enabled, and of those the configured ones.
import type { Region as SdkRegion } from '@aws-sdk/client-ec2';
import type { AccountId, Gap, Region, Seen } from '@bongsu/core';
import { gapAt, pages, translated, type Tell, type Where } from '../call.ts';
import type { Clients } from '../clients.ts';

export const calls = ['ec2:DescribeRegions'] as const;

/**
 * The Regions to read in an account. A configured Region that the account has not enabled is a gap. Where the list of
 * Regions cannot be read, the configured ones are kept beside the gap: reading them tells more than leaving them out.
 */
export async function regionsOf(
  clients: Clients,
  accountId: AccountId,
  centralRegion: Region,
  wanted: readonly Region[] | 'enabled',
): Promise<Seen<Region>> {
  const where: Where = { call: 'ec2:DescribeRegions', accountId, region: null };
  const { DescribeRegionsCommand } = await import('@aws-sdk/client-ec2');
  const raw = await pages<SdkRegion>(where, async () => {
    const client = await clients.ec2({ accountId, region: centralRegion });
    const answer = await client.send(new DescribeRegionsCommand({ AllRegions: true }));
    return { items: answer.Regions, next: undefined };
  });
  const enabled = translated(raw, where, enabledOf);
  if (wanted === 'enabled') return enabled;
  const asked = [...new Set(wanted)];
  const failed = raw.gaps[0];
  if (failed !== undefined) return { items: failed.call === where.call ? asked : [], gaps: enabled.gaps };
  const missing = asked.filter((region) => !enabled.items.includes(region));
  return {
    items: asked.filter((region) => enabled.items.includes(region)),
    gaps: [...enabled.gaps, ...missing.map((region): Gap => notEnabled({ ...where, region }))],
  };
}

/** EC2's OptInStatus: `opt-in-not-required`, `opted-in` or `not-opted-in` (API reference, Region). */
function enabledOf(raw: SdkRegion, tell: Tell): Region | null {
  if (raw.RegionName === undefined) {
    tell('MalformedItem', 'a Region without a name');
    return null;
  }
  switch (raw.OptInStatus) {
    case 'opt-in-not-required':
    case 'opted-in':
      return raw.RegionName;
    case 'not-opted-in':
      return null;
    default:
      tell('UnknownWord', `Region ${raw.RegionName} has the unknown opt-in status ${raw.OptInStatus ?? '(none)'}`);
      return null;
  }
}

function notEnabled(where: Where): Gap {
  return gapAt(where, 'RegionNotEnabled', 'the configuration names this Region, but the account has not enabled it');
}
