// The queue of events: receives and removes messages, each read at the wall.
import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import type { EventQueue, Gap, QueueMessage, Region } from '@bongsu/core';
import { gapAt, gapOf, type Where } from './call.ts';
import { clean } from './fault.ts';
import { eventRead } from './event-read.ts';

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

/** `answerSeconds`: how long the client waits for an answer, which a long poll must not outlast. */
export function openQueue(
  url: string,
  { accountId, region }: QueueName,
  client: () => Promise<SQSClient>,
  answerSeconds: number,
): EventQueue {
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
        return { messages: (answer.Messages ?? []).map(messageOf), gap: null };
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
  };
}

/** A message without an id or a receipt cannot be told apart or removed: it is refused for what it says. */
function messageOf(raw: Message): QueueMessage {
  return {
    messageId: raw.MessageId ?? '',
    receipt: raw.ReceiptHandle ?? '',
    receives: Number(raw.Attributes?.ApproximateReceiveCount ?? 1) || 1,
    content: contentOf(raw.Body ?? ''),
  };
}

const excerptLength = 200;

function contentOf(body: string): QueueMessage['content'] {
  const read = eventRead(body);
  if (typeof read !== 'string') return read === null ? { kind: 'ignored' } : { kind: 'event', event: read };
  return { kind: 'refused', reason: read, excerpt: clean(body.slice(0, excerptLength)) };
}
