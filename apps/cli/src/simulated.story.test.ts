// A campaign over simulated hosts in virtual time, every trouble among them: the ledger says of each host what really happened to it.
import { hostChecks, system } from '@bongsu/catalog';
import { openAws } from '@bongsu/aws';
import type { Coverage } from '@bongsu/engines';
import { collect, defaultLimits, planCampaign, planStore, runCampaign, storePorts } from '@bongsu/flow';
import type { HostTruth, Lab, SimulatedFate } from '@bongsu/lab';
import { driveTime, fleetWorld, startLab, troubles } from '@bongsu/lab';
import type { Target } from '@bongsu/core';
import type { Store } from '@bongsu/store';
import { storeOpen } from '@bongsu/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fateStates } from './testing/fates.ts';
import { labSettings } from './testing/lab-settings.ts';
import { unsigned, untold } from './testing/unsigned.ts';
import { pointSdkAt, realIds } from './wire.ts';

const instances = 280;
let lab: Lab;
let store: Store;
let coverage: Coverage;
let targets: readonly Target[];
let truth: readonly HostTruth[];
let virtualSeconds: number;

beforeAll(async () => {
  store = await storeOpen({ directory: 'memory' });
  const world = fleetWorld(instances, 6, {
    ...{ simulated: true, skew: 0.5, faults: 0.02, regions: ['ap-northeast-2', 'us-east-1'] },
    roots: ['amazon-linux-2023-tidy', 'ubuntu-22-04-neglected'],
  });
  lab = await startLab({ world, virtualFrom: new Date('2031-05-01T00:00:00Z') });
  const time = driveTime(lab);
  const { clock } = time;
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  const aws = await openAws(labSettings(lab), clock);
  const progress = (): void => {};
  const content = { checks: hostChecks, system };
  const ports = {
    ...aws,
    ...storePorts(store),
    ...untold,
    signing: unsigned,
    clock,
    ids: realIds,
    progress,
  };
  const snapshot = await collect(ports);
  const order = { ...content, snapshot, exclusions: [], limits: defaultLimits };
  const planned = await planCampaign(order, ports);
  await planStore(planned, store);
  const began = lab.clock.now();
  coverage = await runCampaign(planned.campaign.campaignId, content, ports);
  virtualSeconds = (lab.clock.now() - began) / 1000;
  targets = await store.targetList(planned.campaign.campaignId);
  truth = lab.truth();
  time.stop();
}, 240_000);
afterAll(async () => {
  await lab.close();
  await store.close();
});

it('accounts for every host, once', () => {
  expect(coverage.total).toBe(instances);
  expect(Object.values(coverage.states).reduce((sum, count) => sum + count, 0)).toBe(instances);
  expect(coverage.states.pending).toBe(0);
  expect(truth.length).toBe(instances);
});

it.each(['well', ...troubles] as const)('says the truth of hosts that are %s', (fate) => {
  const stateOf = new Map(targets.map((target) => [target.instanceId, target.state]));
  const hosts = truth.filter((one) => one.fate === fate);
  expect(hosts.length).toBeGreaterThanOrEqual(fate === 'well' ? 150 : 5);
  for (const { instanceId } of hosts) expect(stateOf.get(instanceId)).toMatch(fateStates[fate]);
});

it('ran no host twice, and none whose agent took nothing', () => {
  for (const { runs, commands, fate } of truth) {
    const unreached = fate === 'offline' || fate === 'never-delivered' || fate === 'undeliverable';
    expect([fate, commands.length, runs.length]).toEqual(unreached ? [fate, 0, 0] : [fate, 1, 1]);
  }
});

it('let no second upload and no oversized one into the bucket', () => {
  const uploads = (fate: SimulatedFate): string =>
    [...new Set(truth.filter((one) => one.fate === fate).map((one) => one.uploads.join()))].join(' ');
  expect(uploads('uploads-twice')).toBe('200,412');
  expect(uploads('uploads-too-much')).toBe('403');
  expect(uploads('uploads-nothing')).toBe('');
  expect(uploads('well')).toBe('200');
});

it('took the time its limits give to the hosts that never answered, and not of this machine', () => {
  const { deliverySeconds, executionSeconds } = defaultLimits;
  expect(virtualSeconds).toBeGreaterThan(deliverySeconds + executionSeconds);
  expect(virtualSeconds).toBeLessThan(3600);
});
