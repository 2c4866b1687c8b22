// What State Manager's word of an association's run on one node says of a target that gave no result.
import type { AssociationRun } from '@bongsu/core';
import type { TargetEnd } from './invocation-state.ts';

/**
 * The end state of a run that left no result; null while it may still go on. Which step failed only its command tells (`invocationEnd`).
 * Source: Systems Manager API Reference, AssociationExecutionTarget; details are those of Run Command ("Understanding command statuses").
 */
export function associationEnd({ status, statusDetails }: AssociationRun): TargetEnd | null {
  const details = statusDetails.replaceAll(' ', '');
  switch (status) {
    case 'Success':
      return { state: 'no-result', detail: 'the association succeeded, no result arrived' };
    case 'Skipped':
      return { state: 'platform-unsupported', detail: 'the association was skipped' };
    case 'TimedOut':
      return { state: 'timed-out', detail: details === 'DeliveryTimedOut' ? 'delivery' : 'execution' };
    case 'Failed':
      if (details === 'Undeliverable' || details === 'AccessDenied') return { state: 'undeliverable', detail: details };
      if (details === 'InvalidPlatform') return { state: 'platform-unsupported', detail: details };
      if (details === 'DeliveryTimedOut') return { state: 'timed-out', detail: 'delivery' };
      return { state: 'failed', detail: `the association: ${details || status}` };
    default:
      return null;
  }
}
