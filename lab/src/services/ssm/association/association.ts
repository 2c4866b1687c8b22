// An association of a document with targets, its executions, and both as Systems Manager shows them.
import type { Shape } from '../../../endpoint/contract.ts';
import type { Host } from '../../host.ts';
import type { GivenParameters } from '../parameters.ts';
import type { Schedule } from './schedule.ts';

export type TargetStatus = 'Pending' | 'InProgress' | 'Success' | 'Failed' | 'TimedOut' | 'Skipped';

export interface ExecutionTarget {
  readonly host: Host;
  /** The command by which it runs; null until it does. */
  commandId: string | null;
  status: TargetStatus;
  at: number;
}

export interface Execution {
  readonly executionId: string;
  readonly association: Association;
  readonly version: number;
  readonly createdAt: number;
  readonly targets: Map<string, ExecutionTarget>;
}

/** What an update replaces as a whole: what it does not name is gone (API reference, UpdateAssociation). */
export interface Definition {
  readonly name: string;
  readonly documentVersion: string;
  readonly parameters: GivenParameters;
  readonly targets: readonly Shape[];
  readonly scheduleExpression: string | undefined;
  readonly schedule: Schedule | null;
  readonly onlyAtInterval: boolean;
  readonly associationName: string | undefined;
  readonly maxConcurrency: string;
  readonly maxErrors: string | undefined;
}

export interface Association {
  readonly associationId: string;
  readonly accountId: string;
  readonly region: string;
  readonly createdAt: number;
  updatedAt: number;
  version: number;
  definition: Definition;
  /** Oldest first. */
  readonly executions: Execution[];
  /** Takes the next run by schedule back. */
  cancel: () => void;
}

const ended: ReadonlySet<TargetStatus> = new Set(['Success', 'Failed', 'TimedOut', 'Skipped']);

export const isDone = ({ status }: ExecutionTarget): boolean => ended.has(status);

/** An execution's own status: the worst of its targets once all have ended. */
export function executionStatus({ targets }: Execution): string {
  const all = [...targets.values()];
  if (all.some((one) => !isDone(one))) return all.some((one) => one.status !== 'Pending') ? 'InProgress' : 'Pending';
  return all.some((one) => one.status === 'Failed' || one.status === 'TimedOut') ? 'Failed' : 'Success';
}

const lastRun = ({ executions }: Association): Execution | undefined => executions.at(-1);

function counts(targets: Iterable<ExecutionTarget>): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { status } of targets) found[status] = (found[status] ?? 0) + 1;
  return found;
}

function overview(association: Association): Shape {
  const last = lastRun(association);
  const status = last === undefined ? 'Pending' : executionStatus(last);
  return {
    Status: status,
    DetailedStatus: status,
    AssociationStatusAggregatedCount: last === undefined ? undefined : counts(last.targets.values()),
  };
}

const dateOf = (at: number | undefined): Date | undefined => (at === undefined ? undefined : new Date(at));

/** As ListAssociations shows it. */
export function associationItem(association: Association): Shape {
  const { definition } = association;
  return {
    Name: definition.name,
    AssociationId: association.associationId,
    AssociationVersion: String(association.version),
    AssociationName: definition.associationName,
    DocumentVersion: definition.documentVersion,
    Targets: definition.targets,
    ScheduleExpression: definition.scheduleExpression,
    LastExecutionDate: dateOf(lastRun(association)?.createdAt),
    Overview: overview(association),
  };
}

/** As CreateAssociation, UpdateAssociation and DescribeAssociation show it. */
export function associationView(association: Association): Shape {
  const { definition, executions } = association;
  const succeeded = executions.findLast((one) => executionStatus(one) === 'Success');
  return {
    ...associationItem(association),
    Date: new Date(association.createdAt),
    LastUpdateAssociationDate: new Date(association.updatedAt),
    LastSuccessfulExecutionDate: dateOf(succeeded?.createdAt),
    Parameters: definition.parameters,
    MaxConcurrency: definition.maxConcurrency,
    MaxErrors: definition.maxErrors,
    ApplyOnlyAtCronInterval: definition.onlyAtInterval,
  };
}

export function executionView(execution: Execution): Shape {
  const { association, executionId, version, createdAt, targets } = execution;
  const sums = Object.entries(counts(targets.values())).map(([status, count]) => `${status}=${count}`);
  return {
    AssociationId: association.associationId,
    AssociationVersion: String(version),
    ExecutionId: executionId,
    Status: executionStatus(execution),
    DetailedStatus: executionStatus(execution),
    CreatedTime: new Date(createdAt),
    LastExecutionDate: new Date(Math.max(createdAt, ...[...targets.values()].map((one) => one.at))),
    ResourceCountByStatus: `{${sums.join(', ')}}`,
  };
}

export function targetView(execution: Execution, { host, status, at, commandId }: ExecutionTarget): Shape {
  return {
    AssociationId: execution.association.associationId,
    AssociationVersion: String(execution.version),
    ExecutionId: execution.executionId,
    ResourceId: host.instanceId,
    ResourceType: 'ManagedInstance',
    Status: status,
    DetailedStatus: status,
    LastExecutionDate: new Date(at),
    OutputSource: commandId === null ? undefined : { OutputSourceType: 'RunCommand', OutputSourceId: commandId },
  };
}
