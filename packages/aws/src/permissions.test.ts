// The policies grant every declared call, on the narrowest resources, and nothing else.
import { policyDecide, policyRead } from '@bongsu/lab';
import { describe, expect, test } from 'vitest';
import { resultNotification } from './bucket-notification.ts';
import { calls as associationCalls } from './associations.ts';
import {
  centralCalls,
  memberCalls,
  permissionsCentral,
  permissionsMember,
  permissionsRemoval,
  sessionPolicy,
} from './permissions.ts';
import { openAws } from './index.ts';
import type { Policy, SessionPolicy } from './policy.ts';
import type { AwsSettings } from './settings.ts';
import { trustMember } from './trust.ts';
import { unlimited } from './unlimited.ts';

const settings: AwsSettings = {
  accounts: { kind: 'organization' },
  roleName: 'bongsu/Member',
  externalId: 'x-1',
  regions: 'enabled',
  bucket: { name: 'bongsu-exchange', region: 'ap-northeast-2' },
  centralRegion: 'ap-northeast-2',
};
const central = { accountId: '999900001111', partition: 'aws' };
const actionsOf = (policy: Policy) => policy.Statement.flatMap((statement) => statement.Action).sort();
const resourcesOf = (policy: Policy, action: string) =>
  policy.Statement.find((statement) => statement.Action.includes(action))?.Resource;

test('the member role may make exactly the declared calls', () => {
  expect(actionsOf(permissionsMember(settings, central))).toEqual([...new Set(memberCalls)].sort());
});

test('commands may be sent only with our document, to instances', () => {
  expect(resourcesOf(permissionsMember(settings, central), 'ssm:SendCommand')).toEqual([
    'arn:aws:ssm:*:999900001111:document/Bongsu-HostCheck',
    'arn:aws:ec2:*:*:instance/*',
    'arn:aws:ssm:*:*:managed-instance/*',
  ]);
});

test('the central principal may make its own calls, and those on its own assets where they are read', () => {
  const policy = permissionsCentral(settings, central);
  expect(actionsOf(policy)).toEqual([...new Set([...centralCalls, ...memberCalls])].sort());
  const without = { ...settings, accounts: { kind: 'organization', exclude: [central.accountId] } } as const;
  expect(actionsOf(permissionsCentral(without, central))).toEqual([...new Set(centralCalls)].sort());
});

test('a list of accounts limits the roles that may be assumed and needs no organisation', () => {
  const listed = { ...settings, accounts: { kind: 'list', accountIds: ['111122223333', central.accountId] } } as const;
  const policy = permissionsCentral(listed, central);
  expect(resourcesOf(policy, 'sts:AssumeRole')).toEqual(['arn:aws:iam::111122223333:role/bongsu/Member']);
  expect(actionsOf(policy)).not.toContain('organizations:ListAccounts');
  expect(actionsOf(policy)).toContain('ec2:DescribeInstances');
});

test('what is granted on everything is what no resource can limit, each with its reason', () => {
  for (const policy of [permissionsCentral(settings, central, 'o-abc'), permissionsMember(settings, central)])
    for (const { Action, Resource } of policy.Statement) {
      const wide = Resource.some((one) => /^\*$|^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*/.test(one));
      expect([Action, wide]).toEqual([Action, Action.every((action) => Object.hasOwn(unlimited, action))]);
    }
  const wide = Object.keys(unlimited);
  expect(wide.every((action) => /^(?:ec2:Describe|ssm:(?:Describe|List)|organizations:List)/.test(action))).toBe(true);
  const all: readonly string[] = [...centralCalls, ...memberCalls, ...associationCalls];
  expect(wide.filter((action) => !all.includes(action))).toEqual([]);
});

test('the trust policy asks for the external id and, where it is known, the organisation', () => {
  const principal = 'arn:aws:iam::999900001111:role/Bongsu';
  expect(trustMember(settings, principal).Statement[0].Condition.StringEquals).toEqual({ 'sts:ExternalId': 'x-1' });
  expect(trustMember(settings, principal, 'o-abc').Statement[0].Condition.StringEquals).toEqual({
    'sts:ExternalId': 'x-1',
    'aws:PrincipalOrgID': 'o-abc',
  });
});

test('a caller on a role is trusted by that role, wherever its path puts it', () => {
  const arn = 'arn:aws:sts::999900001111:assumed-role/AWSReservedSSO_Audit_1a2b/kim';
  const [statement] = trustMember(settings, arn).Statement;
  expect(statement.Principal).toEqual({ AWS: 'arn:aws:iam::999900001111:root' });
  expect(statement.Condition.ArnLike).toEqual({
    'aws:PrincipalArn': [
      'arn:aws:iam::999900001111:role/AWSReservedSSO_Audit_1a2b',
      'arn:aws:iam::999900001111:role/*/AWSReservedSSO_Audit_1a2b',
    ],
  });
});

describe('what a session is cut down to', () => {
  // As long as AWS's longest name of a Region.
  const regionsOf = (count: number) =>
    Array.from({ length: count }, (_, index) => `ap-southeast-${String(index).padStart(2, '0')}`);
  const lengthOf = (count: number, change: Partial<AwsSettings> = {}): number =>
    JSON.stringify(sessionPolicy({ ...settings, regions: regionsOf(count), ...change }, central, '111122223333'))
      .length;

  test('fits into AssumeRole with more Regions than there are, whatever is called there', () => {
    expect([lengthOf(30), lengthOf(30, { associations: true })]).toEqual([1_078, 1_514]);
    expect(lengthOf(45, { associations: true })).toBeLessThan(2_048);
  });

  test('is refused before anything is asked where it would not, with the numbers', async () => {
    const clock = { now: () => new Date(), sleep: () => Promise.resolve() };
    const opened = openAws({ ...settings, regions: regionsOf(120) }, clock);
    await expect(opened).rejects.toThrow(/names 120 Regions has \d{4} characters, and AssumeRole takes 2048/);
  });

  test('allows what the role allows, in the one account and those Regions alone', () => {
    const all = { ...settings, associations: true, regions: ['ap-northeast-2'] };
    const policy = sessionPolicy(all, central, '111122223333');
    const asks = memberAsks('111122223333', 'ap-northeast-2');
    for (const ask of asks) expect([ask, allows(policy, ask)]).toEqual([ask, true]);
    for (const ask of asks) {
      const elsewhere = { ...ask, with: { 'aws:RequestedRegion': 'us-east-2' } };
      expect([ask.action, allows(policy, elsewhere), allows(permissionsMember(all, central), elsewhere)]).toEqual([
        ...[ask.action, false, false],
      ]);
    }
    const others = memberAsks('444455556666', 'ap-northeast-2').filter(({ on }) => on?.includes('444455556666'));
    expect(others.length).toBeGreaterThan(6);
    for (const ask of others) expect([ask, allows(policy, ask)]).toEqual([ask, false]);
  });
});

/** Every call that is made in a member account, on what it is made. */
function memberAsks(accountId: string, region: string): readonly Ask[] {
  const here = { 'aws:RequestedRegion': region };
  const document = `arn:aws:ssm:${region}:${central.accountId}:document/Bongsu-HostCheck`;
  const association = `arn:aws:ssm:${region}:${accountId}:association/`;
  const sent = [document, `arn:aws:ec2:${region}:${accountId}:instance/i-1`];
  const on: Readonly<Record<string, readonly string[]>> = {
    'ssm:SendCommand': [...sent, `arn:aws:ssm:${region}:${accountId}:managed-instance/mi-1`],
    'ssm:CreateAssociation': [`${document}-Recurring`, `${association}*`],
    'ssm:UpdateAssociation': [`${document}-Recurring`, `${association}1`],
    'ssm:DeleteAssociation': [`${association}1`],
    'ssm:DescribeAssociation': [`${association}1`],
    'ssm:DescribeAssociationExecutions': [`${association}1`],
    'ssm:DescribeAssociationExecutionTargets': [`${association}1`],
  };
  return [...memberCalls, ...associationCalls].flatMap((action) =>
    (on[action] ?? ['*']).map((one) => ({ action, on: one, with: here })),
  );
}

test('associations are kept where the settings say so, and those of our own document alone', () => {
  const policy = permissionsMember({ ...settings, associations: true }, central);
  const more = actionsOf(policy).filter((action) => !memberCalls.includes(action));
  expect(more).toEqual([...associationCalls].sort());
  expect(resourcesOf(policy, 'ssm:CreateAssociation')).toEqual([
    'arn:aws:ssm:*:999900001111:document/Bongsu-HostCheck-Recurring',
    'arn:aws:ssm:*:*:association/*',
  ]);
  expect(resourcesOf(policy, 'ssm:DescribeAssociationExecutionTargets')).toEqual(['arn:aws:ssm:*:*:association/*']);
  const documents = resourcesOf(permissionsCentral({ ...settings, associations: true }, central), 'ssm:UpdateDocument');
  expect(documents).toHaveLength(2);
  expect(resourcesOf(permissionsCentral(settings, central), 'ssm:UpdateDocument')).toHaveLength(1);
});

test('run records are signed with the one key, where there is one', () => {
  const signingKeyArn = 'arn:aws:kms:us-east-1:111122223333:key/7a1c2b3d-0000-4000-8000-000000000001';
  expect(permissionsCentral({ ...settings, signingKeyArn }, central).Statement.at(-1)).toEqual({
    Effect: 'Allow',
    Action: ['kms:GetPublicKey', 'kms:Sign'],
    Resource: [signingKeyArn],
  });
  expect(actionsOf(permissionsCentral(settings, central)).filter((one) => one.startsWith('kms:'))).toEqual([]);
});

test('events are read and removed in the one queue, where there is one', () => {
  const queueUrl = 'https://sqs.us-east-1.amazonaws.com/111122223333/bongsu-hosts';
  expect(permissionsCentral({ ...settings, queueUrl }, central).Statement.at(-1)).toEqual({
    Effect: 'Allow',
    Action: ['sqs:DeleteMessage', 'sqs:ReceiveMessage'],
    Resource: ['arn:aws:sqs:us-east-1:111122223333:bongsu-hosts'],
  });
  expect(actionsOf(permissionsCentral(settings, central)).filter((one) => one.startsWith('sqs:'))).toEqual([]);
});

test('results are read and removed in their queue alone, and what tells it is looked at, where there is one', () => {
  const resultQueueUrl = 'https://sqs.ap-northeast-2.amazonaws.com/111122223333/results';
  const queue = 'arn:aws:sqs:ap-northeast-2:111122223333:results';
  const policy = permissionsCentral({ ...settings, resultQueueUrl }, central);
  expect(policy.Statement.at(-1)).toEqual({
    Effect: 'Allow',
    Action: ['sqs:DeleteMessage', 'sqs:ReceiveMessage'],
    Resource: [queue],
  });
  expect(resourcesOf(policy, 's3:GetBucketNotification')).toEqual(['arn:aws:s3:::bongsu-exchange']);
  expect(actionsOf(permissionsCentral(settings, central)).filter((one) => /^sqs|Notification/.test(one))).toEqual([]);
  expect(resultNotification(settings, central)).toBeNull();
  expect(resultNotification({ ...settings, resultQueueUrl }, central)?.QueueConfigurations).toMatchObject([
    { Id: 'bongsu-results-v1', QueueArn: queue, Events: ['s3:ObjectCreated:*'] },
  ]);
});

/** What one call on one resource comes to under a policy. */
interface Ask {
  readonly action: string;
  readonly on?: string;
  readonly with?: Readonly<Record<string, string | readonly string[]>>;
}

function allows(policy: Policy | SessionPolicy, { action, on = '*', with: keys = {} }: Ask): boolean {
  const context = new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), value]));
  const asker = { kind: 'aws', arn: 'arn:aws:iam::999900001111:user/bongsu', accountId: '999900001111' } as const;
  const asked = { action, resource: on, context, asker };
  return policyDecide(asked, { identity: policyRead(JSON.stringify(policy)) }).kind === 'allowed';
}

describe('a call outside of what it is limited to is denied', () => {
  const [seoul, ohio] = ['ap-northeast-2', 'us-east-2'];
  const here = { 'aws:RequestedRegion': seoul };
  const member = '111122223333';
  const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
  const via = { 'kms:ViaService': 's3.ap-northeast-2.amazonaws.com' };
  const narrow: AwsSettings = {
    ...{ ...settings, regions: [seoul], queueUrl: `https://sqs.${seoul}.amazonaws.com/999900001111/bongsu-hosts` },
    ...{
      resultQueueUrl: `https://sqs.${seoul}.amazonaws.com/${member}/results`,
      roleDelivery: true,
      associations: true,
    },
    signingKeyArn: `arn:aws:kms:${seoul}:${member}:key/records`,
    evidence: { bucket: { name: 'audit', region: seoul }, prefix: 'evidence/', kmsKeyId: keyId, retentionDays: 30 },
  };
  const document = `arn:aws:ssm:${seoul}:999900001111:document/Bongsu-HostCheck`;
  const central1 = permissionsCentral(narrow, central, 'o-abc');
  const session = sessionPolicy(narrow, central, member);
  const removal = permissionsRemoval(narrow, central) ?? { Version: '2012-10-17', Statement: [] };
  const listed = permissionsCentral({ ...narrow, accounts: { kind: 'list', accountIds: [member] } }, central);
  const aliased = permissionsCentral(
    { ...narrow, evidence: { bucket: { name: 'audit', region: seoul }, prefix: '', kmsKeyId: 'alias/audit' } },
    central,
  );
  const entered = { 'sts:ExternalId': 'x-1', 'aws:ResourceOrgID': 'o-abc' };
  const role = `arn:aws:iam::${member}:role/bongsu/Member`;
  const rows: readonly (readonly [
    what: string,
    policy: Policy | SessionPolicy,
    inside: Ask,
    outside: readonly Ask[],
  ])[] = [
    [
      'reading another Region',
      session,
      { action: 'ec2:DescribeInstances', with: here },
      [
        { action: 'ec2:DescribeInstances', with: { 'aws:RequestedRegion': ohio } },
        { action: 'ec2:DescribeInstances' },
        { action: 'ec2:DescribeVolumes', with: here },
        { action: 'ssm:DescribeInstanceInformation', with: { 'aws:RequestedRegion': ohio } },
        { action: 'ssm:GetCommandInvocation', with: here },
      ],
    ],
    [
      'sending another document',
      session,
      { action: 'ssm:SendCommand', on: document, with: here },
      [
        { action: 'ssm:SendCommand', on: `arn:aws:ssm:${seoul}::document/AWS-RunShellScript`, with: here },
        { action: 'ssm:SendCommand', on: `${document}-2`, with: here },
        { action: 'ssm:SendCommand', on: `${document}-Recurring`, with: here },
        { action: 'ssm:SendCommand', on: document.replace('999900001111', member), with: here },
        { action: 'ssm:SendCommand', on: document, with: { 'aws:RequestedRegion': ohio } },
        { action: 'ssm:StartAutomationExecution', on: document, with: here },
      ],
    ],
    [
      'sending to the instances of another account',
      session,
      { action: 'ssm:SendCommand', on: `arn:aws:ec2:${seoul}:${member}:instance/i-1`, with: here },
      [
        { action: 'ssm:SendCommand', on: `arn:aws:ec2:${seoul}:444455556666:instance/i-1`, with: here },
        { action: 'ec2:TerminateInstances', on: `arn:aws:ec2:${seoul}:${member}:instance/i-1`, with: here },
      ],
    ],
    [
      'sending to hybrid nodes of another account',
      session,
      { action: 'ssm:SendCommand', on: `arn:aws:ssm:${seoul}:${member}:managed-instance/mi-1`, with: here },
      [{ action: 'ssm:SendCommand', on: `arn:aws:ssm:${seoul}:444455556666:managed-instance/mi-1`, with: here }],
    ],
    [
      'the central principal sending to a member’s instances',
      central1,
      { action: 'ssm:SendCommand', on: `arn:aws:ec2:${seoul}:999900001111:instance/i-1`, with: here },
      [{ action: 'ssm:SendCommand', on: `arn:aws:ec2:${seoul}:${member}:instance/i-1`, with: here }],
    ],
    [
      'changing another document',
      central1,
      { action: 'ssm:UpdateDocument', on: document, with: here },
      [
        { action: 'ssm:UpdateDocument', on: document.replace('Bongsu-HostCheck', 'Patching'), with: here },
        { action: 'ssm:ModifyDocumentPermission', on: document, with: { 'aws:RequestedRegion': ohio } },
        { action: 'ssm:DeleteDocument', on: document, with: here },
      ],
    ],
    [
      'another role, external id or organisation',
      central1,
      { action: 'sts:AssumeRole', on: role, with: entered },
      [
        { action: 'sts:AssumeRole', on: `arn:aws:iam::${member}:role/Admin`, with: entered },
        { action: 'sts:AssumeRole', on: `arn:aws:iam::${member}:role/other/Member`, with: entered },
        { action: 'sts:AssumeRole', on: role, with: { ...entered, 'sts:ExternalId': 'X-1' } },
        { action: 'sts:AssumeRole', on: role, with: { 'aws:ResourceOrgID': 'o-abc' } },
        { action: 'sts:AssumeRole', on: role, with: { ...entered, 'aws:ResourceOrgID': 'o-abd' } },
        { action: 'sts:AssumeRole', on: role, with: { 'sts:ExternalId': 'x-1' } },
        { action: 'sts:TagSession', on: role, with: entered },
      ],
    ],
    [
      'an account that is not listed',
      listed,
      { action: 'sts:AssumeRole', on: role, with: entered },
      [{ action: 'sts:AssumeRole', on: role.replace(member, '444455556666'), with: entered }],
    ],
    [
      'objects of the exchange outside of its prefix',
      central1,
      { action: 's3:PutObject', on: 'arn:aws:s3:::bongsu-exchange/v1/c/script/x.sh' },
      [
        { action: 's3:PutObject', on: 'arn:aws:s3:::bongsu-exchange/other/x' },
        { action: 's3:GetObject', on: 'arn:aws:s3:::bongsu-exchange/v2/x' },
        { action: 's3:GetObject', on: 'arn:aws:s3:::another/v1/x' },
        { action: 's3:DeleteObject', on: 'arn:aws:s3:::bongsu-exchange/v1/x' },
        { action: 's3:PutObjectRetention', on: 'arn:aws:s3:::bongsu-exchange/v1/x' },
      ],
    ],
    [
      'listing the exchange outside of its prefix',
      central1,
      { action: 's3:ListBucket', on: 'arn:aws:s3:::bongsu-exchange', with: { 's3:prefix': 'v1/c/results/' } },
      [
        { action: 's3:ListBucket', on: 'arn:aws:s3:::bongsu-exchange', with: { 's3:prefix': 'v2/' } },
        { action: 's3:ListBucket', on: 'arn:aws:s3:::bongsu-exchange' },
        { action: 's3:PutBucketPolicy', on: 'arn:aws:s3:::bongsu-exchange' },
      ],
    ],
    [
      'evidence outside of its prefix',
      central1,
      { action: 's3:PutObjectRetention', on: 'arn:aws:s3:::audit/evidence/sha256/x' },
      [
        { action: 's3:PutObject', on: 'arn:aws:s3:::audit/logs/x' },
        { action: 's3:GetObject', on: 'arn:aws:s3:::audit/logs/x' },
        { action: 's3:DeleteObject', on: 'arn:aws:s3:::audit/evidence/sha256/x' },
        { action: 's3:BypassGovernanceRetention', on: 'arn:aws:s3:::audit/evidence/sha256/x' },
      ],
    ],
    [
      'another key, or the key by another way than S3',
      central1,
      { action: 'kms:Decrypt', on: `arn:aws:kms:${seoul}:999900001111:key/${keyId}`, with: via },
      [
        { action: 'kms:Decrypt', on: `arn:aws:kms:${seoul}:999900001111:key/${keyId}` },
        { action: 'kms:Decrypt', on: `arn:aws:kms:${seoul}:999900001111:key/another`, with: via },
        { action: 'kms:Encrypt', on: `arn:aws:kms:${seoul}:999900001111:key/${keyId}`, with: via },
      ],
    ],
    [
      'a key of another alias',
      aliased,
      {
        ...{ action: 'kms:GenerateDataKey', on: `arn:aws:kms:${seoul}:999900001111:key/1` },
        with: { ...via, 'kms:ResourceAliases': ['alias/else', 'alias/audit'] },
      },
      [
        {
          ...{ action: 'kms:GenerateDataKey', on: `arn:aws:kms:${seoul}:999900001111:key/1` },
          with: { ...via, 'kms:ResourceAliases': ['alias/else'] },
        },
        { action: 'kms:GenerateDataKey', on: `arn:aws:kms:${seoul}:999900001111:key/1`, with: via },
      ],
    ],
    [
      'another queue',
      central1,
      { action: 'sqs:DeleteMessage', on: `arn:aws:sqs:${seoul}:999900001111:bongsu-hosts` },
      [
        { action: 'sqs:DeleteMessage', on: `arn:aws:sqs:${seoul}:999900001111:payments` },
        { action: 'sqs:PurgeQueue', on: `arn:aws:sqs:${seoul}:999900001111:bongsu-hosts` },
      ],
    ],
    [
      'another queue of results, or its messages put',
      central1,
      { action: 'sqs:ReceiveMessage', on: `arn:aws:sqs:${seoul}:${member}:results` },
      [
        { action: 'sqs:ReceiveMessage', on: `arn:aws:sqs:${seoul}:999900001111:results` },
        { action: 'sqs:ReceiveMessage', on: `arn:aws:sqs:${ohio}:${member}:results` },
        { action: 'sqs:ReceiveMessage', on: `arn:aws:sqs:${seoul}:${member}:results-dead` },
        { action: 'sqs:SendMessage', on: `arn:aws:sqs:${seoul}:${member}:results` },
        { action: 'sqs:SetQueueAttributes', on: `arn:aws:sqs:${seoul}:${member}:results` },
      ],
    ],
    [
      'what the bucket tells, changed or of another bucket',
      central1,
      { action: 's3:GetBucketNotification', on: 'arn:aws:s3:::bongsu-exchange' },
      [
        { action: 's3:GetBucketNotification', on: 'arn:aws:s3:::audit' },
        { action: 's3:PutBucketNotification', on: 'arn:aws:s3:::bongsu-exchange' },
        { action: 's3:PutBucketPolicy', on: 'arn:aws:s3:::bongsu-exchange' },
        { action: 's3:GetBucketPolicy', on: 'arn:aws:s3:::audit' },
      ],
    ],
    [
      'signing with another key, or more than signing',
      central1,
      { action: 'kms:Sign', on: `arn:aws:kms:${seoul}:${member}:key/records` },
      [
        { action: 'kms:Sign', on: `arn:aws:kms:${seoul}:999900001111:key/records` },
        { action: 'kms:Sign', on: `arn:aws:kms:${ohio}:${member}:key/records` },
        { action: 'kms:Sign', on: `arn:aws:kms:${seoul}:999900001111:key/${keyId}`, with: via },
        { action: 'kms:ScheduleKeyDeletion', on: `arn:aws:kms:${seoul}:${member}:key/records` },
        { action: 'kms:DisableKey', on: `arn:aws:kms:${seoul}:${member}:key/records` },
        { action: 'kms:Decrypt', on: `arn:aws:kms:${seoul}:${member}:key/records`, with: via },
      ],
    ],
    [
      'an association of another document, account or Region',
      session,
      { action: 'ssm:CreateAssociation', on: `${document}-Recurring`, with: here },
      [
        { action: 'ssm:CreateAssociation', on: `arn:aws:ssm:${seoul}::document/AWS-RunShellScript`, with: here },
        { action: 'ssm:CreateAssociation', on: document, with: here },
        { action: 'ssm:UpdateAssociation', on: `${document}-Recurring-2`, with: here },
        { action: 'ssm:CreateAssociation', on: `${document}-Recurring`, with: { 'aws:RequestedRegion': ohio } },
        { action: 'ssm:CreateAssociationBatch', on: `${document}-Recurring`, with: here },
        { action: 'ssm:StartAssociationsOnce', on: `arn:aws:ssm:${seoul}:${member}:association/1`, with: here },
        { action: 'ssm:DeleteAssociation', on: `arn:aws:ssm:${seoul}:444455556666:association/1`, with: here },
        // In the old way a request names an instance.
        { action: 'ssm:CreateAssociation', on: `arn:aws:ec2:${seoul}:${member}:instance/i-1`, with: here },
      ],
    ],
    [
      'results of hosts’ own role, which are only read',
      central1,
      { action: 's3:GetObject', on: 'arn:aws:s3:::bongsu-exchange/role/c/1/r/arn/x.tar.gz' },
      [
        { action: 's3:PutObject', on: 'arn:aws:s3:::bongsu-exchange/role/c/1/r/arn/x.tar.gz' },
        { action: 's3:DeleteObject', on: 'arn:aws:s3:::bongsu-exchange/role/c/1/r/arn/x.tar.gz' },
      ],
    ],
    [
      'removing more than evidence, or before its date',
      removal,
      { action: 's3:DeleteObjectVersion', on: 'arn:aws:s3:::audit/evidence/sha256/x' },
      [
        { action: 's3:DeleteObjectVersion', on: 'arn:aws:s3:::audit/logs/x' },
        { action: 's3:DeleteObjectVersion', on: 'arn:aws:s3:::bongsu-exchange/evidence/sha256/x' },
        { action: 's3:DeleteObject', on: 'arn:aws:s3:::audit/evidence/sha256/x' },
        { action: 's3:BypassGovernanceRetention', on: 'arn:aws:s3:::audit/evidence/sha256/x' },
        { action: 's3:PutObjectRetention', on: 'arn:aws:s3:::audit/evidence/sha256/x' },
        { action: 's3:GetObject', on: 'arn:aws:s3:::audit/evidence/sha256/x' },
        { action: 's3:PutObject', on: 'arn:aws:s3:::audit/evidence/sha256/x' },
        { action: 'kms:Decrypt', on: `arn:aws:kms:${seoul}:999900001111:key/${keyId}`, with: via },
      ],
    ],
    [
      'listing the versions of more than evidence',
      removal,
      { action: 's3:ListBucketVersions', on: 'arn:aws:s3:::audit', with: { 's3:prefix': 'evidence/sha256/x' } },
      [
        { action: 's3:ListBucketVersions', on: 'arn:aws:s3:::audit', with: { 's3:prefix': 'logs/' } },
        { action: 's3:ListBucketVersions', on: 'arn:aws:s3:::audit' },
        { action: 's3:ListBucket', on: 'arn:aws:s3:::audit', with: { 's3:prefix': 'evidence/' } },
      ],
    ],
  ];
  test.each(rows)('%s', (_what, policy, inside, outside) => {
    expect(allows(policy, inside)).toBe(true);
    for (const ask of outside) expect([ask, allows(policy, ask)]).toEqual([ask, false]);
  });
});

test('a key of the evidence may be named by its ARN, and is then the one of that account', () => {
  const kmsKeyId = 'arn:aws:kms:us-east-1:444455556666:key/abc';
  const evidence = { bucket: { name: 'audit', region: 'us-east-1' }, prefix: '', kmsKeyId };
  expect(resourcesOf(permissionsCentral({ ...settings, evidence }, central), 'kms:Decrypt')).toEqual([kmsKeyId]);
  const alias = { ...evidence, kmsKeyId: 'arn:aws:kms:us-east-1:444455556666:alias/audit' };
  expect(resourcesOf(permissionsCentral({ ...settings, evidence: alias }, central), 'kms:Decrypt')).toEqual([
    'arn:aws:kms:us-east-1:444455556666:key/*',
  ]);
});
