// Plans by their delivery: what each refuses with its numbers, and what it says it will do.
import type { Gap, Instance, RoleBinding, Snapshot } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
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
let binding: RoleBinding | Gap = { missing: [] };
const plan = (order: Partial<PlanOrder>, instances: readonly Instance[], credentialSeconds: number | null = null) => {
  const snapshot = { snapshotId: 's', takenAt: '', accounts: [], places: [], instances, gaps: [] } as Snapshot;
  const content = { checks: [], system: system as unknown as PlanOrder['system'] };
  return planCampaign(
    { ...content, snapshot, exclusions: [], limits: defaultLimits, ...order },
    {
      exchange: { credentialSeconds: async () => credentialSeconds, roleBinding: async () => binding },
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

describe('by role', () => {
  const web = 'arn:aws:iam::200000000000:instance-profile/web';
  const node = { instanceId: 'mi-00000000000000001' };
  const mixed = [
    ...hosts,
    instance(501, { profileArn: web }),
    instance(502, { profileArn: null }),
    instance(503, node),
  ];

  it('sends to fifty at a time, and accounts at once for what has no role', async () => {
    binding = { missing: [] };
    const { campaign, targets } = await plan({ delivery: 'role' }, mixed);
    expect([campaign.plan.delivery, campaign.plan.calls['ssm:SendCommand']]).toEqual(['role', 3]);
    expect(campaign.plan.counts).toEqual({ planned: 121, 'not-attempted': 2 });
    const kept = targets.filter((one) => one.phase === 'ended').map((one) => [one.instanceId, one.detail]);
    expect(kept).toEqual([
      [instance(502).instanceId, expect.stringMatching(/^no instance profile/)],
      ['mi-00000000000000001', expect.stringMatching(/^a hybrid node has no instance/)],
    ]);
  });

  it('is refused where the policy of the bucket binds nothing, and says which statements are missing', async () => {
    binding = { missing: ['BongsuRoleOnlyOwn'] };
    await expect(plan({ delivery: 'role' }, mixed)).rejects.toThrow(/the policy of the bucket lacks BongsuRoleOnlyOwn/);
    await expect(plan({}, mixed)).resolves.toBeDefined();
  });

  it('keeps a policy that may not be read among the gaps of the plan', async () => {
    binding = {
      ...{ accountId: '100000000000', region: 'ap-northeast-2', call: 's3:GetBucketPolicy', code: 'AccessDenied' },
      ...{ message: '', missingPermission: 's3:GetBucketPolicy' },
    };
    const { campaign } = await plan({ delivery: 'role' }, mixed);
    expect(campaign.plan.gaps).toEqual([binding]);
  });
});
