// Which results of a recurring check need not be read: what a host gives again, and what a node that nobody knows of has given.
import type { AssociationStore, Campaign, ResultObject, Target } from '@bongsu/core';
import { recurringHost } from './delivery/recurring-keys.ts';

/** What is beyond the first result of a host is left where it is; of a node that the inventory did not know it is the first word. */
export async function recurringPast(
  { campaignId, plan }: Campaign,
  { key, writtenAt }: ResultObject,
  target: Target | undefined,
  { kept }: { readonly kept: Pick<AssociationStore, 'newcomerPut'> },
): Promise<boolean> {
  if (target !== undefined) return target.evidenceSha256 !== null;
  const host = recurringHost(key);
  if (host === null) return false;
  const { accountId, region, instanceId } = host;
  const newcomer = { accountId, region, instanceId, seen: 'result', at: writtenAt, campaignFor: null } as const;
  // A campaign of newcomers has others than these in its period.
  if (!plan.part) await kept.newcomerPut(campaignId, [newcomer]);
  return true;
}
