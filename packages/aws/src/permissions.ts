// The least that Bongsu must be allowed, as IAM policies made from the calls that the code declares.
import type { AccountId } from '@bongsu/core';
import { calls as accountCalls } from './collectors/accounts.ts';
import { calls as instanceCalls } from './collectors/instances.ts';
import { calls as nodeCalls } from './collectors/nodes.ts';
import { calls as regionCalls } from './collectors/regions.ts';
import { calls as bucketCalls, ownershipCalls } from './bucket.ts';
import { calls as commandCalls } from './commands.ts';
import { calls as documentCalls, documentName } from './document-calls.ts';
import { calls as exchangeCalls } from './exchange.ts';
import { calls as bindingCalls } from './role-binding.ts';
import { calls as queueCalls, queueNameOf } from './queue.ts';
import { calls as sessionCalls } from './session.ts';
import { calls as signerCalls } from './signer.ts';
import type { AwsSettings, EvidenceBucket } from './settings.ts';
import { removalCalls, callsOf as vaultCallsOf } from './vault.ts';

export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

export interface TrustPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly [
    {
      readonly Effect: 'Allow';
      readonly Principal: { readonly AWS: string };
      readonly Action: 'sts:AssumeRole';
      readonly Condition: {
        readonly StringEquals: Readonly<Record<string, string>>;
        readonly ArnLike?: Readonly<Record<string, readonly string[]>>;
      };
    },
  ];
}

/** The account that runs Bongsu and its partition, as `identity()` gives them. */
export interface Central {
  readonly accountId: AccountId;
  readonly partition: string;
}

/** Every call that is made in the account whose assets are read, for members and the central account alike. */
export const memberCalls: readonly string[] = [...regionCalls, ...instanceCalls, ...nodeCalls, ...commandCalls];

/** Every call that only the central account makes. */
export const centralCalls: readonly string[] = [
  ...accountCalls,
  ...sessionCalls,
  ...documentCalls,
  ...exchangeCalls,
  ...bucketCalls,
];

/** What the central principal needs, its own account's assets included where the settings list them. */
export function permissionsCentral(settings: AwsSettings, central: Central): Policy {
  const { accounts } = settings;
  const organization = accounts.kind === 'organization';
  const own = organization
    ? !accounts.exclude?.includes(central.accountId)
    : accounts.accountIds.includes(central.accountId);
  const actions = [
    ...(organization ? centralCalls : centralCalls.filter((call) => call !== accountCalls[0])),
    ...(settings.roleDelivery ? [...bindingCalls, ...ownershipCalls] : []),
  ];
  const policy = policyOf([...actions, ...(own ? memberCalls : [])], scopesOf(settings, central));
  const { evidence, queueUrl, signingKeyArn } = settings;
  const kept =
    evidence === undefined ? [] : policyOf(vaultCallsOf(evidence), evidenceScopes(evidence, central)).Statement;
  const events = queueUrl === undefined ? [] : queueStatements(queueUrl, settings, central);
  const signing = signingKeyArn === undefined ? [] : signingStatements(signingKeyArn);
  return { ...policy, Statement: [...policy.Statement, ...kept, ...events, ...signing] };
}

/** The one key that signs, which may be another account's: its own policy must then name the caller too. */
function signingStatements(keyArn: string): readonly Statement[] {
  return policyOf(signerCalls, Object.fromEntries(signerCalls.map((call) => [call, [keyArn]]))).Statement;
}

/** The one queue of events, which may be another account's: its own policy must then name the caller too. */
function queueStatements(url: string, { centralRegion }: AwsSettings, { partition }: Central): readonly Statement[] {
  const { accountId, name, region } = queueNameOf(url, centralRegion);
  const queue = [`arn:${partition}:sqs:${region}:${accountId}:${name}`];
  return policyOf(queueCalls, Object.fromEntries(queueCalls.map((call) => [call, queue]))).Statement;
}

/** What who removes evidence past its retention needs besides; null where none lies in a bucket. Object Lock refuses whatever comes too early. */
export function permissionsRemoval({ evidence }: AwsSettings, central: Central): Policy | null {
  return evidence === undefined ? null : policyOf(removalCalls, evidenceScopes(evidence, central));
}

/** What the role in each member account needs; also the session policy that every session is cut down to. */
export function permissionsMember(settings: AwsSettings, central: Central): Policy {
  return policyOf(memberCalls, scopesOf(settings, central));
}

/**
 * Who may assume the role: the caller `arn` of the central account (as `identity()` gives it), with the external id,
 * and from this organisation where its id is given.
 */
export function trustMember(settings: AwsSettings, arn: string, organizationId?: string): TrustPolicy {
  const { principal, ArnLike } = trusted(arn);
  const StringEquals = {
    'sts:ExternalId': settings.externalId,
    ...(organizationId === undefined ? {} : { 'aws:PrincipalOrgID': organizationId }),
  };
  const Condition = ArnLike === undefined ? { StringEquals } : { StringEquals, ArnLike };
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole', Condition }],
  };
}

/**
 * A session's ARN names one session and not its role's path, so that a role is trusted by name through its account:
 * `aws:PrincipalArn` is the role's ARN (IAM User Guide, global condition keys).
 */
function trusted(arn: string): { principal: string; ArnLike?: Readonly<Record<string, readonly string[]>> } {
  const session = /^arn:([a-z-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn);
  if (session === null) return { principal: arn };
  const [, partition, accountId, role] = session;
  const account = `arn:${partition}:iam::${accountId}`;
  return {
    principal: `${account}:root`,
    ArnLike: { 'aws:PrincipalArn': [`${account}:role/${role}`, `${account}:role/*/${role}`] },
  };
}

/** Resources of the actions that IAM can limit to some; all others know only `*` (Service Authorization Reference). */
function scopesOf(
  settings: AwsSettings,
  { accountId, partition }: Central,
): Readonly<Record<string, readonly string[]>> {
  const arn = (rest: string) => `arn:${partition}:${rest}`;
  const document = arn(`ssm:*:${accountId}:document/${documentName}`);
  const bucket = arn(`s3:::${settings.bucket.name}`);
  const roles =
    settings.accounts.kind === 'organization'
      ? [arn(`iam::*:role/${settings.roleName}`)]
      : settings.accounts.accountIds
          .filter((id) => id !== accountId)
          .map((id) => arn(`iam::${id}:role/${settings.roleName}`));
  const onDocument = Object.fromEntries(documentCalls.map((call) => [call, [document]]));
  return {
    ...onDocument,
    'sts:AssumeRole': roles,
    'ssm:SendCommand': [document, arn('ec2:*:*:instance/*'), arn('ssm:*:*:managed-instance/*')],
    's3:PutObject': [`${bucket}/*`],
    's3:GetObject': [`${bucket}/*`],
    's3:ListBucket': [bucket],
    ...Object.fromEntries([...bucketCalls, ...bindingCalls, ...ownershipCalls].map((call) => [call, [bucket]])),
  };
}

/** Evidence is put and read, and deleted by nobody but who may remove it. A key that is named by its alias cannot be a resource: `*` stands for it. */
function evidenceScopes(
  { bucket, prefix, kmsKeyId }: EvidenceBucket,
  { accountId, partition }: Central,
): Readonly<Record<string, readonly string[]>> {
  const whole = [`arn:${partition}:s3:::${bucket.name}`];
  const objects = [`${whole[0]}/${prefix}*`];
  const id = /^[0-9a-f-]{36}$/.test(kmsKeyId ?? '');
  const keyArn = id
    ? `arn:${partition}:kms:${bucket.region}:${bucket.accountId ?? accountId}:key/${kmsKeyId}`
    : /^arn:[^*]+:key\//.test(kmsKeyId ?? '')
      ? kmsKeyId
      : undefined;
  const keys = [keyArn ?? '*'];
  return {
    's3:PutObject': objects,
    's3:GetObject': objects,
    's3:PutObjectRetention': objects,
    's3:GetObjectRetention': objects,
    's3:DeleteObjectVersion': objects,
    's3:ListBucket': whole,
    's3:ListBucketVersions': whole,
    's3:GetBucketObjectLockConfiguration': whole,
    'kms:GenerateDataKey': keys,
    'kms:Decrypt': keys,
  };
}

/** One statement for each set of resources. An action whose set is empty is left out. */
function policyOf(actions: readonly string[], scopes: Readonly<Record<string, readonly string[]>>): Policy {
  const groups = new Map<string, { actions: Set<string>; resources: readonly string[] }>();
  for (const action of actions) {
    const resources = scopes[action] ?? ['*'];
    if (resources.length === 0) continue;
    const group = groups.get(resources.join(' ')) ?? { actions: new Set(), resources };
    group.actions.add(action);
    groups.set(resources.join(' '), group);
  }
  return {
    Version: '2012-10-17',
    Statement: [...groups.values()].map((group) => ({
      Effect: 'Allow',
      Action: [...group.actions].sort(),
      Resource: group.resources,
    })),
  };
}
