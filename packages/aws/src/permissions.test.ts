// The policies grant every declared call, on the narrowest resources, and nothing else.
import { expect, test } from 'vitest';
import {
  centralCalls,
  memberCalls,
  permissionsCentral,
  permissionsMember,
  trustMember,
  type Policy,
} from './permissions.ts';
import type { AwsSettings } from './settings.ts';

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

test('only reading across the estate is granted on everything', () => {
  const wide = permissionsCentral(settings, central).Statement.find(({ Resource }) => Resource.includes('*'));
  expect(
    wide?.Action.every((action) => /^(?:ec2:Describe|ssm:(?:Describe|List)|organizations:List)/.test(action)),
  ).toBe(true);
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

test('the member policy fits into AssumeRole as session policy', () => {
  expect(JSON.stringify(permissionsMember(settings, central)).length).toBeLessThan(2_048);
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
