// The policies of the buckets and of the queue of events: who may come near them at all, and over accounts who is let in to do what.
import type { Central, ResourcePolicy, ResourceStatement } from './policy.ts';
import { calls as queueCalls, queueNameOf } from './queue.ts';
import type { AwsSettings } from './settings.ts';
import { callerOf } from './trust.ts';
import { callsOf as vaultCallsOf } from './vault.ts';

/** The caller as `identity()` gives it. */
export interface Caller extends Central {
  readonly arn: string;
}

/** The EventBridge rule of the central account that forwards what happens to hosts. */
export const eventRuleName = 'bongsu-hosts';

/** By the bucket's name. In a bucket of the own account the caller's own policy lets in; in another's both must. */
export function bucketPolicies(
  settings: AwsSettings,
  caller: Caller,
  organizationId?: string,
): Readonly<Record<string, ResourcePolicy>> {
  const { bucket, evidence } = settings;
  const names = new Set([bucket.name, ...(evidence === undefined ? [] : [evidence.bucket.name])]);
  return Object.fromEntries(
    [...names].map((name) => {
      const arn = `arn:${caller.partition}:s3:::${name}`;
      const owner = evidence?.bucket.name === name ? evidence.bucket.accountId : undefined;
      const abroad = owner !== undefined && owner !== caller.accountId;
      return [
        name,
        {
          Version: '2012-10-17',
          Statement: [
            ...closed(arn, organizationId),
            ...(abroad ? evidenceLets(settings, caller, organizationId) : []),
          ],
        },
      ];
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

/** By the queue's ARN; empty where the settings have none. The rule puts messages in; of another account's queue the caller is named too. */
export function queuePolicies(
  { queueUrl, centralRegion }: AwsSettings,
  caller: Caller,
  organizationId?: string,
): Readonly<Record<string, ResourcePolicy>> {
  if (queueUrl === undefined) return {};
  const { accountId, partition } = caller;
  const queue = queueNameOf(queueUrl, centralRegion);
  const arn = `arn:${partition}:sqs:${queue.region}:${queue.accountId}:${queue.name}`;
  const rule = `arn:${partition}:events:${queue.region}:${accountId}:rule/${eventRuleName}`;
  const abroad = queue.accountId !== accountId;
  return {
    [arn]: {
      Version: '2012-10-17',
      Statement: [
        {
          ...{ Sid: 'EventsOfHosts', Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' } },
          ...{ Action: 'sqs:SendMessage', Resource: arn },
          Condition: { ArnEquals: { 'aws:SourceArn': rule } },
        },
        ...(abroad
          ? [
              {
                Sid: 'Reader',
                Effect: 'Allow',
                ...callerOf(caller.arn, organizationId),
                Action: [...queueCalls].sort(),
                Resource: arn,
              } as const,
            ]
          : []),
      ],
    },
  };
}
