// A queue: receives and removes messages, each read at the wall.
import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import type {
  EventMatter,
  EventQueue,
  Gap,
  MessageContent,
  MessageQueue,
  QueueMessage,
  Region,
  ResultQueue,
  WrittenMatter,
} from '@bongsu/core';
import { gapAt, gapOf, type Where } from './call.ts';
import { eventRead } from './event-read.ts';
import { clean } from './fault.ts';
import { writtenRead } from './written-read.ts';

/** DeleteMessageBatch is allowed by `sqs:DeleteMessage` (Service Authorization Reference, Amazon SQS). */
export const calls = ['sqs:ReceiveMessage', 'sqs:DeleteMessage'] as const;

/** Both limits are SQS's own (API reference, ReceiveMessage and DeleteMessageBatch). */
const messagesMax = 10;
const waitSecondsMax = 20;

export interface QueueName {
  readonly accountId: string;
  readonly name: string;
  /** Where the address itself does not say. */
  readonly region: Region;
}

/** `https://sqs.<region>.amazonaws.com[.cn]/<account>/<name>`; other hosts (an endpoint of one's own) name no Region. */
export function queueNameOf(url: string, otherwise: Region): QueueName {
  const { hostname, pathname } = new URL(url);
  const [accountId = '', name = ''] = pathname.split('/').slice(-2);
  const region = /^(?:sqs\.)?([a-z]{2}(?:-[a-z]+)+-\d)\.(?:queue\.)?(?:amazonaws|api\.aws)/.exec(hostname)?.[1];
  return { accountId, name, region: region ?? otherwise };
}

export function queueArnOf(url: string, otherwise: Region, partition: string): string {
  const { accountId, name, region } = queueNameOf(url, otherwise);
  return `arn:${partition}:sqs:${region}:${accountId}:${name}`;
}

export interface QueueDoor {
  readonly url: string;
  readonly name: QueueName;
  readonly client: () => Promise<SQSClient>;
  /** How long the client waits for an answer, which a long poll must not outlast. */
  readonly answerSeconds: number;
}

/** What EventBridge tells of instances. */
export function openEventQueue(door: QueueDoor): EventQueue {
  return openQueue<EventMatter>(door, (body) => {
    const read = eventRead(body);
    if (typeof read === 'string') return refused(read, body);
    return read === null ? { kind: 'ignored' } : { kind: 'event', event: read };
  });
}

/** What S3 tells of objects of this bucket. */
export function openResultQueue(door: QueueDoor, bucket: string): ResultQueue {
  return openQueue<WrittenMatter>(door, (body) => {
    const read = writtenRead(body);
    if (typeof read === 'string') return refused(read, body);
    if (read === null) return { kind: 'ignored' };
    const keys = read.flatMap((one) => (one.bucket === bucket ? [one.key] : []));
    return keys.length > 0 ? { kind: 'written', keys } : refused('an object of another bucket', body);
  });
}

function openQueue<Matter>(
  { url, name: { accountId, region }, client, answerSeconds }: QueueDoor,
  contentOf: (body: string) => MessageContent<Matter>,
): MessageQueue<Matter> {
  const where = (call: (typeof calls)[number]): Where => ({ call, accountId, region });
  return {
    url,
    receive: async (waitSeconds, signal) => {
      const { ReceiveMessageCommand } = await import('@aws-sdk/client-sqs');
      const command = new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: messagesMax,
        WaitTimeSeconds: Math.max(0, Math.floor(Math.min(waitSeconds, waitSecondsMax, answerSeconds - 5))),
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      });
      try {
        const answer = await (await client()).send(command, signal ? { abortSignal: signal } : {});
        return { messages: (answer.Messages ?? []).map((raw) => messageOf(raw, contentOf)), gap: null };
      } catch (error) {
        if (signal?.aborted) return { messages: [], gap: null };
        return { messages: [], gap: gapOf(error, where('sqs:ReceiveMessage')) };
      }
    },
    remove: async (receipts) => {
      const { DeleteMessageBatchCommand } = await import('@aws-sdk/client-sqs');
      const at = where('sqs:DeleteMessage');
      let gap: Gap | null = null;
      for (let start = 0; start < receipts.length; start += messagesMax) {
        const some = receipts.slice(start, start + messagesMax);
        const Entries = some.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle }));
        try {
          const answer = await (await client()).send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }));
          const [failed] = answer.Failed ?? [];
          if (failed) gap = gapAt(at, failed.Code ?? 'Unknown', failed.Message ?? 'a message was not deleted');
        } catch (error) {
          gap = gapOf(error, at);
        }
      }
      return gap;
    },
    examine: async () => {
      const { DeleteMessageCommand, ReceiveMessageCommand } = await import('@aws-sdk/client-sqs');
      const gaps: Gap[] = [];
      const attempt = async (call: (typeof calls)[number], make: (to: SQSClient) => Promise<unknown>) => {
        try {
          await make(await client());
        } catch (error) {
          const gap = gapOf(error, where(call));
          // The answer to a receipt that nobody was given, by one who may delete.
          if (gap.code !== 'ReceiptHandleIsInvalid') gaps.push(gap);
        }
      };
      // What is received is hidden from nobody.
      await attempt('sqs:ReceiveMessage', (to) =>
        to.send(new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 1, VisibilityTimeout: 0 })),
      );
      await attempt('sqs:DeleteMessage', (to) =>
        to.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: 'bongsu doctor' })),
      );
      return gaps;
    },
  };
}

/** A message without an id or a receipt cannot be told apart or removed: it is refused for what it says. */
function messageOf<Matter>(raw: Message, contentOf: (body: string) => MessageContent<Matter>): QueueMessage<Matter> {
  return {
    messageId: raw.MessageId ?? '',
    receipt: raw.ReceiptHandle ?? '',
    receives: Number(raw.Attributes?.ApproximateReceiveCount ?? 1) || 1,
    content: contentOf(raw.Body ?? ''),
  };
}

const excerptLength = 200;

function refused(reason: string, body: string) {
  return { kind: 'refused', reason, excerpt: clean(body.slice(0, excerptLength)) } as const;
}
