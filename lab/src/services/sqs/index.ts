// SQS in the lab: the queues of the world, as those who work on their messages see them.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Handlers, Shape } from '../../endpoint/contract.ts';
import { refuseUnread } from '../constraint.ts';
import type { Estate } from '../estate.ts';
import type { PlacedQueue, Post } from './post.ts';
import { retentionSeconds } from './queue.ts';
import type { Received } from './queue.ts';

/** SQS API reference: ReceiveMessage, SendMessage, and the batch requests; a message is at most 1 MiB since 2025. */
const limits = { messages: 10, waitSeconds: 20, hiddenSeconds: 43_200, bodyBytes: 1_048_576, batch: 10 } as const;
const hiddenSecondsUsual = 30;

const invalid = (message: string): AwsError => new AwsError('InvalidParameterValue', message, 400);

function within(value: unknown, name: string, max: number, min = 0): void {
  if (value === undefined) return;
  if (typeof value === 'number' && value >= min && value <= max) return;
  throw invalid(`Value ${String(value)} for parameter ${name} is invalid. Reason: Must be between ${min} and ${max}.`);
}

/** The handlers; whom a queue serves the guard has decided. */
export function sqsHandlers(estate: Estate, post: Post): Handlers {
  const { clock, activity } = estate;

  const queueOf = (input: Shape, call: Call): PlacedQueue => {
    const [accountId = '', name = ''] = String(input.QueueUrl).split('/').slice(-2);
    const placed = post.find(accountId, call.region, name);
    if (!placed) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return placed;
  };
  const view = ({ message, receiptHandle }: Received, names: readonly string[]): Shape => {
    const attributes: Readonly<Record<string, string>> = {
      SenderId: message.senderId,
      SentTimestamp: String(message.sentAt),
      ApproximateReceiveCount: String(message.receiveCount),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    };
    const asked = Object.entries(attributes).filter(([name]) => names.includes('All') || names.includes(name));
    return {
      MessageId: message.messageId,
      ReceiptHandle: receiptHandle,
      MD5OfBody: message.md5,
      Body: message.body,
      Attributes: asked.length > 0 ? Object.fromEntries(asked) : undefined,
    };
  };
  const badHandle = (handle: unknown): AwsError =>
    new AwsError(
      'ReceiptHandleIsInvalid',
      `The input receipt handle "${String(handle)}" is not a valid receipt handle.`,
    );

  return {
    GetQueueUrl: (input, call) => {
      const owner = input.QueueOwnerAWSAccountId ?? call.accountId;
      const { accountId, spec } = queueOf({ QueueUrl: `${owner}/${input.QueueName}` }, call);
      return { QueueUrl: `http://${call.headers.host}/${accountId}/${spec.name}` };
    },

    GetQueueAttributes: (input, call) => {
      const { spec, arn, policy, createdAt, queue } = queueOf(input, call);
      const { visible, hidden, delayed } = queue.counts();
      const known: Readonly<Record<string, string>> = {
        ApproximateNumberOfMessages: String(visible),
        ApproximateNumberOfMessagesNotVisible: String(hidden),
        ApproximateNumberOfMessagesDelayed: String(delayed),
        CreatedTimestamp: String(Math.floor(createdAt / 1000)),
        LastModifiedTimestamp: String(Math.floor(createdAt / 1000)),
        VisibilityTimeout: String(spec.visibilitySeconds ?? hiddenSecondsUsual),
        MaximumMessageSize: String(limits.bodyBytes),
        MessageRetentionPeriod: String(retentionSeconds),
        DelaySeconds: '0',
        ReceiveMessageWaitTimeSeconds: '0',
        QueueArn: arn,
        Policy: policy,
        SqsManagedSseEnabled: 'true',
      };
      const names: string[] = input.AttributeNames ?? [];
      const unknown = names.find((name) => name !== 'All' && !Object.hasOwn(known, name));
      if (unknown !== undefined) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
      const asked = Object.entries(known).filter(([name]) => names.includes('All') || names.includes(name));
      return { Attributes: Object.fromEntries(asked) };
    },

    SendMessage: (input, call) => {
      const { queue } = queueOf(input, call);
      refuseUnread(input, ['MessageAttributes', 'MessageSystemAttributes', 'MessageGroupId', 'MessageDeduplicationId']);
      within(input.DelaySeconds, 'DelaySeconds', 900);
      const bytes = Buffer.byteLength(String(input.MessageBody ?? ''));
      if (bytes < 1) throw new AwsError('MissingParameter', 'The request must contain the parameter MessageBody.', 400);
      if (bytes > limits.bodyBytes) {
        throw invalid(
          `One or more parameters are invalid. Reason: Message must be shorter than ${limits.bodyBytes} bytes.`,
        );
      }
      const delay = 1000 * (input.DelaySeconds ?? 0);
      const { messageId, md5 } = queue.send(input.MessageBody, call.identity.accessKeyId, delay);
      return { MessageId: messageId, MD5OfMessageBody: md5 };
    },

    ReceiveMessage: async (input, call) => {
      const { queue, spec } = queueOf(input, call);
      within(input.MaxNumberOfMessages, 'MaxNumberOfMessages', limits.messages, 1);
      within(input.VisibilityTimeout, 'VisibilityTimeout', limits.hiddenSeconds);
      within(input.WaitTimeSeconds, 'WaitTimeSeconds', limits.waitSeconds);
      const waitSeconds: number = input.WaitTimeSeconds ?? 0;
      const endsAt = clock.now() + 1000 * waitSeconds;
      const hidden = 1000 * (input.VisibilityTimeout ?? spec.visibilitySeconds ?? hiddenSecondsUsual);
      const take = (): readonly Received[] => queue.receive(input.MaxNumberOfMessages ?? 1, hidden);
      let taken = take();
      // Of several who wait, one gets the message and the others go on waiting.
      while (taken.length === 0 && clock.now() < endsAt && !post.isClosed()) {
        await activity.parked(queue.wait(endsAt - clock.now()));
        taken = take();
      }
      const names: string[] = [...(input.MessageSystemAttributeNames ?? []), ...(input.AttributeNames ?? [])];
      return { Messages: taken.length > 0 ? taken.map((one) => view(one, names)) : undefined };
    },

    ChangeMessageVisibility: (input, call) => {
      const { queue } = queueOf(input, call);
      within(input.VisibilityTimeout, 'VisibilityTimeout', limits.hiddenSeconds);
      if (!queue.hide(input.ReceiptHandle, 1000 * input.VisibilityTimeout)) {
        throw new AwsError('MessageNotInflight', 'The specified message is not in flight.');
      }
    },

    DeleteMessage: (input, call) => {
      const { queue } = queueOf(input, call);
      if (!queue.delete(input.ReceiptHandle)) throw badHandle(input.ReceiptHandle);
    },

    DeleteMessageBatch: (input, call) => {
      const { queue } = queueOf(input, call);
      const entries: Shape[] = input.Entries ?? [];
      if (entries.length === 0) throw new AwsError('EmptyBatchRequest', 'There should be at least one entry.');
      if (entries.length > limits.batch) {
        throw new AwsError(
          'TooManyEntriesInBatchRequest',
          `Maximum number of entries per request are ${limits.batch}.`,
        );
      }
      if (new Set(entries.map((entry) => entry.Id)).size < entries.length) {
        throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
      }
      const done = entries.map(({ Id, ReceiptHandle }) => ({
        Id,
        ReceiptHandle,
        deleted: queue.delete(ReceiptHandle),
      }));
      return {
        Successful: done.filter((one) => one.deleted).map(({ Id }) => ({ Id })),
        Failed: done
          .filter((one) => !one.deleted)
          .map(({ Id, ReceiptHandle }) => {
            const { code, message } = badHandle(ReceiptHandle);
            return { Id, SenderFault: true, Code: code, Message: message };
          }),
      };
    },
  };
}
