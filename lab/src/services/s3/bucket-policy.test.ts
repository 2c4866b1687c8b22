// Bucket policies as S3 takes and evaluates them: who is let in, what is refused to everybody, and what is no policy at all.
import { describe, expect, test } from 'vitest';
import type { Identity } from '../../endpoint/contract.ts';
import { callContext, resourceContext } from '../policy/context.ts';
import { policyDecide } from '../policy/decide.ts';
import { bucketPolicyRead } from './bucket-policy.ts';

const [shop, other] = ['200000000002', '300000000003'];
const arnOf = (id: string) => `arn:aws:ec2:ap-northeast-2:${shop}:instance/${id}`;
const host = (id: string, accountId = shop): Identity => ({
  ...{ accessKeyId: 'A', secretAccessKey: 's', accountId, instanceArn: arnOf(id) },
  arn: `arn:aws:sts::${accountId}:assumed-role/web/${id}`,
  userId: `AROA1:${id}`,
});
/** A session that somebody named after an instance: it looks the same but for what EC2 alone writes into it. */
const { instanceArn: _, ...named } = host('i-0a');

const all = { Principal: '*', Action: 's3:PutObject' };
const allow = { Effect: 'Allow', Principal: { AWS: shop }, Action: 's3:PutObject' };
const decide = (statements: readonly object[], who: Identity, key: string, headers: Record<string, string> = {}) => {
  const { rules } = bucketPolicyRead(JSON.stringify({ Version: '2012-10-17', Statement: statements }), 'box');
  const ground = {
    estate: { account: () => undefined, host: () => undefined, clock: { now: () => 0 } },
    organizationId: 'o-1',
  };
  const call = { identity: who, headers, service: 's3', operation: 'PutObject', region: 'ap-northeast-2' } as const;
  const resource = `arn:aws:s3:::box/${key}`;
  const context = resourceContext(callContext(call, {}, ground), resource, '100000000001', ground);
  const asker = { kind: 'aws', arn: who.arn, accountId: who.accountId } as const;
  const held = { ownerId: '100000000001', policy: rules };
  return policyDecide({ action: 's3:PutObject', resource, context, asker }, { resource: held }).kind;
};

test('a variable in the resource is the caller’s own', () => {
  const own = [{ ...allow, Resource: 'arn:aws:s3:::box/role/*/${ec2:SourceInstanceARN}/*' }];
  const key = `role/c/${arnOf('i-0a')}/r`;
  expect(decide(own, host('i-0a'), key)).toBe('allowed');
  expect(decide(own, host('i-0b'), key)).toBe('implicit');
  expect(decide(own, named, key)).toBe('implicit');
  expect(decide(own, host('i-0a', other), key)).toBe('implicit');
  // The session's name is no proof: a policy that binds to it lets in whoever chose it.
  expect(decide([{ ...allow, Resource: 'arn:aws:s3:::box/${aws:userid}/*' }], named, 'AROA1:i-0a/r')).toBe('allowed');
});

test('a refusal wins, by what it names and by all but what it names', () => {
  const open = { ...allow, Resource: 'arn:aws:s3:::box/*' };
  const own = { NotResource: ['arn:aws:s3:::box/v1/*', 'arn:aws:s3:::box/role/${ec2:SourceInstanceARN}/*'] };
  const deny = { Effect: 'Deny', ...all, ...own, Condition: { Null: { 'ec2:SourceInstanceARN': 'false' } } };
  const of = (who: Identity, key: string) => decide([open, deny], who, key);
  expect([of(host('i-0a'), `role/${arnOf('i-0a')}/r`), of(host('i-0a'), 'v1/x')]).toEqual(['allowed', 'allowed']);
  expect([of(host('i-0b'), `role/${arnOf('i-0a')}/r`), of(host('i-0b'), 'x')]).toEqual(['explicit', 'explicit']);
  expect(of(named, 'x')).toBe('allowed');
  const once = {
    Effect: 'Deny',
    ...all,
    Resource: 'arn:aws:s3:::box/*',
    Condition: { Null: { 's3:if-none-match': 'true' } },
  };
  expect([decide([open, once], named, 'x'), decide([open, once], named, 'x', { 'if-none-match': '*' })]).toEqual([
    'explicit',
    'allowed',
  ]);
});

describe('a policy', () => {
  const read = (statement: object) => () => bucketPolicyRead(JSON.stringify({ Statement: statement }), 'box');

  test.each([
    ['for everybody', { Effect: 'Allow', ...all, Resource: 'arn:aws:s3:::box/*' }, /public policies are blocked/],
    [
      'for everybody who names an organisation',
      {
        Effect: 'Allow',
        ...all,
        Resource: 'arn:aws:s3:::box/*',
        Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } },
      },
      /public policies are blocked/,
    ],
    ['for another bucket', { ...allow, Resource: 'arn:aws:s3:::other/*' }, /invalid resource/],
    [
      'for nobody',
      { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::box/*' },
      /must contain principals/,
    ],
    [
      'with what the lab does not know',
      { ...allow, Principal: { Federated: 'x' }, Resource: 'arn:aws:s3:::box/*' },
      /knows no principal Federated/,
    ],
  ] as const)('%s is refused', (_what, statement, why) => expect(read(statement)).toThrow(why));

  test('for everybody of one organisation is not public', () => {
    const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };
    expect(read({ Effect: 'Allow', ...all, Resource: 'arn:aws:s3:::box/*', Condition })).not.toThrow();
  });
});
