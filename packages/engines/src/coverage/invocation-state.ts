// What an ended invocation without a result says of its target.
import type { CoverageState, Invocation } from '@bongsu/core';
import { exitMeaning } from '../host-script/exit-meaning.ts';

export interface TargetEnd {
  readonly state: CoverageState;
  readonly detail: string;
}

/**
 * The end state of a command that left no result; null while it may still run.
 * Source: Systems Manager User Guide, "Understanding command statuses"; StatusDetails come with and without spaces.
 */
export function invocationEnd(invocation: Invocation): TargetEnd | null {
  const details = invocation.statusDetails.replaceAll(' ', '');
  switch (invocation.status) {
    case 'Success':
      return invocation.steps.length > 0 &&
        invocation.steps.every((step) => step.status === 'Skipped' || step.name === 'cleanup')
        ? { state: 'platform-unsupported', detail: 'every step was skipped' }
        : { state: 'no-result', detail: 'the command succeeded, no result arrived' };
    case 'TimedOut':
      if (details === 'DeliveryTimedOut') return { state: 'timed-out', detail: 'delivery' };
      return { state: 'timed-out', detail: `execution${stepOf(invocation, 'TimedOut')}` };
    case 'Cancelled':
      return { state: 'failed', detail: details === 'Terminated' ? 'terminated by the service' : 'cancelled' };
    case 'Failed':
      if (details === 'Undeliverable' || details === 'AccessDenied') return { state: 'undeliverable', detail: details };
      if (details === 'InvalidPlatform') return { state: 'platform-unsupported', detail: details };
      if (details === 'DeliveryTimedOut') return { state: 'timed-out', detail: 'delivery' };
      return { state: 'failed', detail: failedStep(invocation) };
    default:
      return null;
  }
}

function failedStep(invocation: Invocation): string {
  const step = invocation.steps.find((one) => one.status === 'Failed' || one.status === 'TimedOut');
  const meaning = step ? exitMeaning(step.name, step.exitCode) : null;
  return step
    ? `step ${step.name}, exit code ${step.exitCode}${meaning === null ? '' : `: ${meaning}`}`
    : `${invocation.statusDetails || invocation.status}, no step named`;
}

function stepOf(invocation: Invocation, status: string): string {
  const step = invocation.steps.find((one) => one.status === status);
  return step ? ` (step ${step.name})` : '';
}
