// A small evaluator of queue policies: which AWS service and which other account may do what with a queue.
import { conditionsHold } from '../condition.ts';
import { globMatches } from '../glob.ts';

/** Who asks: a service on behalf of a resource, or a caller of another account. */
export type Asker =
  | { readonly service: string; readonly sourceArn: string; readonly sourceAccount: string }
  | { readonly accountId: string; readonly arn: string };

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function isPrincipal(principal: unknown, asker: Asker): boolean {
  if (principal === '*') return true;
  const named = recordOf(principal);
  if ('service' in asker) return listOf(named['Service']).includes(asker.service);
  const { accountId, arn } = asker;
  const own = ['*', accountId, `arn:aws:iam::${accountId}:root`, arn];
  return listOf(named['AWS']).some((one) => own.includes(one));
}

/** Whether a queue's policy lets somebody do something; a Deny wins over every Allow. */
export function queueAllows(policy: string, action: string, queueArn: string, asker: Asker): boolean {
  const raw = recordOf(JSON.parse(policy))['Statement'];
  const statements = (Array.isArray(raw) ? raw : [raw]).map(recordOf);
  const context = {
    'aws:SourceArn': 'service' in asker ? asker.sourceArn : undefined,
    'aws:SourceAccount': 'service' in asker ? asker.sourceAccount : undefined,
  };
  const speaking = statements.filter(
    (one) =>
      isPrincipal(one['Principal'], asker) &&
      listOf(one['Action']).some((pattern) => globMatches(pattern, action, true)) &&
      listOf(one['Resource']).some((pattern) => globMatches(pattern, queueArn)) &&
      conditionsHold(one['Condition'], context),
  );
  const says = (effect: string): boolean => speaking.some((one) => one['Effect'] === effect);
  return says('Allow') && !says('Deny');
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
