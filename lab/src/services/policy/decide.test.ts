// The evaluation logic of IAM by a table of cases (IAM User Guide, "Policy evaluation logic", "Cross-account policy evaluation logic").
import { describe, expect, test } from 'vitest';
import { policyDecide, type Applying, type Asker } from './decide.ts';
import { policyRead } from './statement.ts';

const [home, abroad] = ['111122223333', '444455556666'];
const user: Asker = { kind: 'aws', arn: `arn:aws:iam::${home}:user/kim`, accountId: home };
const role = `arn:aws:iam::${home}:role/Audit`;
const session: Asker = { kind: 'aws', arn: `arn:aws:sts::${home}:assumed-role/Audit/kim`, accountId: home };
const service: Asker = { kind: 'service', service: 'events.amazonaws.com' };
const object = 'arn:aws:s3:::b/v1/x';

type Raw = Readonly<Record<string, unknown>>;
const policy = (...Statement: readonly Raw[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[] = '*',
  more: Raw = {},
): Raw => ({
  ...{ Effect: 'Allow', Action, Resource },
  ...more,
});
const deny = (Action: string, Resource = '*', more: Raw = {}): Raw => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
});
const to = (Principal: unknown, rest: Raw = allow('s3:GetObject')): Raw => ({ ...rest, Principal });
const every = policy(allow('*'));
const none = policy(allow('ec2:DescribeRegions'));

interface Case {
  readonly asker?: Asker;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string>>;
  readonly identity?: string;
  readonly session?: string;
  readonly boundary?: string;
  /** The policy of the resource; null where it has none. */
  readonly of?: string | null;
  readonly owner?: string;
}

function decided({ asker = user, action = 's3:GetObject', resource = object, context = {}, ...given }: Case): string {
  const read = (text: string | undefined) => (text === undefined ? undefined : policyRead(text));
  const { of, owner = home } = given;
  const held =
    of === undefined ? undefined : { ownerId: owner, policy: of === null ? null : policyRead(of, 'resource') };
  const applying: Applying = {
    ...{ identity: read(given.identity), session: read(given.session), boundary: read(given.boundary) },
    resource: held,
  };
  const keys = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  const said = policyDecide({ asker, action, resource, context: keys }, applying);
  return said.kind === 'allowed' ? said.kind : `${said.kind} ${said.by}`;
}

const table: readonly (readonly [string, Case, string])[] = [
  ['nothing says so', { identity: none }, 'implicit identity-based'],
  ['an Allow', { identity: every }, 'allowed'],
  ['a Deny wins, wherever it stands', { identity: policy(deny('s3:Get*'), allow('*')) }, 'explicit identity-based'],
  ['names of actions know no case', { identity: policy(allow('S3:getobject')) }, 'allowed'],
  ['ARNs do', { identity: policy(allow('s3:GetObject', 'arn:aws:s3:::B/v1/x')) }, 'implicit identity-based'],
  ['a star in an action', { identity: policy(allow('s3:Get*')) }, 'allowed'],
  ['a question mark is one character', { identity: policy(allow('s3:GetObjec??')) }, 'implicit identity-based'],
  ['a star in an ARN reaches over slashes', { identity: policy(allow('s3:*', 'arn:aws:s3:::b/*')) }, 'allowed'],
  ['a bucket is not its objects', { identity: policy(allow('s3:*', 'arn:aws:s3:::b')) }, 'implicit identity-based'],
  ['a dot is a dot', { identity: policy(allow('s3:*', 'arn:aws:s3:::b.v1/x')) }, 'implicit identity-based'],
  [
    'NotAction allows all others',
    { identity: policy({ Effect: 'Allow', NotAction: 's3:Put*', Resource: '*' }) },
    'allowed',
  ],
  [
    'NotAction and none of what it names',
    { identity: policy({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }) },
    'implicit identity-based',
  ],
  [
    'NotResource denies all others',
    { identity: policy(allow('*'), { Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::other/*' }) },
    'explicit identity-based',
  ],
  [
    'an action without resources is allowed on * alone',
    { action: 'ec2:DescribeInstances', resource: '*', identity: policy(allow('ec2:*', 'arn:aws:ec2:*:*:instance/*')) },
    'implicit identity-based',
  ],
  ['which it is', { action: 'ec2:DescribeInstances', resource: '*', identity: policy(allow('ec2:*')) }, 'allowed'],
  [
    'a condition that does not hold',
    { identity: policy(allow('*', '*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a' } } })) },
    'implicit identity-based',
  ],
  [
    'a variable in a resource',
    { identity: policy(allow('*', 'arn:aws:s3:::b/${aws:username}/*')), context: { 'aws:username': 'v1' } },
    'allowed',
  ],
  [
    'a variable with a star in it is text',
    { identity: policy(allow('*', 'arn:aws:s3:::b/${aws:username}/x')), context: { 'aws:username': '*' } },
    'implicit identity-based',
  ],
  ['a session policy limits', { asker: session, identity: every, session: none }, 'implicit session'],
  ['and gives nothing', { asker: session, identity: none, session: every }, 'implicit identity-based'],
  ['and denies', { asker: session, identity: every, session: policy(allow('*'), deny('s3:*')) }, 'explicit session'],
  ['a boundary limits', { identity: every, boundary: none }, 'implicit boundary'],
  ['and gives nothing', { identity: none, boundary: every }, 'implicit identity-based'],
  ['a boundary denies', { identity: every, boundary: policy(deny('s3:*'), allow('*')) }, 'explicit boundary'],

  // Within the account that owns the resource.
  ['a resource without a policy leaves it to the identity', { identity: every, of: null }, 'allowed'],
  ['a resource’s Allow is enough', { identity: none, of: policy(to({ AWS: user.arn })) }, 'allowed'],
  ['a resource’s Deny wins', { identity: every, of: policy(to('*', deny('s3:*'))) }, 'explicit resource-based'],
  [
    'the account lets its own policies decide',
    { identity: none, of: policy(to({ AWS: `arn:aws:iam::${home}:root` })) },
    'implicit identity-based',
  ],
  ['everybody is everybody', { identity: none, of: policy(to('*')) }, 'allowed'],
  ['another is not meant', { identity: none, of: policy(to({ AWS: role })) }, 'implicit identity-based'],
  ['a session by its role', { asker: session, identity: none, of: policy(to({ AWS: role })) }, 'allowed'],
  [
    'what names the role is limited by the session policy',
    { asker: session, identity: none, session: none, of: policy(to({ AWS: role })) },
    'implicit session',
  ],
  [
    'and by the boundary',
    { asker: session, identity: none, boundary: none, of: policy(to({ AWS: role })) },
    'implicit boundary',
  ],
  [
    'what names the session itself is not',
    { asker: session, identity: none, session: none, boundary: none, of: policy(to({ AWS: session.arn })) },
    'allowed',
  ],
  [
    'what names a user is not limited by its boundary',
    { identity: none, boundary: none, of: policy(to({ AWS: user.arn })) },
    'allowed',
  ],
  [
    'NotPrincipal denies all others',
    { identity: every, of: policy({ ...deny('s3:*'), NotPrincipal: { AWS: role } }) },
    'explicit resource-based',
  ],
  [
    'NotPrincipal and none of whom it names',
    { asker: session, identity: every, of: policy({ ...deny('s3:*'), NotPrincipal: { AWS: role } }) },
    'allowed',
  ],

  // Across accounts both must allow.
  [
    'another account’s resource without a policy',
    { identity: every, of: null, owner: abroad },
    'implicit resource-based',
  ],
  ['whose policy names the account', { identity: every, of: policy(to({ AWS: home })), owner: abroad }, 'allowed'],
  [
    'whose policy names the user, who may not',
    { identity: none, of: policy(to({ AWS: user.arn })), owner: abroad },
    'implicit identity-based',
  ],
  [
    'whose policy names the session, which may not',
    { asker: session, identity: every, session: none, of: policy(to({ AWS: session.arn })), owner: abroad },
    'implicit session',
  ],
  [
    'whose policy names another account',
    { identity: every, of: policy(to({ AWS: abroad })), owner: abroad },
    'implicit resource-based',
  ],
  [
    'whose policy asks for another organisation',
    {
      ...{ identity: every, owner: abroad, context: { 'aws:PrincipalOrgID': 'o-b' } },
      of: policy(to('*', allow('s3:*', '*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a' } } }))),
    },
    'implicit resource-based',
  ],

  // Services of AWS have no policies of their own.
  ['a service that is named', { asker: service, of: policy(to({ Service: 'events.amazonaws.com' })) }, 'allowed'],
  [
    'a service that is not',
    { asker: service, of: policy(to({ Service: 's3.amazonaws.com' })) },
    'implicit resource-based',
  ],
  [
    'no account is a service',
    { identity: none, of: policy(to({ Service: 'events.amazonaws.com' })) },
    'implicit identity-based',
  ],
];

test.each(table)('%s', (_what, given, expected) => {
  expect(decided(given)).toBe(expected);
});

describe('what breaks the grammar is refused', () => {
  const plain = allow('s3:GetObject');
  test.each([
    ['no JSON', '{', 'identity', /invalid Json/],
    ['no statement', '{"Version":"2012-10-17"}', 'identity', /Syntax/],
    ['another version', '{"Version":"2012-10-18","Statement":[]}', 'identity', /Syntax/],
    ['an effect of another case', policy({ ...plain, Effect: 'allow' }), 'identity', /Syntax/],
    ['an unknown element', policy({ ...plain, Conditions: {} }), 'identity', /unknown element Conditions/],
    ['an action without its service', policy(allow('GetObject')), 'identity', /vendor/],
    ['an action and a NotAction', policy({ ...plain, NotAction: 's3:Put*' }), 'identity', /Syntax/],
    ['no resource', policy({ Effect: 'Allow', Action: '*' }), 'identity', /must contain resources/],
    ['a principal in an identity’s policy', policy(to('*')), 'identity', /should not specify a principal/],
    ['no principal in a resource’s', policy(plain), 'resource', /must contain principals/],
    [
      'a part of a principal left open',
      policy(to({ AWS: 'arn:aws:iam::*:role/Audit' })),
      'resource',
      /Invalid principal/,
    ],
    ['a resource in a trust policy', policy(to('*')), 'trust', /prohibited field Resource/],
  ] as const)('%s', (_what, text, grammar, message) => {
    expect(() => policyRead(text, grammar)).toThrow(message);
  });
});
