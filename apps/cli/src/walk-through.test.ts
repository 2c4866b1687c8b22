// The policies that the pages show are those that the program generates.
import { policySet } from '@bongsu/aws';
import type { AwsSettings } from '@bongsu/aws';
import { labRoles } from '@bongsu/lab';
import { expect, it } from 'vitest';
import { blocksOf } from './testing/pages.ts';

const [central, region] = ['100000000001', 'ap-northeast-2'];
const organization = { organizationId: 'o-a1b2c3d4e5' };
const settings: AwsSettings = {
  accounts: { kind: 'organization' },
  ...labRoles,
  regions: [region],
  bucket: { name: `bongsu-exchange-${central}`, region },
  centralRegion: region,
};
const who = { accountId: central, partition: 'aws', arn: `arn:aws:iam::${central}:user/bongsu` };
const shown = (page: string): unknown[] => blocksOf(page, 'json').map((block) => JSON.parse(block) as unknown);

it.each(['walk-through.md', 'walk-through.ko.md'])('%s', (page) => {
  const { central: own, member, memberTrust, buckets, queues, attach } = policySet(settings, who, organization);
  expect(shown(page)).toEqual([own, member, memberTrust, buckets, attach]);
  expect(queues).toEqual({});
});

it('the policy of the queue in workers.md', () => {
  const other = { ...who, accountId: '111111111111' };
  const queueUrl = `https://sqs.${region}.amazonaws.com/111111111111/bongsu-hosts`;
  const { queues } = policySet({ ...settings, queueUrl }, other);
  expect(shown('workers.md')).toContainEqual(Object.values(queues)[0]);
});

it('both languages show the same commands, events and configuration', () => {
  for (const language of ['jsonl', 'yaml'])
    expect(blocksOf('walk-through.ko.md', language)).toEqual(blocksOf('walk-through.md', language));
});
