// Plans by their delivery: what each refuses with its numbers, and what it says it will do.
import type { Instance, Snapshot } from '@bongsu/core';
import { expect, it } from 'vitest';
import { batchOf } from './delivery/batch-run.ts';
import { defaultLimits, planCampaign, type PlanOrder } from './plan.ts';

const instance = (index: number, change: Partial<Instance> = {}): Instance =>
  ({
    ...{ accountId: '200000000000', region: 'ap-northeast-2', instanceId: `i-${index.toString(16).padStart(17, '0')}` },
    ...{ name: '', state: 'running', platformDetails: 'Linux/UNIX', privateIp: null, launchedAt: null, tags: {} },
    ...{ nodeKnown: true, node: { pingStatus: 'Online', platformType: 'Linux' } },
    ...(change as object),
  }) as unknown as Instance;

let drawn = 0;
const ids = { random: (length: number) => String((drawn += 1)).padStart(length, '0') };
const system = {
  name: 'system',
  script: 'file /etc/os-release',
  timeoutSeconds: 5,
  sizeBytesMax: 1000,
  read: () => null,
};
const plan = (order: Partial<PlanOrder>, instances: readonly Instance[], credentialSeconds: number | null = null) => {
  const snapshot = { snapshotId: 's', takenAt: '', accounts: [], places: [], instances, gaps: [] } as Snapshot;
  const content = { checks: [], system: system as unknown as PlanOrder['system'] };
  return planCampaign(
    { ...content, snapshot, exclusions: [], limits: defaultLimits, ...order },
    {
      exchange: { credentialSeconds: async () => credentialSeconds },
      clock: { now: () => new Date(0), sleep: async () => {} },
      ids,
    },
  );
};
const hosts = Array.from({ length: 120 }, (_, index) => instance(index));
const certificates = () => ['a certificate'];

it('counts the sends of its way', async () => {
  const one = await plan({}, hosts);
  expect([one.campaign.plan.delivery, one.campaign.plan.calls['ssm:SendCommand']]).toEqual(['presigned', 120]);
  expect(one.targets.every((target) => /^r-\d{26}$/.test(target.runId))).toBe(true);
  const many = await plan({ delivery: 'batch', certificates }, hosts);
  expect([many.campaign.plan.delivery, many.campaign.plan.calls['ssm:SendCommand']]).toEqual(['batch', 3]);
  expect(new Set(many.targets.map((target) => batchOf(target.runId))).size).toBe(3);
});

it('keeps a canary by itself', async () => {
  const stop = { count: null, percent: null };
  const rings = [
    { upTo: { count: 1 }, stop },
    { upTo: { percent: 100 }, stop },
  ];
  const { targets } = await plan({ delivery: 'batch', certificates, rings }, hosts);
  const [canary] = targets.filter((target) => target.ring === 0);
  expect(targets.filter((target) => batchOf(target.runId) === batchOf(canary?.runId ?? '')).length).toBe(1);
});

it('refuses a batch whose results could not be proven, with the numbers', async () => {
  const two = [...hosts, instance(500, { region: 'xx-new-1' })];
  const known = (region: string) => (region === 'ap-northeast-2' ? ['a certificate'] : []);
  await expect(plan({ delivery: 'batch', certificates: known }, two)).rejects.toThrow(
    'no certificate is known for identities of instances in xx-new-1, where 1 of 121 targets are',
  );
  await expect(plan({ delivery: 'batch' }, two)).rejects.toThrow('where 121 of 121 targets are');
  await expect(plan({}, two)).resolves.toBeDefined();
});

it.each(['presigned', 'batch'] as const)(
  'refuses %s that would outlive the credentials, with the numbers',
  async (delivery) => {
    await expect(plan({ delivery, certificates }, hosts, 1799)).rejects.toThrow(
      'the signing credentials end in 1799 s, the URLs should live 1800 s',
    );
  },
);

it('accounts a hybrid node as not attempted where batches cannot prove it', async () => {
  const mixed = [...hosts.slice(0, 2), instance(0, { instanceId: 'mi-0123456789abcdef0' })];
  const of = async (delivery: 'presigned' | 'batch') =>
    (await plan({ delivery, certificates }, mixed)).targets.find((one) => one.instanceId.startsWith('mi-'));
  expect(await of('batch')).toMatchObject({
    state: 'not-attempted',
    detail: expect.stringContaining('hybrid node') as unknown,
  });
  expect(await of('presigned')).toMatchObject({ phase: 'planned' });
});
