// Where the objects of a recurring check lie: below its schedule by the day or hour of their run, so that a period can be listed alone.
import type { AssociationPeriod, Campaign, HostPlace, InstanceId, Place } from '@bongsu/core';

/** The period of a campaign by association. @throws RangeError for any other campaign. */
export function periodOf({ campaignId, plan }: Campaign): AssociationPeriod {
  if (plan.association === undefined) throw new RangeError(`${campaignId} is none of an association`);
  return plan.association;
}

export function recurringPrefix(schedule: string): string {
  return `role/a-${schedule}/`;
}

/** Where the host script lies, which every run fetches anew: apart from what instances write, for the bucket's policy to tell them apart. */
export function recurringScripts(schedule: string): string {
  return `v1/a-${schedule}/script/`;
}

/** What stands between the stamp and the instance's id: the rest of its ARN, which the policy of the bucket holds against the caller's. */
export function recurringPath({ accountId, region }: Place, partition: string): string {
  return `${accountId}/${region}/arn:${partition}:ec2:${region}:${accountId}:instance/`;
}

/** How `date` writes the stamp on the host. */
export const stampFormats = { day: '%Y%m%d', hour: '%Y%m%dt%H' } as const satisfies Record<
  AssociationPeriod['stamp'],
  string
>;
const stampMilliseconds = { day: 86_400_000, hour: 3_600_000 } as const;
/** S3 takes no signature of a clock that is further off (Amazon S3 API Reference, RequestTimeTooSkewed). */
const skewMilliseconds = 15 * 60_000;

export function stampOf(stamp: AssociationPeriod['stamp'], at: Date): string {
  const text = at.toISOString().replaceAll('-', '').toLowerCase();
  return stamp === 'day' ? text.slice(0, 8) : text.slice(0, 11);
}

/** What is listed for the results of a period that may have been written from its beginning until now. */
export function recurringPrefixes({ schedule, stamp, from, until }: AssociationPeriod, now: Date): string[] {
  const last = Math.min(now.getTime(), Date.parse(until)) + skewMilliseconds;
  const stamps = new Set<string>();
  for (let at = Date.parse(from) - skewMilliseconds; at < last; at += stampMilliseconds[stamp])
    stamps.add(stampOf(stamp, new Date(at)));
  stamps.add(stampOf(stamp, new Date(last)));
  return [...stamps].map((one) => `${recurringPrefix(schedule)}${one}/`);
}

const resultKey =
  /^role\/a-([a-z0-9-]{1,40})\/\d{8}(?:t\d\d)?\/(\d{12})\/([a-z0-9-]{1,40})\/arn:aws[a-z-]{0,20}:ec2:\3:\2:instance\/(i-[0-9a-f]{8,17})\/[a-z0-9-]{8,64}\.tar\.gz$/;

/** Whose result lies under a key; null where it is nobody's. */
export function recurringHost(key: string): (HostPlace & { readonly schedule: string }) | null {
  const [, schedule, accountId, region, instanceId] = resultKey.exec(key) ?? [];
  if (schedule === undefined || accountId === undefined || region === undefined || instanceId === undefined)
    return null;
  return { schedule, accountId, region, instanceId };
}

/** The run id of a target, which its host does not know: results are told by whose they are and when they were written. */
export function recurringRun({ run }: Pick<AssociationPeriod, 'run'>, instanceId: InstanceId): string {
  return `${run}-${instanceId}`;
}
