// The least that Bongsu must be allowed, as IAM policies made from the calls that the code declares.
import type { AccountId } from '@bongsu/core';
import { exchangePrefix } from '@bongsu/core';
import { calls as associationCalls } from './associations.ts';
import { calls as accountCalls } from './collectors/accounts.ts';
import { calls as instanceCalls } from './collectors/instances.ts';
import { calls as nodeCalls } from './collectors/nodes.ts';
import { calls as regionCalls } from './collectors/regions.ts';
import { calls as bucketCalls, ownershipCalls } from './bucket.ts';
import { calls as notificationCalls } from './bucket-notification.ts';
import { calls as commandCalls } from './commands.ts';
import { calls as documentCalls, documentName, recurringDocumentName } from './document-calls.ts';
import { calls as exchangeCalls } from './exchange.ts';
import type { Central, Condition, Policy, Scope, SessionPolicy, Statement } from './policy.ts';
import { policyOf } from './policy.ts';
import { calls as queueCalls, queueNameOf } from './queue.ts';
import { calls as bindingCalls } from './role-binding.ts';
import { rolePrefix } from './role-policy.ts';
import { calls as sessionCalls } from './session.ts';
import type { AwsSettings, EvidenceBucket } from './settings.ts';
import { calls as signerCalls } from './signer.ts';
import { unlimited } from './unlimited.ts';
import { removalCalls, callsOf as vaultCallsOf } from './vault.ts';

/** Every call that is made in the account whose assets are read, for members and the central account alike. */
export const memberCalls: readonly string[] = [...regionCalls, ...instanceCalls, ...nodeCalls, ...commandCalls];

/** What is called in the same accounts besides, where the settings say so. */
function memberCallsOf({ associations }: AwsSettings): readonly string[] {
  return associations ? [...memberCalls, ...associationCalls] : memberCalls;
}

/** Every call that only the central account makes. */
export const centralCalls: readonly string[] = [
  ...accountCalls,
  ...sessionCalls,
  ...documentCalls,
  ...exchangeCalls,
  ...bucketCalls,
];

type Scopes = Readonly<Record<string, Scope>>;

/**
 * What the central principal needs, its own account's assets included where the settings list them. Where the organisation's id is given, it
 * can put on roles of that organisation alone.
 */
export function permissionsCentral(settings: AwsSettings, central: Central, organizationId?: string): Policy {
  const { accounts, evidence, queueUrl, resultQueueUrl, signingKeyArn } = settings;
  const organization = accounts.kind === 'organization';
  const own = organization
    ? !accounts.exclude?.includes(central.accountId)
    : accounts.accountIds.includes(central.accountId);
  const actions = [
    ...(organization ? centralCalls : centralCalls.filter((call) => call !== accountCalls[0])),
    ...(settings.resultQueueUrl === undefined ? [] : notificationCalls),
    ...(settings.roleDelivery ? [...bindingCalls, ...ownershipCalls] : []),
  ];
  const scopes = {
    ...centralScopes(settings, central, organizationId),
    ...memberScopes(settings, central, central.accountId),
  };
  const policies = [
    policyFor([...actions, ...(own ? memberCallsOf(settings) : [])], scopes),
    ...(evidence === undefined ? [] : [policyFor(vaultCallsOf(evidence), evidenceScopes(evidence, central))]),
    ...(queueUrl === undefined ? [] : [policyFor(queueCalls, queueScopes(queueUrl, settings, central))]),
    ...(resultQueueUrl === undefined ? [] : [policyFor(queueCalls, queueScopes(resultQueueUrl, settings, central))]),
    // The one key that signs, which may be another account's: its own policy must then name the caller too.
    ...(signingKeyArn === undefined ? [] : [policyFor(signerCalls, scoped(signerCalls, { on: [signingKeyArn] }))]),
  ];
  return { Version: '2012-10-17', Statement: policies.flatMap((one): readonly Statement[] => one.Statement) };
}

/** What the role in each member account needs, the same in all: SendCommand takes only instances of the account it is made in. */
export function permissionsMember(settings: AwsSettings, central: Central): Policy {
  return policyFor(memberCallsOf(settings), memberScopes(settings, central));
}

/**
 * What every session is cut down to: the same for its one account. AssumeRole takes 2,048 characters, and less of what packs badly (STS API
 * reference, Policy), so that Regions are named once, for all that is called.
 */
export function sessionPolicy(settings: AwsSettings, central: Central, accountId: AccountId): SessionPolicy {
  const { Version, Statement: everywhere } = policyFor(
    memberCallsOf(settings),
    memberScopes({ ...settings, regions: 'enabled' }, central, accountId),
  );
  const regions = regionsOf(settings);
  if (regions === null) return { Version, Statement: everywhere };
  const Condition = { StringNotEquals: { 'aws:RequestedRegion': regions } };
  return { Version, Statement: [...everywhere, { Effect: 'Deny', Action: '*', Resource: '*', Condition }] };
}

/** What who removes evidence past its retention needs besides; null where none lies in a bucket. Object Lock refuses whatever comes too early. */
export function permissionsRemoval({ evidence }: AwsSettings, central: Central): Policy | null {
  return evidence === undefined ? null : policyFor(removalCalls, evidenceScopes(evidence, central));
}

/** The same for each of these calls. */
function scoped(calls: readonly string[], scope: Scope): Scopes {
  return Object.fromEntries(calls.map((call) => [call, scope]));
}

/** @throws Error for a call that nobody has said what it is made on. */
function policyFor(calls: readonly string[], scopes: Scopes): Policy {
  return policyOf(calls, (call) => {
    const scope = Object.hasOwn(scopes, call) ? scopes[call] : undefined;
    if (scope === undefined) throw new Error(`no scope is declared for ${call}`);
    return scope;
  });
}

/** The configured Regions, and the one where the list of Regions is asked for; null where all enabled ones are read. */
function regionsOf({ regions, centralRegion }: AwsSettings): readonly string[] | null {
  return regions === 'enabled' ? null : [...new Set([...regions, centralRegion])].sort();
}

function inRegions(settings: AwsSettings): Pick<Scope, 'when'> {
  const regions = regionsOf(settings);
  return regions === null ? {} : { when: { StringEquals: { 'aws:RequestedRegion': regions } } };
}

function documentArn({ accountId, partition }: Central, name: string = documentName): string {
  return `arn:${partition}:ssm:*:${accountId}:document/${name}`;
}

function memberScopes(settings: AwsSettings, central: Central, accountId = '*'): Scopes {
  const { partition } = central;
  const regional = inRegions(settings);
  const all = memberCallsOf(settings);
  const wide = all.filter((call) => Object.hasOwn(unlimited, call));
  const hosts = [
    `arn:${partition}:ec2:*:${accountId}:instance/*`,
    `arn:${partition}:ssm:*:${accountId}:managed-instance/*`,
  ];
  // Instances are resources of these calls only where a request names one in its old parameter InstanceId (Systems Manager User Guide, "Working
  // with associations using IAM"). The service makes up the id of an association, so that all of the account are meant: the document limits
  // what can be made of them.
  const associations = `arn:${partition}:ssm:*:${accountId}:association/*`;
  const [made, kept] = [
    associationCalls.filter(namesDocument),
    associationCalls.filter((call) => !namesDocument(call)),
  ];
  return {
    ...scoped(kept, { on: [associations], ...regional }),
    ...scoped(made, { on: [documentArn(central, recurringDocumentName), associations], ...regional }),
    ...scoped(wide, { on: ['*'], ...regional }),
    'ssm:SendCommand': { on: [documentArn(central), ...hosts], ...regional },
  };
}

/** Calls on associations that say which document they run. */
const namesDocument = (call: string): boolean => /^ssm:(?:Create|Update)Association$/.test(call);

function centralScopes(settings: AwsSettings, central: Central, organizationId: string | undefined): Scopes {
  const { accountId, partition } = central;
  const { accounts, roleName, externalId } = settings;
  const bucket = `arn:${partition}:s3:::${settings.bucket.name}`;
  const role = (account: string): string => `arn:${partition}:iam::${account}:role/${roleName}`;
  const roles = accounts.kind === 'organization' ? ['*'] : accounts.accountIds.filter((id) => id !== accountId);
  const owner = organizationId === undefined ? {} : { 'aws:ResourceOrgID': organizationId };
  const documents = settings.associations ? [documentName, recurringDocumentName] : [documentName];
  const onDocument = { on: documents.map((name) => documentArn(central, name)), ...inRegions(settings) };
  // Hosts put results with their own role below a prefix of their own, which is only read.
  const read = [exchangePrefix, ...(settings.roleDelivery ? [rolePrefix] : [])];
  return {
    // Organizations answers in one Region of each partition, which need not be a configured one.
    'organizations:ListAccounts': { on: ['*'] },
    'sts:AssumeRole': { on: roles.map(role), when: { StringEquals: { 'sts:ExternalId': externalId, ...owner } } },
    ...scoped(documentCalls, onDocument),
    ...scoped([...bucketCalls, ...notificationCalls, ...bindingCalls, ...ownershipCalls], { on: [bucket] }),
    's3:PutObject': { on: [`${bucket}/${exchangePrefix}*`] },
    's3:GetObject': { on: read.map((prefix) => `${bucket}/${prefix}*`) },
    's3:ListBucket': { on: [bucket], when: { StringLike: { 's3:prefix': read.map((prefix) => `${prefix}*`) } } },
  };
}

/** Evidence is put and read, and deleted by nobody but who may remove it. */
function evidenceScopes(evidence: EvidenceBucket, central: Central): Scopes {
  const { bucket, prefix } = evidence;
  const arn = `arn:${central.partition}:s3:::${bucket.name}`;
  const objects = { on: [`${arn}/${prefix}*`] };
  const key = keyScope(evidence, central);
  return {
    's3:PutObject': objects,
    's3:GetObject': objects,
    's3:PutObjectRetention': objects,
    's3:GetObjectRetention': objects,
    's3:DeleteObjectVersion': objects,
    's3:GetBucketObjectLockConfiguration': { on: [arn] },
    's3:ListBucketVersions': {
      on: [arn],
      ...(prefix === '' ? {} : { when: { StringLike: { 's3:prefix': `${prefix}*` } } }),
    },
    // Not limited to the prefix: a GetObject has none, and S3 says that evidence is gone only to who may list (API reference, GetObject).
    's3:ListBucket': { on: [arn] },
    ...(key === undefined ? {} : { 'kms:GenerateDataKey': key, 'kms:Decrypt': key }),
  };
}

/** The key of the evidence, used by S3 alone. One that is named by its alias cannot be a resource: then all keys that have the alias. */
function keyScope({ bucket, kmsKeyId }: EvidenceBucket, { accountId, partition }: Central): Scope | undefined {
  if (kmsKeyId === undefined) return undefined;
  const [, , , region = bucket.region, owner = bucket.accountId ?? accountId, name = kmsKeyId] = kmsKeyId.startsWith(
    'arn:',
  )
    ? kmsKeyId.split(':')
    : [];
  const keys = `arn:${partition}:kms:${region}:${owner}:key/`;
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const via: Condition = { StringEquals: { 'kms:ViaService': `s3.${bucket.region}.${suffix}` } };
  if (!name.startsWith('alias/')) return { on: [`${keys}${name.replace(/^key\//, '')}`], when: via };
  return { on: [`${keys}*`], when: { ...via, 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': name } } };
}

/** A queue may be another account's: its own policy must then name the caller too. */
function queueScopes(url: string, { centralRegion }: AwsSettings, { partition }: Central): Scopes {
  const { accountId, name, region } = queueNameOf(url, centralRegion);
  const queue = { on: [`arn:${partition}:sqs:${region}:${accountId}:${name}`] };
  return scoped(queueCalls, queue);
}
