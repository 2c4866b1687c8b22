// Each word of State Manager has its state, and what it does not say is no end.
import { expect, test } from 'vitest';
import { associationEnd } from './association-state.ts';

test.each([
  ['Success', 'Success', 'no-result'],
  ['Failed', 'Failed', 'failed'],
  ['Failed', 'Delivery Timed Out', 'timed-out'],
  ['Failed', 'Undeliverable', 'undeliverable'],
  ['Failed', 'InvalidPlatform', 'platform-unsupported'],
  ['TimedOut', 'ExecutionTimedOut', 'timed-out'],
  ['Skipped', '', 'platform-unsupported'],
  ['Pending', 'Pending', undefined],
  ['InProgress', 'InProgress', undefined],
  ['', '', undefined],
  ['Unheard', 'Unheard', undefined],
])('%s (%s) is %s', (status, statusDetails, state) => {
  const run = {
    executionId: 'e',
    instanceId: 'i-1',
    startedAt: '2026-03-01T00:00:00Z',
    status,
    statusDetails,
    commandId: null,
  };
  expect(associationEnd(run)?.state).toBe(state);
});
