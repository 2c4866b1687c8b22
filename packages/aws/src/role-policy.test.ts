// The policies of role delivery: one key room for each instance, whoever's bucket, partition or evidence stands beside.
import { expect, test } from 'vitest';
import { permissionsCentral } from './permissions.ts';
import { permissionsInstance, rolePolicyOfBucket } from './role-policy.ts';
import type { AwsSettings } from './settings.ts';

const settings: AwsSettings = {
  ...{ accounts: { kind: 'organization' }, roleName: 'bongsu/Member', externalId: 'x-1', regions: 'enabled' },
  ...{ bucket: { name: 'exchange', region: 'ap-northeast-2' }, centralRegion: 'ap-northeast-2' },
};
const central = { accountId: '999900001111', partition: 'aws' };
const own = 'arn:aws:s3:::exchange/role/*/${ec2:SourceInstanceARN}/*';
const of = (change: Partial<AwsSettings>, partition = 'aws') =>
  rolePolicyOfBucket({ ...settings, ...change }, { ...central, partition }, { accountIds: ['111122223333'] }).Statement;

test('the bucket lets instances of these accounts, or of the organisation, write below their own ARN alone', () => {
  const [allow] = of({});
  expect(allow).toMatchObject({
    Effect: 'Allow',
    Principal: { AWS: ['arn:aws:iam::111122223333:root'] },
    Resource: [own],
  });
  const [wide] = rolePolicyOfBucket(settings, central, { organizationId: 'o-1' }).Statement;
  expect(wide).toMatchObject({
    Principal: '*',
    Condition: { Null: { 'ec2:SourceInstanceARN': 'false' }, StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
  });
});

test('evidence that lies apart in the same bucket may be written by an instance that runs Bongsu, and nothing else', () => {
  const exempt = (name: string, prefix: string) =>
    of({ evidence: { bucket: { name, region: 'ap-northeast-2' }, prefix } }).find((one) => one.NotResource)
      ?.NotResource;
  const usual = [own, 'arn:aws:s3:::exchange/v1/*'];
  expect(exempt('exchange', 'evidence/')).toEqual([...usual, 'arn:aws:s3:::exchange/evidence/*']);
  // These would take the refusal's sense away.
  for (const [name, prefix] of [
    ['exchange', ''],
    ['exchange', 'role/x/'],
    ['audit', 'evidence/'],
  ] as const)
    expect(exempt(name, prefix)).toEqual(usual);
});

test('the partition is the account’s', () => {
  expect(of({}, 'aws-cn').flatMap((one) => [...(one.Resource ?? []), ...(one.NotResource ?? [])])).toSatisfy(
    (all: string[]) => all.every((arn) => arn.startsWith('arn:aws-cn:s3:::exchange/')),
  );
});

test('an instance needs one right, and the central principal two more to look', () => {
  expect(permissionsInstance(settings, central).Statement).toEqual([
    { Effect: 'Allow', Action: ['s3:PutObject'], Resource: [own] },
  ]);
  const actions = (change: Partial<AwsSettings>) =>
    permissionsCentral({ ...settings, ...change }, central).Statement.flatMap((one) => one.Action);
  const more = actions({ roleDelivery: true }).filter((one) => !actions({}).includes(one));
  expect(more.sort()).toEqual(['s3:GetBucketOwnershipControls', 's3:GetBucketPolicy']);
});

test('where associations are kept, instances may also get the scripts of recurring checks, and no other object', () => {
  const scripts = ['arn:aws:s3:::exchange/v1/a-*/script/*'];
  expect(of({ associations: true }).filter((one) => one.Action.includes('s3:GetObject'))).toMatchObject([
    { Effect: 'Allow', Resource: scripts, Condition: { Null: { 'ec2:SourceInstanceARN': 'false' } } },
  ]);
  expect(of({}).filter((one) => one.Action.includes('s3:GetObject'))).toEqual([]);
  expect(permissionsInstance({ ...settings, associations: true }, central).Statement).toEqual([
    { Effect: 'Allow', Action: ['s3:PutObject'], Resource: [own] },
    { Effect: 'Allow', Action: ['s3:GetObject'], Resource: scripts },
  ]);
});
