// The operations on associations: every limit of the request held, then the association made, changed, run or shown.
import { AwsError } from '../../../endpoint/contract.ts';
import type { Call, Handlers, Shape } from '../../../endpoint/contract.ts';
import { freshUuid } from '../../../world/seeded.ts';
import { refuseUnread, requireLength, requirePattern, requirePresent, requireRange } from '../../constraint.ts';
import type { Estate } from '../../estate.ts';
import { invalidNextToken, page } from '../../paging.ts';
import type { PageRequest } from '../../paging.ts';
import { usableDocument, usableVersion } from '../document-find.ts';
import { checkedParameters } from '../parameters.ts';
import { requireTargets } from '../targets.ts';
import { associationItem, associationView, executionStatus, executionView, targetView } from './association.ts';
import type { Association, Definition, Execution } from './association.ts';
import type { AssociationRunner } from './runner.ts';
import { scheduleRead } from './schedule.ts';

/** 50 a page; StartAssociationsOnce takes 10 ids (API reference); 2,000 associations an account and Region (quota). */
const limits = { pageSize: 50, startOnce: 10, associations: 2000 } as const;
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const concurrencyPattern = /^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$/;

function definitionOf(estate: Estate, call: Call, input: Shape): Definition {
  refuseUnread(input, [
    ...['InstanceId', 'OutputLocation', 'AutomationTargetParameterName', 'CalendarNames', 'TargetLocations'],
    ...['ScheduleOffset', 'Duration', 'TargetMaps', 'AlarmConfiguration'],
  ]);
  requirePresent(input.Name, 'name');
  requirePattern(input.MaxConcurrency, 'maxConcurrency', concurrencyPattern);
  const targets: Shape[] = input.Targets ?? [];
  requireTargets(targets);
  const version = usableVersion(usableDocument(estate, call, input.Name), call, input.DocumentVersion);
  const parameters: Record<string, string[]> = input.Parameters ?? {};
  checkedParameters(version.content, parameters);
  const schedule = input.ScheduleExpression === undefined ? null : scheduleRead(String(input.ScheduleExpression));
  if (input.ScheduleExpression !== undefined && schedule === null) {
    throw new AwsError(
      'InvalidSchedule',
      'The schedule is invalid. Verify your cron or rate expression and try again.',
    );
  }
  return {
    name: input.Name,
    documentVersion: input.DocumentVersion ?? '$DEFAULT',
    ...{ parameters, targets, schedule },
    scheduleExpression: input.ScheduleExpression,
    onlyAtInterval: input.ApplyOnlyAtCronInterval === true,
    associationName: input.AssociationName,
    maxConcurrency: input.MaxConcurrency ?? '100%',
    maxErrors: input.MaxErrors,
  };
}

/** The value of each filter key that an association has. */
function isWanted(association: Association, { key, value }: Shape): boolean {
  const { definition, executions } = association;
  const last = executions.at(-1);
  switch (key) {
    case 'Name':
      return definition.name === value;
    case 'AssociationId':
      return association.associationId === value;
    case 'AssociationName':
      return definition.associationName === value;
    case 'AssociationStatusName':
      return (last === undefined ? 'Pending' : executionStatus(last)) === value;
    default:
      throw new AwsError('NotImplementedInLab', `The lab knows no association filter ${String(key)}.`, 501);
  }
}

/** Whether a filter of DescribeAssociationExecutions lets an execution through. */
function isAsked(execution: Execution, { Key, Type, Value }: Shape): boolean {
  const moment = Date.parse(String(Value));
  if (Key === 'CreatedTime' && Type === 'GREATER_THAN' && !Number.isNaN(moment)) return execution.createdAt > moment;
  throw new AwsError('NotImplementedInLab', `The lab knows no execution filter ${String(Key)} ${String(Type)}.`, 501);
}

function requestOf(input: Shape, call: Call): PageRequest {
  requireRange(input.MaxResults, 'maxResults', 1, limits.pageSize);
  const size = input.MaxResults ?? limits.pageSize;
  return { call, input, token: input.NextToken, size, refuse: invalidNextToken('InvalidNextToken') };
}

/** Sorts newer ones first. */
const newestFirst = (at: number, id: string): string => `${String(1e14 - at)} ${id}`;

/** The handlers. */
export function associationHandlers(estate: Estate, runner: AssociationRunner): Handlers {
  const all = (call: Call): Map<string, Association> => estate.place(call.accountId, call.region).associations;
  const find = (call: Call, id: unknown): Association => {
    requirePattern(id, 'associationId', idPattern);
    const found = all(call).get(String(id));
    if (!found) throw new AwsError('AssociationDoesNotExist', 'The specified association does not exist.');
    return found;
  };
  const executionOf = (call: Call, input: Shape): Execution => {
    const found = find(call, input.AssociationId).executions.find((one) => one.executionId === input.ExecutionId);
    if (!found) throw new AwsError('AssociationExecutionDoesNotExist', 'The specified execution ID does not exist.');
    return found;
  };
  const begin = (association: Association): void => {
    if (!association.definition.onlyAtInterval) runner.start(association);
    runner.plan(association);
  };

  return {
    CreateAssociation: (input, call) => {
      const definition = definitionOf(estate, call, input);
      if (all(call).size >= limits.associations) {
        throw new AwsError('AssociationLimitExceeded', 'You can have at most 2,000 active associations.');
      }
      const now = estate.clock.now();
      const association: Association = {
        associationId: freshUuid(estate.seeded, 'association'),
        ...{ accountId: call.accountId, region: call.region, createdAt: now, updatedAt: now, version: 1, definition },
        ...{ executions: [], cancel: () => undefined },
      };
      all(call).set(association.associationId, association);
      begin(association);
      return { AssociationDescription: associationView(association) };
    },

    UpdateAssociation: (input, call) => {
      const association = find(call, input.AssociationId);
      const same = { Name: association.definition.name, Targets: association.definition.targets };
      association.definition = definitionOf(estate, call, { ...same, ...input });
      association.version += 1;
      association.updatedAt = estate.clock.now();
      begin(association);
      return { AssociationDescription: associationView(association) };
    },

    DescribeAssociation: (input, call) => ({
      AssociationDescription: associationView(find(call, input.AssociationId)),
    }),

    DeleteAssociation: (input, call) => {
      const association = find(call, input.AssociationId);
      association.cancel();
      all(call).delete(association.associationId);
    },

    StartAssociationsOnce: (input, call) => {
      requireLength(input.AssociationIds, 'associationIds', limits.startOnce, 1);
      const found: Association[] = (input.AssociationIds ?? []).map((id: unknown) => find(call, id));
      found.forEach(runner.start);
    },

    ListAssociations: (input, call) => {
      const filters: Shape[] = input.AssociationFilterList ?? [];
      const found = [...all(call).values()].filter((one) => filters.every((filter) => isWanted(one, filter)));
      const keyOf = (one: Association): string => newestFirst(one.createdAt, one.associationId);
      const { items, next } = page(found, keyOf, requestOf(input, call));
      return { Associations: items.map(associationItem), NextToken: next };
    },

    DescribeAssociationExecutions: (input, call) => {
      const { executions } = find(call, input.AssociationId);
      const filters: Shape[] = input.Filters ?? [];
      const found = executions.filter((one) => filters.every((filter) => isAsked(one, filter)));
      const keyOf = (one: Execution): string => newestFirst(one.createdAt, one.executionId);
      const { items, next } = page(found, keyOf, requestOf(input, call));
      return { AssociationExecutions: items.map(executionView), NextToken: next };
    },

    DescribeAssociationExecutionTargets: (input, call) => {
      refuseUnread(input, ['Filters']);
      const execution = executionOf(call, input);
      const targets = [...execution.targets.values()];
      const { items, next } = page(targets, ({ host }) => host.instanceId, requestOf(input, call));
      return { AssociationExecutionTargets: items.map((one) => targetView(execution, one)), NextToken: next };
    },
  };
}
