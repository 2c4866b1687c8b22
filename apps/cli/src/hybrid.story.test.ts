// Hybrid nodes are hosts like any other: one that answers is assessed, one that is lost is offline, and the sum holds.
import { hybridNode, instance, memberRoles } from '@bongsu/lab';
import type { WorldSpec } from '@bongsu/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CoverageShown, Fleet } from './testing/fleet.ts';
import { fleetStart, sumOf } from './testing/fleet.ts';

const [central, plant, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
const [answers, lost] = [
  hybridNode(plant, 'idc-press', 'rocky-8-stock'),
  hybridNode(plant, 'idc-lathe', 'rocky-8-stock', { agent: 'offline' }),
];
const world: WorldSpec = {
  ...{ name: 'plant', centralAccountId: central, regions: [region], bucket: { name: 'plant-exchange', region } },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: {} },
    {
      ...{ accountId: plant, name: 'plant', roles: memberRoles(central) },
      regions: { [region]: [instance(plant, 'web', 'ubuntu-22-04-tidy'), answers, lost] },
    },
  ],
};

let fleet: Fleet;
beforeAll(async () => {
  fleet = await fleetStart({ world });
}, 60_000);
afterAll(() => fleet.close());

it('checks what answers, accounts for what is lost, and asks nothing more of AWS for it', async () => {
  const coverage = await fleet.json<CoverageShown>('campaign', 'run', '--yes');
  expect([coverage.total, sumOf(coverage.states)]).toEqual([3, 3]);
  const target = (id: string) => coverage.targets.find((one) => one.instanceId === id);
  expect(target(answers.instanceId)).toMatchObject({ name: 'idc-press' });
  expect(target(answers.instanceId)?.state).toMatch(/^(partly-)?assessed$/);
  expect(target(lost.instanceId)).toMatchObject({ name: 'idc-lathe', state: 'agent-offline' });
  const sends = fleet.lab.calls({ operation: 'SendCommand', status: '200' });
  expect(sends.length).toBe(2);
  expect(fleet.lab.calls({ operation: 'ListTagsForResource' })).toEqual([]);
});

it('shows a hybrid node in the inventory, its results and its page', async () => {
  const shown = await fleet.run('host', 'show', answers.instanceId);
  expect([shown.code, shown.stdout.includes('idc-press') || shown.stdout.includes(answers.instanceId)]).toEqual([
    0,
    true,
  ]);
  const { items } = await fleet.json<{ items: { instanceId?: string }[] }>('results');
  expect(items.length).toBeGreaterThan(100);
});
