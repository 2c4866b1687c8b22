// What an ended invocation without a result says.
import { expect, it } from 'vitest';
import { invocationEnd } from './invocation-state.ts';

const step = (name: string, status: string, exitCode = 0) => ({ name, status, exitCode, output: '' });
const of = (status: string, statusDetails: string, steps: ReturnType<typeof step>[] = []) =>
  invocationEnd({ commandId: 'c', instanceId: 'i', comment: '', status, statusDetails, steps });

it.each(['Pending', 'InProgress', 'Delayed', 'Cancelling', 'SomethingNew'])('%s has not ended', (status) =>
  expect(of(status, status)).toBeNull(),
);
it('success without a result is no success', () =>
  expect(of('Success', 'Success', [step('run', 'Success')])?.state).toBe('no-result'));
it('success with every step skipped did nothing', () =>
  expect(of('Success', 'Success', [step('download', 'Skipped'), step('cleanup', 'Success')])?.state).toBe(
    'platform-unsupported',
  ));
it('says what exit codes of our own steps mean, and nothing of those that may be a script’s', () => {
  const failed = (name: string, code: number) => of('Failed', 'Failed', [step(name, 'Failed', code)])?.detail;
  expect(failed('role', 15)).toBe('step role, exit code 15: the instance has no role, or the role no credentials');
  expect(failed('put', 26)).toBe('step put, exit code 26: the clock of the host is wrong');
  expect([failed('run', 15), failed('upload', 26)]).toEqual(['step run, exit code 15', 'step upload, exit code 26']);
});

it('names the failed step and its exit code', () =>
  expect(of('Failed', 'Failed', [step('download', 'Success'), step('run', 'Failed', 22)])).toEqual({
    state: 'failed',
    detail: 'step run, exit code 22',
  }));
it('tells delivery from execution', () => {
  expect(of('TimedOut', 'Delivery Timed Out')).toEqual({ state: 'timed-out', detail: 'delivery' });
  expect(of('TimedOut', 'ExecutionTimedOut', [step('run', 'TimedOut', 137)])).toEqual({
    state: 'timed-out',
    detail: 'execution (step run)',
  });
});
it('knows the undeliverable', () => {
  expect(of('Failed', 'Undeliverable')?.state).toBe('undeliverable');
  expect(of('Failed', 'Access Denied')?.state).toBe('undeliverable');
  expect(of('Failed', 'InvalidPlatform')?.state).toBe('platform-unsupported');
});
it('a cancelled command failed', () => {
  expect(of('Cancelled', 'Cancelled')?.state).toBe('failed');
  expect(of('Cancelled', 'Terminated')?.detail).toContain('terminated');
});
