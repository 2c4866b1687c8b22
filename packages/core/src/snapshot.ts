// A picture of the estate at one time, with everything that could not be seen.
import type { Account, Instance } from './asset.ts';
import type { AccountId, InstanceId, Instant, Region } from './language.ts';

/** Something that could not be read. It is never an empty list. */
export interface Gap {
  /** null: the list of accounts itself could not be read. */
  readonly accountId: AccountId | null;
  /** null: the whole account could not be read. */
  readonly region: Region | null;
  /** The call that failed, as an IAM action: `ec2:DescribeInstances`. */
  readonly call: string;
  /** The service's error code, such as `AccessDenied`, or `NetworkError`. */
  readonly code: string;
  readonly message: string;
  /** The IAM action to grant, where the fault is a denied call. */
  readonly missingPermission: string | null;
  /** The same call may be answered a little later: a rate, a server or a way that fails, a session that has ended. */
  readonly passing?: true;
}

/** A gap in one line: the call, what was answered, and what to grant where it was denied. */
export function gapWords({ call, code, missingPermission }: Pick<Gap, 'call' | 'code' | 'missingPermission'>): string {
  return `${call}: ${code}${missingPermission === null ? '' : `; missing permission: ${missingPermission}`}`;
}

/** A list and what is missing from it. */
export interface Seen<T> {
  readonly items: readonly T[];
  readonly gaps: readonly Gap[];
}

export interface Snapshot {
  readonly snapshotId: string;
  readonly takenAt: Instant;
  readonly accounts: readonly Account[];
  /** The account and Region pairs that were asked for, readable or not. */
  readonly places: readonly Place[];
  readonly instances: readonly Instance[];
  readonly gaps: readonly Gap[];
  /** The hosts of an import, not a picture of the estate: never the latest one. */
  readonly imported?: true;
  /** Only the instances that a campaign is for: no picture of the estate. */
  readonly part?: true;
}

export interface Place {
  readonly accountId: AccountId;
  readonly region: Region;
}

/** A place as a key, and as people read it: `111111111111/ap-northeast-2`. */
export function placeKey({ accountId, region }: Place): string {
  return `${accountId}/${region}`;
}

/** An instance of a place, the same way; what findings and answers name a host by. Instance ids repeat where somebody copies them. */
export function hostKey(host: Place & { readonly instanceId: InstanceId }): string {
  return `${placeKey(host)}/${host.instanceId}`;
}
