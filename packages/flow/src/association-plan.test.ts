// Plans of periods by association: what each accounts for, and what is refused with its numbers before State Manager is asked for anything.
import type { Instance, Snapshot } from '@bongsu/core';
import { describe, expect, it, test } from 'vitest';
import type { RecurringOrder } from './association-plan.ts';
import { defaultLimits, planCampaign, type PlanOrder } from './plan.ts';

const web = 'arn:aws:iam::200000000000:instance-profile/web';
const instance = (index: number, change: Partial<Instance> = {}): Instance =>
  ({
    ...{ accountId: '200000000000', region: 'ap-northeast-2', instanceId: `i-${index.toString(16).padStart(17, '0')}` },
    ...{ name: '', state: 'running', platformDetails: 'Linux/UNIX', privateIp: null, launchedAt: null },
    ...{
      nodeKnown: true,
      node: { pingStatus: 'Online', platformType: 'Linux' },
      profileArn: web,
      tags: { env: 'prod' },
    },
    ...(change as object),
  }) as unknown as Instance;
const system = {
  name: 'system',
  script: 'file /etc/os-release',
  timeoutSeconds: 5,
  sizeBytesMax: 1000,
  read: () => null,
};
const from = '2031-05-01T17:00:00.000Z';
const schedule: RecurringOrder['schedule'] = { name: 'nightly', cron: '0 2 * * *', timeZone: 'Asia/Seoul' };
let drawn = 0;
const plan = (
  order: Partial<PlanOrder> = {},
  instances: readonly Instance[] = [instance(1)],
  now = '2031-05-01T17:00:20Z',
  credentialSeconds: number | null = null,
) => {
  const snapshot = { snapshotId: 's', takenAt: '', accounts: [], places: [], instances, gaps: [] } as Snapshot;
  const content = { checks: [], system: system as unknown as PlanOrder['system'] };
  return planCampaign(
    { ...content, snapshot, exclusions: [], limits: defaultLimits, recurring: { schedule, from }, ...order },
    {
      exchange: { credentialSeconds: async () => credentialSeconds, roleBinding: async () => ({ missing: [] }) },
      clock: { now: () => new Date(now), sleep: async () => {} },
      ids: { random: (length) => String((drawn += 1)).padStart(length, '0') },
    },
  );
};

it('freezes the period: all are under way from its beginning, and nothing is sent', async () => {
  const far = { region: 'us-east-1' };
  const hosts = [
    instance(1),
    instance(2, far),
    instance(3, { ...far, state: 'stopped' }),
    instance(4, { profileArn: null }),
  ];
  const { campaign, targets } = await plan(
    { rings: [{ upTo: { count: 1 }, stop: { count: 0, percent: null } }] },
    hosts,
  );
  const { plan: made } = campaign;
  expect(made.association).toMatchObject({
    ...{ schedule: 'nightly', expression: 'cron(0 17 ? * * *)', stamp: 'day', from, until: '2031-05-02T17:00:00.000Z' },
    // Delivery, execution and a margin after the campaign was planned.
    closeAt: '2031-05-01T17:30:20.000Z',
    places: ['ap-northeast-2', 'us-east-1'].map((region) => ({ accountId: '200000000000', region })),
  });
  expect([made.delivery, made.rings, made.counts]).toEqual([
    'association',
    undefined,
    { planned: 2, stopped: 1, 'not-attempted': 1 },
  ]);
  expect(Object.keys(made.calls).filter((call) => /Send|Create/.test(call))).toEqual([]);
  expect(targets.map((one) => [one.phase, one.sentAt, one.commandId, one.sends])).toEqual([
    ...[...Array(2)].map(() => ['sent', from, null, 0]),
    ...[...Array(2)].map(() => ['ended', null, null, 0]),
  ]);
  expect(new Set(targets.map((one) => one.runId.replace(/-i-.*/, ''))).size).toBe(1);
});

it('waits for those that are away as long as it is told to, within the period', async () => {
  const away = instance(2, { node: { pingStatus: 'ConnectionLost', platformType: 'Linux' } as Instance['node'] });
  const { campaign, targets } = await plan({ waitSeconds: 7200 }, [instance(1), away]);
  expect(campaign.plan.association?.closeAt).toBe('2031-05-01T19:30:20.000Z');
  expect(targets[1]).toMatchObject({ phase: 'sent', detail: expect.stringMatching(/^agent-offline: /) });
  const long = await plan({ waitSeconds: 400_000 }, [away]);
  expect(long.campaign.plan.association?.closeAt).toBe('2031-05-02T17:00:00.000Z');
});

it('needs no signing credentials that outlive anything', async () => {
  await expect(plan({}, [instance(1)], from, 60)).resolves.toBeDefined();
});

describe('is refused, with the numbers', () => {
  const refusal = (order: Partial<PlanOrder>, hosts?: readonly Instance[]) =>
    plan(order, hosts).then(
      () => 'planned',
      (fault: Error) => fault.message,
    );
  const by = (change: Partial<RecurringOrder['schedule']>) => ({
    recurring: { schedule: { ...schedule, ...change }, from },
  });

  test.each<[string, Partial<PlanOrder>, RegExp]>([
    ['months', by({ cron: '0 2 1 6 *' }), /schedule nightly: State Manager's cron has no months/],
    ['too often', by({ cron: 'rate(10 minutes)' }), /no rate below 30 minutes, this one is 10/],
    [
      'a period shorter than its run',
      { ...by({ cron: 'rate(60 minutes)' }), limits: { ...defaultLimits, executionSeconds: 3600 } },
      /runs again after 3600 s, delivery 600 s \+ execution 3600 s \+ margin 300 s need 4500 s/,
    ],
  ])('%s', async (_, order, why) => expect(await refusal(order)).toMatch(why));

  test('hosts that are left out, where State Manager would run on them all the same', async () => {
    const exclusions = [{ by: 'kim', why: 'appliance', instanceIds: [instance(2).instanceId] }];
    const hosts = [instance(1), instance(2), instance(3)];
    expect(await refusal({ exclusions }, hosts)).toMatch(/1 of 3 hosts of its group are excluded/);
    const tagged = by({ tag: { key: 'env', value: 'prod' } });
    expect(await refusal({ exclusions, ...tagged }, hosts)).toMatch(/1 of 3 hosts/);
    // One that the association does not reach, or that is none of its group, harms nobody.
    for (const other of [{ tags: { env: 'dev' } }, { node: null }])
      expect(await refusal({ exclusions, ...tagged }, [instance(1), instance(2, other)])).toBe('planned');
  });

  test('hosts that have a window, which State Manager does not know', async () => {
    const windows = [{ name: 'nights', cron: '0 2 * * *', timeZone: 'Asia/Seoul', minutes: 180, tag: { key: 'w' } }];
    const hosts = [instance(1), instance(2, { tags: { w: '1' } })];
    expect(await refusal({ windows }, hosts)).toMatch(/1 of 2 hosts of its group have a window \(nights\)/);
    expect(await refusal({ windows }, [instance(1)])).toBe('planned');
  });
});

it('puts together results by the hour where there are several a day, whichever period it is', async () => {
  const stampOf = async (cron: string, at = from) =>
    (await plan({ recurring: { schedule: { ...schedule, cron }, from: at } })).campaign.plan.association?.stamp;
  expect(await stampOf('rate(1 day)')).toBe('day');
  expect(await stampOf('0 2,14 * * *')).toBe('hour');
  // The first period is shorter than a day.
  expect(await stampOf('0 2 * * *', '2031-05-01T09:00:00Z')).toBe('day');
});
