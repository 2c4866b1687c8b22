// State Manager: finds, makes, mends and removes the association of a recurring check, and reads back how it ran on each node.
import type * as Sdk from '@aws-sdk/client-ssm';
import type {
  AssociationOrder,
  AssociationRun,
  Associations,
  AssociationSeen,
  Clock,
  Gap,
  Instant,
  Place,
  Seen,
} from '@bongsu/core';
import { associationDrift } from './association-drift.ts';
import { isOurs, requestOf } from './association-request.ts';
import { gapAt, gapOf, pages, translated, type Tell, type Where } from './call.ts';
import type { Clients } from './clients.ts';
import { recurringDocumentName } from './document-calls.ts';
import { documentKeep } from './document.ts';
import type { Sessions } from './session.ts';

/** Made in each account where an association stands. */
export const calls = [
  'ssm:ListAssociations',
  'ssm:DescribeAssociation',
  'ssm:CreateAssociation',
  'ssm:UpdateAssociation',
  'ssm:DeleteAssociation',
  'ssm:DescribeAssociationExecutions',
  'ssm:DescribeAssociationExecutionTargets',
] as const;
type Call = (typeof calls)[number];

/** Items a page: the service's maximum. */
const pageSize = 50;
/** Executions that one look goes into: every node that appears has one of its own. */
const executionsMax = 200;

export function openAssociations(clients: Clients, sessions: Sessions, clock: Clock): Associations {
  return {
    document: (region, content, shareWith) =>
      documentKeep(clients, sessions, clock, region, content, shareWith, recurringDocumentName),
    find: (place, asked) => find(clients, place, asked),
    create: (place, order) => create(clients, place, order),
    update: (place, associationId, order) => update(clients, place, associationId, order),
    remove: (place, associationId) => remove(clients, place, associationId),
    runs: (place, associationId, since) => runs(clients, place, associationId, since),
  };
}

const at = (call: Call, place: Place): Where => ({ call, accountId: place.accountId, region: place.region });

async function find(
  clients: Clients,
  place: Place,
  { name, known, order }: Parameters<Associations['find']>[1],
): Promise<Seen<AssociationSeen>> {
  const where = at('ssm:ListAssociations', place);
  const sdk = await import('@aws-sdk/client-ssm');
  const listed = await pages<Sdk.Association>(where, async (token) => {
    const client = await clients.ssm(place);
    const AssociationFilterList = [{ key: 'AssociationName' as const, value: name }];
    const page = await client.send(new sdk.ListAssociationsCommand({ AssociationFilterList, ...paged(token) }));
    return { items: page.Associations, next: page.NextToken };
  });
  const named = translated(listed, where, ({ AssociationId }, tell) => {
    if (AssociationId === undefined) tell('MalformedItem', 'an association without an id');
    return AssociationId ?? null;
  });
  const items: AssociationSeen[] = [];
  const gaps = [...named.gaps];
  // Parameters stand in the description alone.
  for (const AssociationId of new Set([...named.items, ...(known === null ? [] : [known])])) {
    const here = at('ssm:DescribeAssociation', place);
    try {
      const client = await clients.ssm(place);
      const { AssociationDescription: is } = await client.send(new sdk.DescribeAssociationCommand({ AssociationId }));
      if (is?.Date === undefined) gaps.push(gapAt(here, 'MalformedAnswer', 'the answer describes no association'));
      // Whoever gave another document's association our name keeps it.
      else if (AssociationId === known || isOurs(is.Name))
        items.push({
          associationId: AssociationId,
          createdAt: is.Date.toISOString(),
          drift: order === null ? [] : associationDrift(is, requestOf(order)),
        });
    } catch (error) {
      const gap = gapOf(error, here);
      // Removed: long since, or between the two calls.
      if (gap.code !== 'AssociationDoesNotExist') gaps.push(gap);
    }
  }
  return { items: items.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)), gaps };
}

function paged(token: string | undefined): { MaxResults: number; NextToken?: string } {
  return { MaxResults: pageSize, ...(token === undefined ? {} : { NextToken: token }) };
}

async function create(clients: Clients, place: Place, order: AssociationOrder): Promise<string | Gap> {
  const where = at('ssm:CreateAssociation', place);
  try {
    const { CreateAssociationCommand } = await import('@aws-sdk/client-ssm');
    // The same request twice would be two associations.
    const client = await clients.ssmOnce(place);
    const { AssociationDescription: made } = await client.send(new CreateAssociationCommand(requestOf(order)));
    return made?.AssociationId ?? gapAt(where, 'MalformedAnswer', 'the answer names no association');
  } catch (error) {
    return gapOf(error, where);
  }
}

async function update(
  clients: Clients,
  place: Place,
  associationId: string,
  order: AssociationOrder,
): Promise<string | Gap> {
  const where = at('ssm:UpdateAssociation', place);
  try {
    const { UpdateAssociationCommand } = await import('@aws-sdk/client-ssm');
    const client = await clients.ssm(place);
    await client.send(new UpdateAssociationCommand({ AssociationId: associationId, ...requestOf(order) }));
    return associationId;
  } catch (error) {
    return gapOf(error, where);
  }
}

async function remove(clients: Clients, place: Place, associationId: string): Promise<string | Gap> {
  const where = at('ssm:DeleteAssociation', place);
  try {
    const { DeleteAssociationCommand } = await import('@aws-sdk/client-ssm');
    const client = await clients.ssm(place);
    await client.send(new DeleteAssociationCommand({ AssociationId: associationId }));
    return associationId;
  } catch (error) {
    const gap = gapOf(error, where);
    return gap.code === 'AssociationDoesNotExist' ? associationId : gap;
  }
}

async function runs(
  clients: Clients,
  place: Place,
  AssociationId: string,
  since: Instant,
): Promise<Seen<AssociationRun> | null> {
  const where = at('ssm:DescribeAssociationExecutions', place);
  const sdk = await import('@aws-sdk/client-ssm');
  // The filter is exclusive.
  const Value = new Date(Date.parse(since) - 1).toISOString();
  const Filters = [{ Key: 'CreatedTime' as const, Type: 'GREATER_THAN' as const, Value }];
  const listed = await pages<Sdk.AssociationExecution>(where, async (token) => {
    const client = await clients.ssm(place);
    const page = await client.send(
      new sdk.DescribeAssociationExecutionsCommand({ AssociationId, Filters, ...paged(token) }),
    );
    return { items: page.AssociationExecutions, next: page.NextToken };
  });
  if (listed.gaps.some((gap) => gap.code === 'AssociationDoesNotExist')) return null;
  const executions = translated(listed, where, executionOf);
  const newest = [...executions.items].sort((a, b) => (a.startedAt > b.startedAt ? -1 : 1));
  const gaps = [...executions.gaps];
  if (newest.length > executionsMax)
    gaps.push(gapAt(where, 'TooMany', `${newest.length} executions, of which the newest ${executionsMax} were read`));
  const items: AssociationRun[] = [];
  for (const execution of newest.slice(0, executionsMax)) {
    const seen = await runsOf(clients, place, AssociationId, execution);
    items.push(...seen.items);
    gaps.push(...seen.gaps);
  }
  return { items, gaps };
}

type Execution = Pick<AssociationRun, 'executionId' | 'startedAt'>;

function executionOf({ ExecutionId, CreatedTime }: Sdk.AssociationExecution, tell: Tell): Execution | null {
  if (ExecutionId !== undefined && CreatedTime !== undefined)
    return { executionId: ExecutionId, startedAt: CreatedTime.toISOString() };
  tell('MalformedItem', 'an execution without id or time');
  return null;
}

async function runsOf(
  clients: Clients,
  place: Place,
  AssociationId: string,
  execution: Execution,
): Promise<Seen<AssociationRun>> {
  const where = at('ssm:DescribeAssociationExecutionTargets', place);
  const { DescribeAssociationExecutionTargetsCommand } = await import('@aws-sdk/client-ssm');
  const raw = await pages<Sdk.AssociationExecutionTarget>(where, async (token) => {
    const client = await clients.ssm(place);
    const asked = { AssociationId, ExecutionId: execution.executionId, ...paged(token) };
    const page = await client.send(new DescribeAssociationExecutionTargetsCommand(asked));
    return { items: page.AssociationExecutionTargets, next: page.NextToken };
  });
  return translated(raw, where, ({ ResourceId, Status, DetailedStatus, OutputSource: by }, tell) => {
    if (ResourceId === undefined) tell('MalformedItem', 'a target without an id');
    if (ResourceId === undefined) return null;
    const commandId = by?.OutputSourceType === 'RunCommand' ? (by.OutputSourceId ?? null) : null;
    return {
      ...execution,
      instanceId: ResourceId,
      status: Status ?? '',
      statusDetails: DetailedStatus ?? '',
      commandId,
    };
  });
}
