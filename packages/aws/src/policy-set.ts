// Everything that is granted for one configuration, and of each document where it is put: in whose account, on what, and how long it may be.
import type { AccountId } from '@bongsu/core';
import { resultNotification, type ResultNotification } from './bucket-notification.ts';
import { permissionsCentral, permissionsMember, permissionsRemoval } from './permissions.ts';
import type { Policy, ResourcePolicy } from './policy.ts';
import { bucketPolicies, type Caller, queuePolicies, type Whose } from './resource-policies.ts';
import { permissionsInstance } from './role-policy.ts';
import type { AwsSettings } from './settings.ts';
import { principalOf, trustMember, type TrustPolicy } from './trust.ts';

export interface PolicySet {
  readonly central: Policy;
  readonly member: Policy;
  readonly memberTrust: TrustPolicy;
  /** Where hosts put results with their own role. */
  readonly instance?: Policy;
  /** Where evidence lies in a bucket. */
  readonly evidenceRemoval?: Policy;
  /** By name; a bucket has one policy, so that all that is asked of it stands there. */
  readonly buckets: Readonly<Record<string, ResourcePolicy>>;
  /** By ARN. */
  readonly queues: Readonly<Record<string, ResourcePolicy>>;
  /** Of the exchange's bucket, where a queue is told of results. */
  readonly bucketNotification?: ResultNotification;
  readonly attach: readonly Attachment[];
}

/** Where one of the documents is put. */
export interface Attachment {
  /** Where it stands among the others, as jq has it. */
  readonly policy: string;
  readonly as: Kind;
  /** An ARN, `*` in it for each; null for whoever is chosen to do it. */
  readonly to: string | null;
  /** `*`: every account of the organisation that is not left out. */
  readonly accounts: readonly string[];
  /** Without white space, as IAM counts. */
  readonly characters: number;
  /** null where AWS has no such limit. */
  readonly charactersMax: number | null;
}

/**
 * Of a managed policy 6,144 characters, of a role's inline policies 10,240, of a trust policy 2,048 unless the quota was raised (IAM User Guide,
 * quotas); of a bucket's policy 20 KB (Amazon S3 User Guide, bucket policies); of a queue's 8,192 bytes (Amazon SQS Developer Guide, policy quotas).
 */
const kinds = {
  'managed-policy': 6_144,
  'inline-policy': 10_240,
  'trust-policy': 2_048,
  'bucket-policy': 20_480,
  'queue-policy': 8_192,
  'bucket-notification': null,
} as const;
export type Kind = keyof typeof kinds;

export function policySet(settings: AwsSettings, caller: Caller, whose: Whose = {}): PolicySet {
  const { organizationId } = whose;
  const { accounts, roleDelivery, evidence, bucket, roleName } = settings;
  const { accountId, partition } = caller;
  const removal = permissionsRemoval(settings, caller);
  const notification = resultNotification(settings, caller);
  const set = {
    central: permissionsCentral(settings, caller, organizationId),
    member: permissionsMember(settings, caller),
    memberTrust: trustMember(settings, caller.arn, organizationId),
    ...(roleDelivery ? { instance: permissionsInstance(settings, caller) } : {}),
    ...(removal === null ? {} : { evidenceRemoval: removal }),
    buckets: bucketPolicies(settings, caller, whose),
    queues: queuePolicies(settings, caller, whose),
    ...(notification === null ? {} : { bucketNotification: notification }),
  };
  const every = accounts.kind === 'organization' ? ['*'] : accounts.accountIds;
  const members = every.filter((one) => one !== accountId);
  const role = `arn:${partition}:iam::*:role/${roleName}`;
  const ownerOf = (name: string): AccountId =>
    name === evidence?.bucket.name && name !== bucket.name ? (evidence.bucket.accountId ?? accountId) : accountId;
  const arnOf = (name: string): string => `arn:${partition}:s3:::${name}`;
  const { instance, evidenceRemoval, bucketNotification } = set;
  const attach = [
    placed('.central', 'managed-policy', principalOf(caller.arn), [accountId], set.central),
    placed('.member', 'inline-policy', role, members, set.member),
    placed('.memberTrust', 'trust-policy', role, members, set.memberTrust),
    ...(instance
      ? [placed('.instance', 'managed-policy', `arn:${partition}:iam::*:instance-profile/*`, every, instance)]
      : []),
    ...(evidenceRemoval && evidence
      ? [placed('.evidenceRemoval', 'managed-policy', null, [ownerOf(evidence.bucket.name)], evidenceRemoval)]
      : []),
    ...Object.entries(set.buckets).map(([name, policy]) =>
      placed(under('buckets', name), 'bucket-policy', arnOf(name), [ownerOf(name)], policy),
    ),
    ...Object.entries(set.queues).map(([arn, policy]) =>
      placed(under('queues', arn), 'queue-policy', arn, [arn.split(':')[4] ?? ''], policy),
    ),
    ...(bucketNotification
      ? [placed('.bucketNotification', 'bucket-notification', arnOf(bucket.name), [accountId], bucketNotification)]
      : []),
  ];
  return { ...set, attach };
}

const under = (key: string, name: string): string => `.${key}[${JSON.stringify(name)}]`;

function placed(
  policy: string,
  as: Kind,
  to: string | null,
  accounts: readonly string[],
  document: object,
): Attachment {
  const characters = JSON.stringify(document).replace(/\s/g, '').length;
  return { policy, as, to, accounts, characters, charactersMax: kinds[as] };
}

/** Those that AWS would not take as they are. */
export function tooLong({ attach }: PolicySet): readonly Attachment[] {
  return attach.filter(({ characters, charactersMax }) => charactersMax !== null && characters > charactersMax);
}
