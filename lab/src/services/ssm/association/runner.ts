// Applies associations: at once, by schedule, and to every matching node that appears or comes back.
import type { RunDocument, StepStatus } from '../../../agent/contract.ts';
import { freshUuid } from '../../../world/seeded.ts';
import type { Estate } from '../../estate.ts';
import { isManaged, takesMessages } from '../../host.ts';
import type { Host } from '../../host.ts';
import { countOf } from '../command.ts';
import { commandOfRun } from './run-command.ts';
import { usableDocument, usableVersion } from '../document-find.ts';
import { checkedParameters } from '../parameters.ts';
import { isTargeted } from '../targets.ts';
import { isDone } from './association.ts';
import type { Association, Execution, ExecutionTarget, TargetStatus } from './association.ts';

export interface AssociationRunner {
  /** Runs it on all nodes it targets now. */
  start(association: Association): Execution;
  /** Sets the clock for its next run by schedule. */
  plan(association: Association): void;
  /** Looks whether a host that may be new, or back, has something to do. */
  nudge(host: Host): void;
  /** Stops everything that runs. */
  close(): Promise<void>;
}

const ends: Readonly<Record<StepStatus, TargetStatus>> = {
  Success: 'Success',
  Skipped: 'Success',
  Failed: 'Failed',
  TimedOut: 'TimedOut',
  Cancelled: 'Failed',
};

/** Executions kept of an association; older ones are forgotten. */
const executionsMax = 100;

/** A runner over all places of an estate, whose associations it finds there. */
export function createAssociationRunner(estate: Estate, run: RunDocument): AssociationRunner {
  const { clock, seeded } = estate;
  const stop = new AbortController();
  const running = new Set<Promise<void>>();

  const perform = async (execution: Execution, target: ExecutionTarget): Promise<void> => {
    const { association } = execution;
    const { accountId, region, definition } = association;
    const place = { accountId, region };
    const document = usableDocument(estate, place, definition.name);
    // Of a document that another account shares always the default version, whatever was asked for (API reference, CreateAssociation).
    const own = document.ownerId === accountId || document.ownerId === '';
    const version = usableVersion(document, place, own ? definition.documentVersion : '$DEFAULT');
    const parameters = checkedParameters(version.content, definition.parameters);
    const invocation = commandOfRun(estate, association, target.host, version, parameters);
    const { commandId } = invocation.command;
    target.commandId = commandId;
    const result = await run(
      {
        ...{ ...place, commandId, instanceId: target.host.instanceId, documentName: definition.name, parameters },
        documentContent: version.content.raw,
      },
      { onStep: (step) => invocation.steps.set(step.name, step), signal: stop.signal },
    );
    for (const step of result.steps) invocation.steps.set(step.name, step);
    target.status = ends[result.status];
    invocation.status = result.status === 'Skipped' ? 'Success' : result.status;
    invocation.details = result.status === 'TimedOut' ? 'ExecutionTimedOut' : invocation.status;
    invocation.trace = result.trace;
  };
  const performed = async (execution: Execution, target: ExecutionTarget): Promise<void> => {
    try {
      await perform(execution, target);
    } catch {
      // Not a gap: a document that is gone, or does not take the parameters any more, fails on the node.
      target.status = 'Failed';
    }
    target.at = clock.now();
    pump(execution);
  };
  const begin = (execution: Execution, target: ExecutionTarget): void => {
    target.status = 'InProgress';
    target.at = clock.now();
    const done = performed(execution, target).finally(() => running.delete(done));
    running.add(done);
  };
  /** Begins what waits for a host that listens, as far as MaxConcurrency allows. */
  const pump = (execution: Execution): void => {
    if (stop.signal.aborted) return;
    const all = [...execution.targets.values()];
    const { maxConcurrency } = execution.association.definition;
    const places = countOf(maxConcurrency, all.length, 1) - all.filter((one) => one.status === 'InProgress').length;
    const ready = all.filter((one) => one.status === 'Pending' && takesMessages(one.host));
    for (const target of ready.slice(0, Math.max(0, places))) begin(execution, target);
  };
  const execute = (association: Association, hosts: readonly Host[]): Execution => {
    const execution: Execution = {
      executionId: freshUuid(seeded, 'execution'),
      ...{ association, version: association.version, createdAt: clock.now() },
      targets: new Map(
        hosts.map((host) => [host.instanceId, { host, commandId: null, status: 'Pending', at: clock.now() }]),
      ),
    };
    association.executions.push(execution);
    association.executions.splice(0, association.executions.length - executionsMax);
    // After the answer to whoever asked.
    clock.at(clock.now(), () => pump(execution));
    return execution;
  };
  const hostsOf = ({ accountId, region, definition }: Association): Host[] =>
    [...estate.place(accountId, region).hosts.values()].filter(
      (host) => isManaged(host) && isTargeted(host, definition.targets),
    );
  const start = (association: Association): Execution => execute(association, hostsOf(association));
  const plan = (association: Association): void => {
    association.cancel();
    const next = association.definition.schedule?.(clock.now()) ?? null;
    if (next === null) return;
    association.cancel = clock.at(next, () => {
      start(association);
      plan(association);
    });
  };

  return {
    start,
    plan,
    nudge: (host) => {
      if (!takesMessages(host)) return;
      for (const association of estate.place(host.accountId, host.region).associations.values()) {
        const met = association.executions.filter((one) => one.targets.has(host.instanceId));
        for (const execution of met) {
          const target = execution.targets.get(host.instanceId);
          if (target && !isDone(target)) pump(execution);
        }
        const { targets, onlyAtInterval } = association.definition;
        if (met.length === 0 && !onlyAtInterval && isTargeted(host, targets)) execute(association, [host]);
      }
    },
    close: async () => {
      stop.abort();
      await Promise.all(running);
    },
  };
}
