// Sessions: one AssumeRole for each account and hour, cut down to the declared calls; a denied one is the account's gap.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memberCalls } from './permissions.ts';
import {
  cannedEndpoint,
  central,
  json,
  member,
  openCanned,
  region,
  sessionAnswer,
  xmlError,
} from './testing/canned-endpoint.ts';
import type { CannedEndpoint } from './testing/canned-endpoint.ts';

let endpoint: CannedEndpoint;
beforeEach(async () => {
  endpoint = await cannedEndpoint(process.env);
  endpoint.on('DescribeInstanceInformation', json({ InstanceInformationList: [] }));
});
afterEach(() => endpoint.close());

const place = { accountId: member, region };
const asked = (operation: string) => endpoint.asked.filter((one) => one.operation === operation);

test('asks for the role once, with external id, name, one hour and the declared calls only', async () => {
  const { estate } = await openCanned(endpoint);
  await Promise.all([estate.nodes(place), estate.nodes(place), estate.nodes({ ...place, region: 'us-east-1' })]);
  await estate.nodes(place);
  expect(asked('AssumeRole')).toHaveLength(1);
  const request = new URLSearchParams(asked('AssumeRole')[0]?.body);
  expect(Object.fromEntries(request)).toMatchObject({
    RoleArn: `arn:aws:iam::${member}:role/BongsuMember`,
    ExternalId: 'external-1',
    RoleSessionName: 'bongsu',
    DurationSeconds: '3600',
  });
  const policy = JSON.parse(request.get('Policy') ?? '{}') as { Statement: { Action: string[] }[] };
  expect(policy.Statement.flatMap((statement) => statement.Action).sort()).toEqual([...memberCalls].sort());
  expect(asked('DescribeInstanceInformation').map((one) => one.signer)).toEqual(Array(4).fill('ASIAMEMBER'));
});

test('renews a session that is about to end', async () => {
  const { estate } = await openCanned(endpoint);
  endpoint.on('AssumeRole', sessionAnswer('ASIAOLD', '2026-01-01T00:03:20.000Z'), sessionAnswer('ASIANEW'));
  await estate.nodes(place);
  await estate.nodes(place);
  await estate.nodes(place);
  expect(asked('AssumeRole').length).toBeLessThanOrEqual(2);
  expect(asked('DescribeInstanceInformation').at(-1)?.signer).toBe('ASIANEW');
});

test('uses the central account without a role', async () => {
  const { estate } = await openCanned(endpoint);
  expect(await estate.nodes({ accountId: central, region })).toEqual({ items: [], gaps: [] });
  expect(asked('AssumeRole')).toEqual([]);
  expect(asked('DescribeInstanceInformation')[0]?.signer).toBe('AKIACENTRAL');
});

test('a denied role is a gap of the account, and is tried again later', async () => {
  const { estate } = await openCanned(endpoint);
  const message = `User: arn:aws:iam::${central}:role/Central is not authorized to perform: sts:AssumeRole on resource: x`;
  endpoint.on('AssumeRole', xmlError('AccessDenied', message), sessionAnswer('ASIALATER'));
  const gap = {
    accountId: member,
    region: null,
    call: 'sts:AssumeRole',
    code: 'AccessDenied',
    message,
    missingPermission: 'sts:AssumeRole',
  };
  expect(await estate.nodes(place)).toEqual({ items: [], gaps: [gap] });
  expect(await estate.nodes(place)).toEqual({ items: [], gaps: [] });
});

test('an answer without credentials is no session', async () => {
  const { estate } = await openCanned(endpoint);
  endpoint.on('AssumeRole', { body: '<AssumeRoleResponse/>' });
  expect((await estate.nodes(place)).gaps).toMatchObject([{ call: 'sts:AssumeRole', code: 'MalformedAnswer' }]);
});

test('nobody signed in: the gap names the identity, and the identity is asked for again', async () => {
  const aws = await openCanned(endpoint);
  const found = {
    body: '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws-cn:iam::1:user/a</Arn><Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
  };
  endpoint.on('GetCallerIdentity', xmlError('ExpiredToken'), found);
  await expect(aws.identity()).rejects.toMatchObject({
    code: 'no-session',
    gap: { accountId: null, code: 'ExpiredToken' },
  });
  expect(await aws.identity()).toEqual({ accountId: '1', arn: 'arn:aws-cn:iam::1:user/a', partition: 'aws-cn' });
});
