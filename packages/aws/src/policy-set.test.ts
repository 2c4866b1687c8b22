// Each printed document says where it is put, and fits there.
import { expect, test } from 'vitest';
import { policySet, tooLong } from './policy-set.ts';
import type { AwsSettings } from './settings.ts';

const [central, audit, region] = ['999900001111', '444455556666', 'ap-northeast-2'];
const settings: AwsSettings = {
  ...{ accounts: { kind: 'organization' }, roleName: 'bongsu/Member', externalId: 'x-1', regions: 'enabled' },
  ...{ bucket: { name: 'exchange', region }, centralRegion: region },
};
const user = { accountId: central, partition: 'aws', arn: `arn:aws:iam::${central}:user/bongsu` };
const everything: AwsSettings = {
  ...{ ...settings, roleDelivery: true, associations: true, signingKeyArn: `arn:aws:kms:${region}:${audit}:key/k` },
  evidence: { bucket: { name: 'audit', region, accountId: audit }, prefix: 'evidence/', retentionDays: 30 },
  queueUrl: `https://sqs.${region}.amazonaws.com/${audit}/bongsu-hosts`,
  resultQueueUrl: `https://sqs.${region}.amazonaws.com/${central}/bongsu-results`,
};
/** Each as long as AWS's longest name of a Region. */
const regions = Array.from({ length: 30 }, (_, index) => `ap-southeast-${String(index).padStart(2, '0')}`);

test('names for each document, once, the resource and the account it is for', () => {
  const set = policySet(everything, user, { organizationId: 'o-abc' });
  expect(set.attach.map(({ policy, as, to, accounts }) => [policy, as, to, accounts])).toEqual([
    ['.central', 'managed-policy', user.arn, [central]],
    ['.member', 'inline-policy', 'arn:aws:iam::*:role/bongsu/Member', ['*']],
    ['.memberTrust', 'trust-policy', 'arn:aws:iam::*:role/bongsu/Member', ['*']],
    ['.instance', 'managed-policy', 'arn:aws:iam::*:instance-profile/*', ['*']],
    ['.evidenceRemoval', 'managed-policy', null, [audit]],
    ['.buckets["exchange"]', 'bucket-policy', 'arn:aws:s3:::exchange', [central]],
    ['.buckets["audit"]', 'bucket-policy', 'arn:aws:s3:::audit', [audit]],
    ...[`arn:aws:sqs:${region}:${audit}:bongsu-hosts`, `arn:aws:sqs:${region}:${central}:bongsu-results`].map((arn) => [
      `.queues["${arn}"]`,
      'queue-policy',
      arn,
      [arn.split(':')[4]],
    ]),
    ['.bucketNotification', 'bucket-notification', 'arn:aws:s3:::exchange', [central]],
  ]);
  const { attach, buckets, queues, ...others } = set;
  expect(attach).toHaveLength(Object.keys(others).length + Object.keys(buckets).length + Object.keys(queues).length);
});

test('names the role of a caller that is on one, and the listed accounts but the central one', () => {
  const arn = `arn:aws-cn:sts::${central}:assumed-role/Runner/i-1`;
  const listed = { ...settings, accounts: { kind: 'list', accountIds: [central, audit] } } as const;
  const [own, role] = policySet(listed, { ...user, partition: 'aws-cn', arn }).attach;
  expect([own?.to, role?.to, role?.accounts]).toEqual([
    `arn:aws-cn:iam::${central}:role/Runner`,
    'arn:aws-cn:iam::*:role/bongsu/Member',
    [audit],
  ]);
});

test('is in JSON what IAM knows, one shape throughout', () => {
  const { central: own, member, memberTrust, instance, evidenceRemoval, buckets, queues } = policySet(everything, user);
  const identities = [own, member, memberTrust, instance, evidenceRemoval].flatMap((one) => one ?? []);
  for (const policy of [...identities, ...Object.values(buckets), ...Object.values(queues)]) {
    expect(Object.keys(policy)).toEqual(['Version', 'Statement']);
    for (const statement of policy.Statement) {
      const known = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'NotResource', 'Condition'];
      expect(Object.keys(statement).filter((key) => !known.includes(key))).toEqual([]);
      expect([statement.Action].flat().length).toBeGreaterThan(0);
    }
    const sids = policy.Statement.flatMap((one) => ('Sid' in one ? one.Sid : []));
    expect(new Set(sids).size).toBe(sids.length);
    expect(sids.every((sid) => /^[A-Za-z0-9]+$/.test(sid))).toBe(true);
  }
  // SQS takes seven actions a statement, 20 statements and ten conditions (Amazon SQS Developer Guide, policy quotas).
  for (const { Statement } of Object.values(queues)) {
    expect(Statement.length).toBeLessThanOrEqual(20);
    for (const { Action } of Statement) expect([Action].flat().length).toBeLessThanOrEqual(7);
    expect(Statement.filter((one) => one.Condition).length).toBeLessThanOrEqual(10);
  }
});

test('fits where it is put with everything configured and thirty Regions named', () => {
  const set = policySet({ ...everything, regions }, user, { organizationId: 'o-a1b2c3d4e5' });
  expect(tooLong(set)).toEqual([]);
  const [own, role] = set.attach;
  expect([own, role].map((one) => [one?.characters, one?.charactersMax])).toEqual([
    [5_741, 6_144],
    [3_257, 10_240],
  ]);
});

test('says of what grew too long that AWS does not take it, with both numbers', () => {
  const accountIds = Array.from({ length: 400 }, (_, index) => String(100_000_000_000 + index));
  const long = tooLong(policySet({ ...everything, accounts: { kind: 'list', accountIds } }, user, { accountIds }));
  expect(long.map(({ policy, charactersMax }) => [policy, charactersMax])).toEqual([
    ['.central', 6_144],
    ['.buckets["exchange"]', 20_480],
  ]);
  expect(long.every(({ characters, charactersMax }) => characters > (charactersMax ?? 0))).toBe(true);
});
