// The ledger counts every instance once, and refuses to show a sum that is wrong.
import type { Snapshot, Target } from '@bongsu/core';
import { coverageStates, neverSent } from '@bongsu/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CoverageFault, coverageLedger, ledgerStates } from './ledger.ts';

function instance(index: number, accountId: string): Snapshot['instances'][number] {
  const instanceId = `i-${index.toString(16).padStart(17, '0')}`;
  return {
    accountId,
    region: index % 2 ? 'us-east-1' : 'ap-northeast-2',
    instanceId,
    state: 'running',
    name: '',
    tags: {},
    imageId: '',
    instanceType: '',
    launchedAt: null,
    privateIp: '',
    platformDetails: 'Linux/UNIX',
    node: null,
    nodeKnown: true,
  };
}

function snapshot(instances: Snapshot['instances'], gaps: Snapshot['gaps'] = []): Snapshot {
  return { snapshotId: 's', takenAt: '2026-01-01T00:00:00.000Z', accounts: [], places: [], instances, gaps };
}

function target(of: Snapshot['instances'][number], state: Target['state']): Target {
  const { accountId, region, instanceId } = of;
  const rest = { ...neverSent, campaignId: 'c', name: '', runId: `r-${instanceId}`, detail: '' };
  return {
    ...rest,
    accountId,
    region,
    instanceId,
    phase: 'ended',
    state,
  };
}

it('sums to the inventory whatever the states are', () => {
  const states = fc.array(fc.constantFrom(null, ...coverageStates), { maxLength: 60 });
  fc.assert(
    fc.property(states, (drawn) => {
      const instances = drawn.map((_, index) => instance(index, index % 3 ? '111111111111' : '222222222222'));
      const ledger = coverageLedger(
        snapshot(instances),
        instances.map((one, index) => target(one, drawn[index] ?? null)),
      );
      const sum = ledgerStates.reduce((total, state) => total + ledger.states[state], 0);
      expect(sum).toBe(instances.length);
      expect(ledger.total).toBe(instances.length);
      expect(ledger.rows.reduce((total, row) => total + row.total, 0)).toBe(instances.length);
    }),
  );
});

it('refuses a target too few, too many, or twice', () => {
  const [a, b] = [instance(0, '111111111111'), instance(1, '111111111111')];
  const seen = snapshot([a, b]);
  expect(() => coverageLedger(seen, [target(a, 'assessed')])).toThrow(CoverageFault);
  expect(() => coverageLedger(snapshot([a]), [target(a, 'assessed'), target(b, 'assessed')])).toThrow(CoverageFault);
  expect(() => coverageLedger(snapshot([a]), [target(a, 'assessed'), target(a, 'failed')])).toThrow(CoverageFault);
});

it('counts unreadable places apart from the sum', () => {
  const gap = {
    region: null,
    call: 'sts:AssumeRole',
    code: 'AccessDenied',
    message: '',
    missingPermission: 'sts:AssumeRole',
  };
  const seen = snapshot(
    [instance(0, '111111111111')],
    [
      { ...gap, accountId: '333333333333' },
      { ...gap, accountId: null },
    ],
  );
  const ledger = coverageLedger(seen, [target(seen.instances[0] as never, 'assessed')]);
  expect(ledger.total).toBe(1);
  expect(ledger.unreadable.map((place) => place.accountId)).toEqual([null, '333333333333']);
});
