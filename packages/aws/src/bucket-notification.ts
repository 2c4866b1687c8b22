// What lets S3 tell a queue of results: what the bucket is to be given, and whether it was.
import type { GetBucketNotificationConfigurationCommandOutput as Notification } from '@aws-sdk/client-s3';
import { resultKeys } from '@bongsu/core';
import type { Question } from './bucket.ts';
import type { Central } from './policy.ts';
import { queueArnOf } from './queue.ts';
import type { AwsSettings } from './settings.ts';

export const calls = ['s3:GetBucketNotification'] as const;

const everyWrite = 's3:ObjectCreated:*';
/** The writes by which results come: a signed PUT, a signed form. */
const ourWrites = ['s3:ObjectCreated:Put', 's3:ObjectCreated:Post'];

/** For PutBucketNotificationConfiguration, which replaces what the bucket has; null where the settings name no queue. */
export function resultNotification(settings: AwsSettings, { partition }: Central): ResultNotification | null {
  const { resultQueueUrl, centralRegion } = settings;
  if (resultQueueUrl === undefined) return null;
  const queue = queueArnOf(resultQueueUrl, centralRegion, partition);
  const QueueConfigurations = prefixesOf(settings).map((prefix) => {
    const FilterRules = [
      { Name: 'prefix', Value: prefix },
      { Name: 'suffix', Value: resultKeys.suffix },
    ];
    const Id = `bongsu-results-${prefix.slice(0, -1)}`;
    return { Id, QueueArn: queue, Events: [everyWrite], Filter: { Key: { FilterRules } } };
  });
  return { QueueConfigurations };
}

export interface ResultNotification {
  readonly QueueConfigurations: readonly object[];
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
