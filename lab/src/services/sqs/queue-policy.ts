// What a queue's own policy says of the services of AWS that would put messages into it.
import { serviceContext } from '../policy/context.ts';
import { resourceAllows } from '../policy/decide.ts';
import type { Policy } from '../policy/statement.ts';

/** A service that sends on behalf of a resource. */
export interface Sender {
  readonly service: string;
  readonly sourceArn: string;
  readonly sourceAccount: string;
}

/** Whether a queue's policy lets a service put a message in. */
export function senderAllowed(
  policy: Policy,
  queueArn: string,
  { service, sourceArn, sourceAccount }: Sender,
): boolean {
  const context = serviceContext(service, sourceArn, sourceAccount);
  const asker = { kind: 'service', service } as const;
  return resourceAllows(policy, { action: 'sqs:SendMessage', resource: queueArn, context, asker }) !== null;
}

/** The policy that lets one service send on behalf of one resource. */
export function policyFor(service: string, sourceArn: string, queueArn: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: service },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': sourceArn } },
      },
    ],
  });
}
