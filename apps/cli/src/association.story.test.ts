// A recurring check by State Manager, day after day in virtual time: nothing is ever sent, every instance of each period is accounted for, what
// appears is judged by itself, and what somebody makes of an association is seen, shown and mended.
import type { Schedule } from '@bongsu/core';
import type { InstanceSpec, WorldSpec } from '@bongsu/lab';
import { hybridNode, instance, memberRoles } from '@bongsu/lab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sumOf } from './testing/fleet.ts';
import { type Recurring, type Period, recurringStart } from './testing/virtual-recurring.ts';

const central = '100000000001';
const [shop, bank, mail] = ['200000000002', '200000000003', '200000000004'];
const [seoul, virginia] = ['ap-northeast-2', 'us-east-1'];
const prod = { tags: { env: 'prod' } };
const host = (accountId: string, name: string, more: Partial<InstanceSpec> = {}): InstanceSpec =>
  instance(accountId, name, 'amazon-linux-2023-tidy', { simulated: 'well', ...prod, ...more });
const hosts = {
  web: host(shop, 'web'),
  other: host(shop, 'other'),
  offline: host(shop, 'offline', { simulated: 'offline', agent: 'offline' }),
  fails: host(shop, 'fails', { simulated: 'step-fails' }),
  silent: host(shop, 'silent', { simulated: 'uploads-nothing' }),
  bare: host(shop, 'bare', { profile: null }),
  plant: hybridNode(shop, 'plant', 'amazon-linux-2023-tidy', { simulated: 'well', ...prod }),
  dev: host(shop, 'dev', { tags: { env: 'dev' } }),
  far: host(shop, 'far'),
  teller: host(bank, 'teller'),
  vault: host(bank, 'vault', { simulated: 'uploads-twice' }),
  relay: host(mail, 'relay'),
  asleep: host(mail, 'asleep', { state: 'stopped' }),
};
const account = (accountId: string, name: string, regions: WorldSpec['accounts'][number]['regions']) => ({
  ...{ accountId, name, roles: memberRoles(central), regions },
});
const world: WorldSpec = {
  ...{ name: 'recurring', centralAccountId: central, regions: [seoul, virginia] },
  bucket: { name: 'bongsu-exchange-100000000001', region: seoul },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: {} },
    account(shop, 'shop', {
      [seoul]: [hosts.web, hosts.other, hosts.offline, hosts.fails, hosts.silent, hosts.bare, hosts.plant, hosts.dev],
      [virginia]: [hosts.far],
    }),
    account(bank, 'bank', { [seoul]: [hosts.teller, hosts.vault] }),
    account(mail, 'mail', { [virginia]: [hosts.relay, hosts.asleep] }),
  ],
};
/** At two in Seoul, which is 17:00 UTC. */
const nightly: Schedule = {
  ...{ name: 'nightly', cron: '0 2 * * *', timeZone: 'Asia/Seoul', blackouts: [], delivery: 'association' },
  tag: { key: 'env', value: 'prod' },
};

let recurring: Recurring;
beforeAll(async () => {
  recurring = await recurringStart(world, [nightly], { simulation: { scriptSeconds: { min: 5, max: 15 } } });
}, 60_000);
afterAll(() => recurring.close());

const stateOf = (period: Period | undefined, { instanceId }: InstanceSpec) => {
  const target = period?.targets.find((one) => one.instanceId === instanceId);
  return target === undefined ? 'not a target' : `${target.state}: ${target.detail}`;
};
/** Minutes until a time of this day, or of the next. */
const until = (hours: number, minutes: number): number => {
  const now = recurring.now();
  const at = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hours, minutes);
  return Math.ceil((at + (at <= now.getTime() ? 86_400_000 : 0) - now.getTime()) / 60_000);
};
const keptIn = async (accountId: string) =>
  (await recurring.kept()).find((one) => one.accountId === accountId && one.region === seoul);

describe('the first period', () => {
  it('begins at once, runs on all of the group without a send, and ends with everybody in one state', {
    timeout: 120_000,
  }, async () => {
    await recurring.work(20);
    const [first] = await recurring.periods();
    expect(first?.coverage.total).toBe(Object.keys(hosts).length);
    expect(sumOf(first?.coverage.states ?? {})).toBe(Object.keys(hosts).length);
    expect(first?.coverage.states).toMatchObject({
      pending: 0,
      assessed: 6,
      excluded: 2,
      stopped: 1,
      'agent-offline': 1,
    });
    expect(stateOf(first, hosts.fails)).toMatch(/^failed: step run, exit code \d+$/);
    expect(stateOf(first, hosts.silent)).toBe('no-result: the command succeeded, no result arrived');
    expect(stateOf(first, hosts.bare)).toMatch(/^not-attempted: no instance profile/);
    // What tags a hybrid node has only Systems Manager knows, which the inventory does not ask.
    expect(stateOf(first, hosts.plant)).toMatch(/^excluded:/);
    expect(stateOf(first, hosts.dev)).toMatch(/^excluded:/);
    expect(recurring.lab.truth().find((one) => one.instanceId === hosts.dev.instanceId)?.runs).toEqual([]);
    const calls = recurring.calls();
    expect(calls['ssm:SendCommand']).toBeUndefined();
    expect(calls['ssm:CreateAssociation']).toBe(4);
    expect(await recurring.kept()).toMatchObject(
      [shop, shop, bank, mail].map(() => ({ schedule: 'nightly', phase: 'standing', told: '' })),
    );
    const head = JSON.parse(first?.record[0] ?? '') as { delivery: string; calls: Record<string, number> };
    expect(head.delivery).toBe('association');
    expect(Object.keys(head.calls).some((call) => call.includes('Send'))).toBe(false);
  });
});

describe('the periods after it', () => {
  it('find all of it standing: nothing is made or changed, and each host has a run of its own', {
    timeout: 120_000,
  }, async () => {
    await recurring.work(until(17, 20));
    const [first, second, ...more] = await recurring.periods();
    expect(more).toEqual([]);
    expect(second?.coverage.states).toEqual(first?.coverage.states);
    const calls = recurring.calls();
    for (const change of ['Create', 'Update', 'Delete']) expect(calls[`ssm:${change}Association`]).toBeUndefined();
    expect([calls['ssm:SendCommand'], calls['ssm:CreateDocument'], calls['ssm:UpdateDocument']]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
    const evidence = (period: typeof first) =>
      period?.targets.map((one) => one.evidenceSha256).filter((one) => one !== null);
    expect(evidence(second)).toHaveLength(6);
    expect(evidence(second)?.filter((one) => evidence(first)?.includes(one))).toEqual([]);
    const ran = recurring.lab.truth().find((one) => one.instanceId === hosts.web.instanceId);
    expect([ran?.runs.length, new Set(ran?.runs).size, ran?.uploads]).toEqual([2, 2, [200, 200]]);
  });

  it('take a host that appears between two of them, and judge it at once by itself', { timeout: 120_000 }, async () => {
    const fresh = host(shop, 'fresh');
    recurring.lab.launch(shop, seoul, fresh);
    await recurring.work(30);
    const [part, ...more] = await recurring.parts();
    expect([part?.coverage.total, stateOf(part, fresh), more]).toEqual([1, 'assessed: ', []]);
    const periods = await recurring.periods();
    expect(periods[1]?.newcomers).toMatchObject([{ instanceId: fresh.instanceId, campaignFor: part?.campaignId }]);
    await recurring.work(until(17, 20));
    const third = (await recurring.periods())[2];
    expect([third?.coverage.total, stateOf(third, fresh)]).toEqual([Object.keys(hosts).length + 1, 'assessed: ']);
    expect(sumOf(third?.coverage.states ?? {})).toBe(third?.coverage.total);
    expect(recurring.calls()['ssm:SendCommand']).toBeUndefined();
  });

  it('see that somebody deleted or changed an association, say so, and mend it', { timeout: 180_000 }, async () => {
    const [inBank, inShop] = [await keptIn(bank), await keptIn(shop)];
    recurring.lab.associations.remove(inBank?.associationId ?? '');
    const change = { scheduleExpression: 'rate(30 minutes)', parameters: { ResultBytes: ['9999'] } };
    recurring.lab.associations.change(inShop?.associationId ?? '', change);
    await recurring.work(90);
    const mended = [await keptIn(bank), await keptIn(shop)];
    expect(mended).toMatchObject([
      { phase: 'standing', told: 'somebody had removed it' },
      {
        phase: 'standing',
        associationId: inShop?.associationId,
        told: expect.stringContaining('ScheduleExpression is rate(30 minutes)'),
      },
    ]);
    expect(mended[0]?.associationId).not.toBe(inBank?.associationId);
    expect(mended[1]?.told).toContain('parameter ResultBytes differs');
    const calls = recurring.calls();
    expect([calls['ssm:CreateAssociation'], calls['ssm:UpdateAssociation']]).toEqual([1, 1]);
    await recurring.work(until(17, 20));
    expect((await recurring.periods()).at(-1)?.coverage.states).toMatchObject({ assessed: 7, pending: 0 });
  });

  it('account for one that is deleted while a period is open, and give its hosts their run all the same', {
    timeout: 180_000,
  }, async () => {
    // State Manager has begun nothing in this account when the period begins.
    await recurring.work(until(16, 58));
    recurring.lab.associations.remove((await keptIn(bank))?.associationId ?? '');
    await recurring.work(30);
    const last = (await recurring.periods()).at(-1);
    expect([stateOf(last, hosts.teller), (await keptIn(bank))?.told]).toEqual([
      'assessed: ',
      'somebody had removed it',
    ]);
  });

  it('end with the schedule: its associations are removed, and nothing runs any more', {
    timeout: 120_000,
  }, async () => {
    recurring.calls();
    recurring.schedule([]);
    await recurring.work(5);
    expect(await recurring.kept()).toEqual([]);
    expect(recurring.calls()['ssm:DeleteAssociation']).toBe(4);
    const runs = (): number => recurring.lab.truth().reduce((sum, one) => sum + one.runs.length, 0);
    const before = runs();
    await recurring.work(26 * 60);
    expect(runs()).toBe(before);
  });
});
