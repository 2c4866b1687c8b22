// association: State Manager runs the check by itself, on every node of the group; each host puts each result with its own role.
import type { AssociationOrder, Campaign, CampaignLimits, DocumentPin, Exchange, Place } from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import { recurringDocument } from '@bongsu/engines';
import type { DeliveryMode } from './mode.ts';
import {
  periodOf,
  recurringHost,
  recurringPath,
  recurringPrefix,
  recurringRun,
  recurringScripts,
  stampFormats,
} from './recurring-keys.ts';
import { recurringResults } from './recurring-results.ts';
import { role } from './role.ts';

export function associationName(schedule: string): string {
  return `Bongsu-${schedule}`;
}

export function recurringContent(exchange: Exchange, limits: CampaignLimits): string {
  return recurringDocument(exchange.urlShape, limits);
}

/** The association of one account and Region; the same for the same plan, so that what differs is somebody else's doing. */
export async function associationOrder(
  campaign: Campaign,
  place: Place,
  pin: DocumentPin,
  exchange: Exchange,
): Promise<AssociationOrder> {
  const { schedule, expression, tag, stamp } = periodOf(campaign);
  const { limits, scriptSha256 } = campaign.plan;
  const { url, region, ownerId, partition } = await exchange.objectAddress();
  return {
    name: associationName(schedule),
    document: pin.arn,
    expression,
    tag: tag ?? null,
    parameters: {
      RunId: `a-${schedule}`,
      ScriptPrefix: `${url}${recurringScripts(schedule)}`,
      ScriptSha256: scriptSha256,
      ResultPrefix: `${url}${recurringPrefix(schedule)}`,
      Stamp: stampFormats[stamp],
      // In a signature a colon stands percent-encoded.
      ResultPath: recurringPath(place, partition).replaceAll(':', '%3A'),
      ResultRegion: region,
      ResultOwner: ownerId,
      ResultBytes: String(limits.resultBytes),
    },
  };
}

/** Nothing is sent: what a campaign by association has of a way of delivering is how its results are known. */
export const association: DeliveryMode = {
  ...role,
  runIds: () => new Map(),
  parameters: () => Promise.reject(new RangeError('an association is not sent to')),
  ownsKey: (target, key) => {
    const host = recurringHost(key);
    return host !== null && hostKey(host) === hostKey(target);
  },
  recurring: {
    results: recurringResults,
    runOf: (campaign, key) => recurringRun(periodOf(campaign), recurringHost(key)?.instanceId ?? ''),
    hostOf: recurringHost,
  },
};
