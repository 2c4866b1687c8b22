// The policies of the buckets and of the queues: who may come near them at all, and over accounts who is let in to do what.
import type { AccountId } from '@bongsu/core';
import type { Central, Condition, ResourcePolicy, ResourceStatement } from './policy.ts';
import { calls as queueCalls, queueArnOf, queueNameOf } from './queue.ts';
import { rolePolicyOfBucket } from './role-policy.ts';
import type { AwsSettings } from './settings.ts';
import { callerOf } from './trust.ts';
import { callsOf as vaultCallsOf } from './vault.ts';

/** The caller as `identity()` gives it. */
export interface Caller extends Central {
  readonly arn: string;
}

/** The EventBridge rule of the central account that forwards what happens to hosts. */
export const eventRuleName = 'bongsu-hosts';

/** Of whom resources are besides the caller's: where no organisation is known, the accounts whose instances put results. */
export interface Whose {
  readonly organizationId?: string | undefined;
  readonly accountIds?: readonly AccountId[] | undefined;
}

/** By the bucket's name. In a bucket of the own account the caller's own policy lets in; in another's both must. */
export function bucketPolicies(
  settings: AwsSettings,
  caller: Caller,
  { organizationId, accountIds = [] }: Whose = {},
): Readonly<Record<string, ResourcePolicy>> {
  const { bucket, evidence, roleDelivery } = settings;
  const names = new Set([bucket.name, ...(evidence === undefined ? [] : [evidence.bucket.name])]);
  const writers = organizationId === undefined ? { accountIds } : { organizationId };
  return Object.fromEntries(
    [...names].map((name) => {
      const arn = `arn:${caller.partition}:s3:::${name}`;
      const owner = evidence?.bucket.name === name ? evidence.bucket.accountId : undefined;
      const abroad = owner !== undefined && owner !== caller.accountId;
      const Statement = [
        ...closed(arn, organizationId),
        ...(abroad ? evidenceLets(settings, caller, organizationId) : []),
        ...(roleDelivery && name === bucket.name ? rolePolicyOfBucket(settings, caller, writers).Statement : []),
      ];
      return [name, { Version: '2012-10-17', Statement }];
    }),
  );
}

/** What no caller may do, whatever else lets it in. Presigned URLs count as calls of who signed them. */
function closed(bucket: string, organizationId: string | undefined): readonly ResourceStatement[] {
  const all = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: [bucket, `${bucket}/*`] } as const;
  return [
    { Sid: 'OnlyTls', ...all, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ...(organizationId === undefined
      ? []
      : [
          {
            Sid: 'OnlyTheOrganization',
            ...all,
            Condition: {
              StringNotEquals: { 'aws:PrincipalOrgID': organizationId },
              // Services of AWS (logs, inventories, notifications) belong to no organisation.
              Bool: { 'aws:PrincipalIsAWSService': 'false' },
            },
          },
        ]),
  ];
}

function evidenceLets(
  { evidence }: AwsSettings,
  { arn, partition }: Caller,
  organizationId: string | undefined,
): readonly ResourceStatement[] {
  if (evidence === undefined) return [];
  const bucket = `arn:${partition}:s3:::${evidence.bucket.name}`;
  // A key of KMS has a policy of its own.
  const calls = vaultCallsOf(evidence).filter((call) => call.startsWith('s3:'));
  const isOfBucket = (call: string): boolean => /^s3:(?:ListBucket|GetBucket)/.test(call);
  const onObjects = calls.filter((call) => !isOfBucket(call)).sort();
  const caller = callerOf(arn, organizationId);
  return [
    { Sid: 'Evidence', Effect: 'Allow', ...caller, Action: onObjects, Resource: [`${bucket}/${evidence.prefix}*`] },
    { Sid: 'EvidenceBucket', Effect: 'Allow', ...caller, Action: calls.filter(isOfBucket).sort(), Resource: [bucket] },
  ];
}

/**
 * By the queue's ARN; empty where the settings have none. What tells of things puts messages in, on behalf of our own rule or bucket and of
 * nobody else's: a bucket's name may become another account's (Amazon S3 User Guide, granting permissions). Of another account's queue the
 * caller is named too.
 */
export function queuePolicies(
  { queueUrl, resultQueueUrl, centralRegion, bucket }: AwsSettings,
  caller: Caller,
  { organizationId }: Whose = {},
): Readonly<Record<string, ResourcePolicy>> {
  const { accountId, partition } = caller;
  const policies: Record<string, ResourcePolicy> = {};
  const lets = (url: string, sender: (region: string) => Sender): void => {
    const { region, accountId: owner } = queueNameOf(url, centralRegion);
    const arn = queueArnOf(url, centralRegion, partition);
    const { Sid, service, Condition } = sender(region);
    const messages: ResourceStatement = {
      ...{ Sid, Effect: 'Allow', Principal: { Service: service }, Action: 'sqs:SendMessage', Resource: arn },
      Condition,
    };
    const named = { ...callerOf(caller.arn, organizationId), Action: [...queueCalls].sort(), Resource: arn };
    const reader: ResourceStatement[] = owner === accountId ? [] : [{ Sid: 'Reader', Effect: 'Allow', ...named }];
    const before = policies[arn]?.Statement ?? reader;
    policies[arn] = { Version: '2012-10-17', Statement: [messages, ...before] };
  };
  if (queueUrl !== undefined)
    lets(queueUrl, (region) => ({
      ...{ Sid: 'EventsOfHosts', service: 'events.amazonaws.com' },
      Condition: {
        ArnEquals: { 'aws:SourceArn': `arn:${partition}:events:${region}:${accountId}:rule/${eventRuleName}` },
      },
    }));
  if (resultQueueUrl !== undefined)
    lets(resultQueueUrl, () => ({
      ...{ Sid: 'Results', service: 's3.amazonaws.com' },
      Condition: {
        ArnEquals: { 'aws:SourceArn': `arn:${partition}:s3:::${bucket.name}` },
        StringEquals: { 'aws:SourceAccount': accountId },
      },
    }));
  return policies;
}

interface Sender {
  readonly Sid: string;
  readonly service: string;
  readonly Condition: Condition;
}
