// Who gets through the policies of the buckets and of the queue, decided as IAM would.
import { policyDecide, policyRead } from '@bongsu/lab';
import { describe, expect, test } from 'vitest';
import { permissionsCentral } from './permissions.ts';
import type { ResourcePolicy } from './policy.ts';
import { bucketPolicies, queuePolicies } from './resource-policies.ts';
import type { AwsSettings } from './settings.ts';

const [central, audit, region] = ['999900001111', '444455556666', 'ap-northeast-2'];
const user = `arn:aws:iam::${central}:user/bongsu`;
const session = `arn:aws:sts::${central}:assumed-role/Runner/i-1`;
const settings: AwsSettings = {
  accounts: { kind: 'organization' },
  roleName: 'BongsuMember',
  externalId: 'x-1',
  regions: 'enabled',
  bucket: { name: 'exchange', region },
  centralRegion: region,
  evidence: { bucket: { name: 'audit', region, accountId: audit }, prefix: 'evidence/', retentionDays: 30 },
  queueUrl: `https://sqs.${region}.amazonaws.com/${audit}/bongsu-hosts`,
};
const caller = (arn: string) => ({ accountId: central, partition: 'aws', arn });

interface Ask {
  readonly action: string;
  readonly on: string;
  readonly arn?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** As a caller that holds what was generated for it; `owner`: the account of the resource. */
function decided(policy: ResourcePolicy, owner: string, { action, on, arn = user, with: keys = {} }: Ask): string {
  const usual = {
    'aws:SecureTransport': 'true',
    'aws:PrincipalOrgID': 'o-abc',
    'aws:PrincipalIsAWSService': 'false',
    'aws:PrincipalArn': arn === session ? `arn:aws:iam::${central}:role/ops/Runner` : arn,
  };
  const context = new Map(Object.entries({ ...usual, ...keys }).map(([key, value]) => [key.toLowerCase(), value]));
  const accountId = /::(\d{12}):/.exec(arn)?.[1] ?? '';
  const own = policyRead(JSON.stringify(permissionsCentral(settings, { accountId: central, partition: 'aws' })));
  const applying = {
    identity: accountId === central ? own : policyRead('{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'),
    resource: { ownerId: owner, policy: policyRead(JSON.stringify(policy), 'resource') },
  };
  return policyDecide({ action, resource: on, context, asker: { kind: 'aws', arn, accountId } }, applying).kind;
}

const stranger = 'arn:aws:iam::777788889999:user/mallory';
const absent = (policies: Readonly<Record<string, ResourcePolicy>>, name: string): ResourcePolicy => {
  const found = policies[name];
  if (found === undefined) throw new Error(`there is no policy of ${name}`);
  return found;
};

describe('the exchange’s bucket', () => {
  const policy = absent(bucketPolicies(settings, caller(user), { organizationId: 'o-abc' }), 'exchange');
  const put: Ask = { action: 's3:PutObject', on: 'arn:aws:s3:::exchange/v1/c/x' };
  test.each([
    ['its own principal', put, 'allowed'],
    ['plain HTTP', { ...put, with: { 'aws:SecureTransport': 'false' } }, 'explicit'],
    ['a URL that another organisation signed', { ...put, with: { 'aws:PrincipalOrgID': 'o-abd' } }, 'explicit'],
    ['outside of its prefix', { ...put, on: 'arn:aws:s3:::exchange/other' }, 'implicit'],
    ['another account of the organisation', { ...put, arn: `arn:aws:iam::${audit}:user/kim` }, 'implicit'],
    ['a stranger', { ...put, arn: stranger, with: { 'aws:PrincipalOrgID': 'o-zzz' } }, 'explicit'],
  ])('%s', (_who, ask, expected) => {
    expect(decided(policy, central, ask)).toBe(expected);
  });

  test('says nothing of an organisation whose id nobody gave', () => {
    const open = absent(bucketPolicies(settings, caller(user)), 'exchange');
    expect(open.Statement.map((one) => one.Sid)).toEqual(['OnlyTls']);
  });
});

describe.each([
  ['a user', user],
  ['a role, wherever its path puts it', session],
])('the evidence’s bucket in another account, for %s', (_who, arn) => {
  const policy = absent(bucketPolicies(settings, caller(arn), { organizationId: 'o-abc' }), 'audit');
  const put: Ask = { action: 's3:PutObject', on: 'arn:aws:s3:::audit/evidence/sha256/x', arn };
  test.each([
    ['puts', put, 'allowed'],
    ['reads', { ...put, action: 's3:GetObject' }, 'allowed'],
    ['locks', { ...put, action: 's3:PutObjectRetention' }, 'allowed'],
    ['asks whether it is gone', { ...put, action: 's3:ListBucket', on: 'arn:aws:s3:::audit' }, 'allowed'],
    ['deletes', { ...put, action: 's3:DeleteObject' }, 'implicit'],
    ['puts elsewhere', { ...put, on: 'arn:aws:s3:::audit/logs/x' }, 'implicit'],
    ['is of another organisation by now', { ...put, with: { 'aws:PrincipalOrgID': 'o-abd' } }, 'explicit'],
    ['is another', { ...put, arn: `arn:aws:iam::${central}:user/other` }, 'implicit'],
    ['is a stranger', { ...put, arn: stranger }, 'implicit'],
  ])('who %s', (_what, ask, expected) => {
    expect(decided(policy, audit, ask)).toBe(expected);
  });
});

describe('the queue of events in another account', () => {
  const arn = `arn:aws:sqs:${region}:${audit}:bongsu-hosts`;
  const policy = absent(queuePolicies(settings, caller(user), { organizationId: 'o-abc' }), arn);
  const receive: Ask = { action: 'sqs:ReceiveMessage', on: arn };
  test.each([
    ['its reader', receive, 'allowed'],
    ['a sender that is no rule', { ...receive, action: 'sqs:SendMessage' }, 'implicit'],
    ['a reader of another organisation', { ...receive, with: { 'aws:PrincipalOrgID': 'o-abd' } }, 'implicit'],
    ['a stranger', { ...receive, arn: stranger }, 'implicit'],
  ])('%s', (_who, ask, expected) => {
    expect(decided(policy, audit, ask)).toBe(expected);
  });

  test('takes messages of the one rule and of nobody else', () => {
    const read = policyRead(JSON.stringify(policy), 'resource');
    const said = (service: string, rule: string): string =>
      policyDecide(
        {
          ...{ action: 'sqs:SendMessage', resource: arn, asker: { kind: 'service', service } },
          context: new Map([['aws:sourcearn', rule]]),
        },
        { resource: { ownerId: audit, policy: read } },
      ).kind;
    const rule = `arn:aws:events:${region}:${central}:rule/bongsu-hosts`;
    expect(said('events.amazonaws.com', rule)).toBe('allowed');
    expect(said('events.amazonaws.com', `${rule}-2`)).toBe('implicit');
    expect(said('events.amazonaws.com', rule.replace(central, '777788889999'))).toBe('implicit');
    expect(said('sns.amazonaws.com', rule)).toBe('implicit');
  });

  test('names no reader in the own account, whose policy is enough, and is none without a queue', () => {
    const own = { ...settings, queueUrl: `https://sqs.${region}.amazonaws.com/${central}/bongsu-hosts` };
    const [found] = Object.values(queuePolicies(own, caller(user), { organizationId: 'o-abc' }));
    expect(found?.Statement.map((one) => one.Sid)).toEqual(['EventsOfHosts']);
    const { queueUrl: _, ...without } = settings;
    expect(queuePolicies(without, caller(user))).toEqual({});
  });

  test('of results takes messages of the one bucket, while it is this account’s', () => {
    const url = `https://sqs.${region}.amazonaws.com/${audit}/results`;
    const results = absent(
      queuePolicies({ ...settings, resultQueueUrl: url }, caller(user)),
      `arn:aws:sqs:${region}:${audit}:results`,
    );
    const read = policyRead(JSON.stringify(results), 'resource');
    const said = (service: string, bucket: string, account: string): string =>
      policyDecide(
        {
          ...{ action: 'sqs:SendMessage', resource: `arn:aws:sqs:${region}:${audit}:results` },
          asker: { kind: 'service', service },
          context: new Map([
            ['aws:sourcearn', `arn:aws:s3:::${bucket}`],
            ['aws:sourceaccount', account],
          ]),
        },
        { resource: { ownerId: audit, policy: read } },
      ).kind;
    expect(said('s3.amazonaws.com', 'exchange', central)).toBe('allowed');
    expect(said('s3.amazonaws.com', 'exchange-2', central)).toBe('implicit');
    // Deleted, and made again by somebody else.
    expect(said('s3.amazonaws.com', 'exchange', '777788889999')).toBe('implicit');
    expect(said('sns.amazonaws.com', 'exchange', central)).toBe('implicit');
    expect(results.Statement.map((one) => one.Sid)).toEqual(['Results', 'Reader']);
  });

  test('that has both kinds of messages has one policy, with both who send and one who reads', () => {
    const both = { ...settings, resultQueueUrl: settings.queueUrl ?? '' };
    const [[, found] = [], ...more] = Object.entries(queuePolicies(both, caller(user)));
    expect([found?.Statement.map((one) => one.Sid), more]).toEqual([['Results', 'EventsOfHosts', 'Reader'], []]);
  });
});
