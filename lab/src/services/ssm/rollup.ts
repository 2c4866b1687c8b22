// A command's own status and counts, summed up from its invocations.
import { countOf, isEnded, isError } from './command.ts';
import type { Command, Invocation } from './command.ts';

export interface Rollup {
  readonly status: string;
  readonly details: string;
  readonly targetCount: number;
  readonly completedCount: number;
  readonly errorCount: number;
  readonly deliveryTimedOutCount: number;
}

/** Ends that say nothing of whether the command was a Success (Systems Manager user guide, command statuses). */
const silentDetails = new Set(['Undeliverable', 'Terminated']);

function openStatus(command: Command, all: readonly Invocation[]): string {
  if (command.cancelled) return 'Cancelling';
  return all.every((one) => one.status === 'Pending' || one.status === 'Delayed') ? 'Pending' : 'InProgress';
}

function endStatus(command: Command, all: readonly Invocation[], errors: number): readonly [string, string] {
  if (command.rateExceeded) return ['Failed', 'RateExceeded'];
  if (all.length === 0) return ['Success', 'NoInstancesInTag'];
  if (command.cancelled) return ['Cancelled', 'Cancelled'];
  if (errors > countOf(command.maxErrors, all.length, 0)) {
    const late = all.filter(isError).every((one) => one.details === 'ExecutionTimedOut');
    return late ? ['TimedOut', 'ExecutionTimedOut'] : ['Failed', 'Failed'];
  }
  const speaking = all.filter((one) => !silentDetails.has(one.details));
  if (speaking.length === 0) return ['Failed', 'Failed'];
  if (speaking.every((one) => one.status === 'Success')) return ['Success', 'Success'];
  if (speaking.every((one) => one.details === 'DeliveryTimedOut')) return ['TimedOut', 'DeliveryTimedOut'];
  return ['Failed', 'Incomplete'];
}

/** The command as its invocations stand now. Four Undeliverable and one Success make a Success. */
export function rollup(command: Command): Rollup {
  const all = [...command.invocations.values()];
  const done = all.filter(isEnded);
  const errorCount = all.filter(isError).length;
  const [status, details] =
    done.length < all.length
      ? [openStatus(command, all), openStatus(command, all)]
      : endStatus(command, all, errorCount);
  return {
    status,
    details,
    targetCount: all.length,
    completedCount: done.length,
    errorCount,
    deliveryTimedOutCount: all.filter((one) => one.details === 'DeliveryTimedOut').length,
  };
}
