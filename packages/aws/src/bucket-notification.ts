// What lets S3 tell a queue of results: the two documents that set it up, and whether the bucket was given its own.
import type { GetBucketNotificationConfigurationCommandOutput as Notification } from '@aws-sdk/client-s3';
import { resultKeys } from '@bongsu/core';
import type { Question } from './bucket.ts';
import { queueArnOf } from './queue.ts';
import type { Identity } from './session.ts';
import type { AwsSettings } from './settings.ts';

export const calls = ['s3:GetBucketNotification'] as const;

const everyWrite = 's3:ObjectCreated:*';
/** The writes by which results come: a signed PUT, a signed form. */
const ourWrites = ['s3:ObjectCreated:Put', 's3:ObjectCreated:Post'];

export interface ResultQueueSetup {
  /** The queue's own policy: this bucket may send to it, and nobody on another's behalf. */
  readonly queuePolicy: object;
  /** For PutBucketNotificationConfiguration. */
  readonly bucketNotification: object;
}

/** null where the settings name no queue. Both conditions: a bucket's name may become another account's (S3 user guide, granting permissions). */
export function resultQueueSetup(
  settings: AwsSettings,
  { accountId, partition }: Pick<Identity, 'accountId' | 'partition'>,
): ResultQueueSetup | null {
  const { resultQueueUrl, bucket, centralRegion } = settings;
  if (resultQueueUrl === undefined) return null;
  const queue = queueArnOf(resultQueueUrl, centralRegion, partition);
  const Condition = {
    ArnEquals: { 'aws:SourceArn': `arn:${partition}:s3:::${bucket.name}` },
    StringEquals: { 'aws:SourceAccount': accountId },
  };
  const statement = {
    ...{ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sqs:SendMessage' },
    ...{ Resource: queue, Condition },
  };
  const QueueConfigurations = prefixesOf(settings).map((prefix) => {
    const FilterRules = [
      { Name: 'prefix', Value: prefix },
      { Name: 'suffix', Value: resultKeys.suffix },
    ];
    const Id = `bongsu-results-${prefix.slice(0, -1)}`;
    return { Id, QueueArn: queue, Events: [everyWrite], Filter: { Key: { FilterRules } } };
  });
  return {
    queuePolicy: { Version: '2012-10-17', Statement: [statement] },
    bucketNotification: { QueueConfigurations },
  };
}

function prefixesOf({ roleDelivery }: AwsSettings): readonly string[] {
  return roleDelivery ? [resultKeys.prefix, resultKeys.rolePrefix] : [resultKeys.prefix];
}

/** A question of the bucket's examination; none where the settings name no queue. */
export function notificationQuestions(settings: AwsSettings): readonly Question[] {
  const { resultQueueUrl, centralRegion } = settings;
  if (resultQueueUrl === undefined) return [];
  const question: Question = {
    check: 'notification',
    call: calls[0],
    ask: async ({ client, sdk, bucket }) =>
      told(
        await client.send(new sdk.GetBucketNotificationConfigurationCommand(bucket)),
        // Of any partition: a bucket can name queues of its own alone.
        queueArnOf(resultQueueUrl, centralRegion, ''),
        prefixesOf(settings),
      ),
    no: ['NoSuchBucket'],
  };
  return [question];
}

function told(
  { QueueConfigurations = [], EventBridgeConfiguration }: Notification,
  queue: string,
  prefixes: readonly string[],
): { ok: boolean; detail: string } {
  const own = QueueConfigurations.filter((one) => one.QueueArn?.replace(/^arn:[a-z-]+:/, 'arn::') === queue);
  const covers = prefixes.every((prefix) =>
    own.some(({ Events = [], Filter }) => {
      const rule = (name: string): string =>
        Filter?.Key?.FilterRules?.find((one) => one.Name?.toLowerCase() === name)?.Value ?? '';
      const all =
        Events.some((one) => one === everyWrite) || ourWrites.every((name) => Events.some((one) => one === name));
      return all && prefix.startsWith(rule('prefix')) && resultKeys.suffix.endsWith(rule('suffix'));
    }),
  );
  if (covers) return { ok: true, detail: own.map((one) => one.Id ?? '').join(', ') };
  // Whether a rule of EventBridge goes on to the queue is that rule's own affair.
  if (EventBridgeConfiguration !== undefined) return { ok: true, detail: 'through EventBridge' };
  const why = own.length > 0 ? 'tells the queue of other objects' : 'tells the queue nothing';
  return { ok: false, detail: `${why}: "bongsu doctor --policies" prints what to set` };
}
