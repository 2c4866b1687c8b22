// Keys of role delivery: each leads to its host and its run, and none that looks like another's is taken for it.
import { neverSent, type Exchange, type Target } from '@bongsu/core';
import { expect, it } from 'vitest';
import { placeFolder, runOf } from '../campaign-keys.ts';
import { defaultLimits } from '../plan.ts';
import { role } from './role.ts';

const [accountId, region, instanceId] = ['200000000000', 'ap-northeast-2', 'i-0123456789abcdef0'];
const batch = 'b-01234567890123456789';
const target: Target = {
  ...{ ...neverSent, campaignId: 'c1', accountId, region, instanceId, name: '', detail: '', state: null },
  ...{ runId: `${batch}-${instanceId}`, phase: 'sent' },
};
const folder = (account = accountId, id = instanceId, partition = 'aws', place = region): string =>
  `role/c1/${accountId}/${region}/arn:${partition}:ec2:${place}:${account}:instance/${id}`;
const own = `${folder()}/${target.runId}.tar.gz`;

it('knows the key that a host was given, and finds it by campaign and place', () => {
  expect(role.ownsKey(target, own)).toBe(true);
  expect(role.ownsKey(target, own.replace('arn:aws:', 'arn:aws-cn:'))).toBe(true);
  expect([runOf(own), role.hostOfKey(own)]).toEqual([target.runId, role.hostOf(target)]);
  expect(own.startsWith(`${role.root('c1')}${placeFolder(target)}`)).toBe(true);
});

it.each([
  ['another instance', `${folder(accountId, 'i-0fedcba9876543210')}/${target.runId}.tar.gz`],
  ['another account’s instance', `${folder('300000000000')}/${target.runId}.tar.gz`],
  ['another Region’s instance', `${folder(accountId, instanceId, 'aws', 'us-east-1')}/${target.runId}.tar.gz`],
  ['another run', `${folder()}/${batch.replace('9', '8')}-${instanceId}.tar.gz`],
  ['a folder below its own', `${folder()}/x/${target.runId}.tar.gz`],
  // What the pattern of the policy would let another instance write: its own ARN stands behind.
  [
    'an instance behind it',
    `${folder()}/${folder(accountId, 'i-0fedcba9876543210').split('/').slice(4).join('/')}/${target.runId}.tar.gz`,
  ],
  ['another campaign', own.replace('role/c1/', 'role/c2/')],
  ['another mode', own.replace('role/c1/', 'v1/c1/results/')],
  ['something before it', `x/${own}`],
  ['something behind it', `${own}.tar.gz`],
])('does not take for it the key of %s', (_what, key) => expect(role.ownsKey(target, key)).toBe(false));

it('gives a late result of an earlier attempt to the host that wrote it', () => {
  const late = `${folder()}/b-99999999999999999999-${instanceId}.tar.gz`;
  expect([role.ownsKey(target, late), role.hostOfKey(late)]).toEqual([false, role.hostOf(target)]);
});

it('sends no secret but the script’s URL, and the place of results percent-encoded as it is signed', async () => {
  const address = {
    url: 'https://box.s3.ap-northeast-2.amazonaws.com/',
    region,
    ownerId: '100000000000',
    partition: 'aws',
  };
  const exchange = {
    scriptUrl: async (key: string) => `signed:${key}`,
    objectAddress: async () => address,
  } as unknown as Exchange;
  const campaign = { campaignId: 'c1', plan: { limits: defaultLimits, scriptSha256: 'a'.repeat(64) } };
  type Campaign = Parameters<typeof role.parameters>[0];
  expect(await role.parameters(campaign as Campaign, [target], exchange)).toEqual({
    RunId: batch,
    ScriptUrl: `signed:v1/c1/script/${'a'.repeat(64)}.sh`,
    ScriptSha256: 'a'.repeat(64),
    ResultUrl: `${address.url}${folder().replace(instanceId, '').replaceAll(':', '%3A')}`,
    ResultRegion: region,
    ResultOwner: '100000000000',
    ResultBytes: String(defaultLimits.resultBytes),
  });
});
