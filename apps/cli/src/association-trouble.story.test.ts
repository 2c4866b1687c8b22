// A recurring check in trouble: hosts of every kind of it, calls that are denied, lost or over a quota, and a process that dies at any moment.
import { fleetWorld, type FaultRule, troubles } from '@bongsu/lab';
import type { Schedule } from '@bongsu/core';
import { associationsKeep } from '@bongsu/flow';
import { afterEach, describe, expect, it } from 'vitest';
import { fateStates } from './testing/fates.ts';
import { sumOf } from './testing/fleet.ts';
import { type Recurring, type RecurringAll, recurringStart } from './testing/virtual-recurring.ts';

const regions = ['ap-northeast-2', 'us-east-1'];
const nightly = (name = 'nightly'): Schedule => ({
  ...{ name, cron: '0 2 * * *', timeZone: 'Asia/Seoul', blackouts: [], delivery: 'association' },
});
const settings = { simulation: { scriptSeconds: { min: 5, max: 15 } } };

let recurring: Recurring;
afterEach(() => recurring.close());

it('accounts for hosts in every kind of trouble, in few calls and without a send', { timeout: 200_000 }, async () => {
  const faults = Object.fromEntries(troubles.filter((one) => one !== 'undeliverable').map((one) => [one, 0.02]));
  recurring = await recurringStart(fleetWorld(150, 3, { simulated: true, regions, faults }), [nightly()], settings);
  await recurring.work(25);
  const [period] = await recurring.periods();
  expect([period?.coverage.total, sumOf(period?.coverage.states ?? {}), period?.coverage.states.pending]).toEqual([
    ...[150, 150, 0],
  ]);
  /** Where a host writes with its own role, S3 knows no size that was agreed, and no time after which it is late. */
  const others: Partial<Record<string, RegExp>> = {
    'uploads-too-much': /^result-refused$/,
    'uploads-late': /^(partly-)?assessed$/,
  };
  for (const { instanceId, fate, runs } of recurring.lab.truth()) {
    const target = period?.targets.find((one) => one.instanceId === instanceId);
    expect([fate, target?.detail, target?.state]).toEqual([
      ...[fate, target?.detail, expect.stringMatching(others[fate] ?? fateStates[fate])],
    ]);
    expect(new Set(runs).size).toBe(runs.length);
  }
  const calls = recurring.calls();
  expect(calls['ssm:SendCommand']).toBeUndefined();
  // Of each place: a look for its association, and twice how it ran; of each host that gave nothing good its command.
  const asked = (...apis: string[]): number => apis.reduce((sum, api) => sum + (calls[`ssm:${api}`] ?? 0), 0);
  const runs = asked('DescribeAssociationExecutions', 'DescribeAssociationExecutionTargets');
  expect(asked('ListAssociations', 'DescribeAssociation') + runs).toBeLessThanOrEqual(6 * (2 + 4));
  const troubled = recurring.lab.truth().filter((one) => one.fate !== 'well').length;
  expect(asked('ListCommandInvocations', 'ListCommands')).toBeLessThanOrEqual(troubled);
});

it('has the document back within the hour of which somebody made another version the default', {
  timeout: 200_000,
}, async () => {
  recurring = await recurringStart(fleetWorld(4, 2, { simulated: true }), [nightly()], settings);
  await recurring.work(20);
  const other = {
    schemaVersion: '2.2',
    mainSteps: [{ action: 'aws:runShellScript', name: 'x', inputs: { runCommand: ['id'] } }],
  };
  const [region = ''] = regions;
  await recurring.ports.associations.document(region, JSON.stringify(other), []);
  recurring.calls();
  await recurring.work(70);
  expect(recurring.calls()).toMatchObject({ 'ssm:UpdateDocumentDefaultVersion': 1 });
  await recurring.work(70);
  const { 'ssm:UpdateDocumentDefaultVersion': more, 'ssm:DescribeDocument': looks = 0 } = recurring.calls();
  // What is as it must be costs two calls a Region and hour.
  expect([more, looks > 0, looks <= 4]).toEqual([undefined, true, true]);
});

describe('what cannot be asked or made', () => {
  const denied = (operation: string): FaultRule => ({
    service: 'ssm',
    operation,
    then: { error: 'AccessDeniedException' },
  });
  const world = fleetWorld(8, 2, { simulated: true, faults: { 'step-fails': 0.25 } });

  it('leaves an association unmade: its hosts are accounted for with the call, and the rest are checked', {
    timeout: 100_000,
  }, async () => {
    recurring = await recurringStart(world, [nightly()], settings);
    recurring.lab.faults.set([
      {
        service: 'ssm',
        operation: 'CreateAssociation',
        accountId: '200000000001',
        then: { error: 'AssociationLimitExceeded' },
      },
    ]);
    await recurring.work(20);
    const [period] = await recurring.periods();
    const details = new Set(period?.targets.filter((one) => one.accountId === '200000000001').map((one) => one.detail));
    expect(details).toEqual(new Set(['ssm:CreateAssociation: AssociationLimitExceeded']));
    expect(period?.coverage.states).toMatchObject({ undeliverable: 4, pending: 0 });
    expect((await recurring.kept()).find((one) => one.accountId === '200000000001')).toMatchObject({
      ...{ phase: 'intended', associationId: null, told: 'ssm:CreateAssociation: AssociationLimitExceeded' },
    });
  });

  it('closes those of which State Manager tells nothing, with the call that was denied', {
    timeout: 100_000,
  }, async () => {
    recurring = await recurringStart(world, [nightly()], settings);
    recurring.lab.faults.set([denied('DescribeAssociationExecutions')]);
    await recurring.work(20);
    const [period] = await recurring.periods();
    expect(period?.coverage.states).toMatchObject({ assessed: 6, 'timed-out': 2, pending: 0 });
    expect(period?.targets.find((one) => one.state === 'timed-out')?.detail).toBe(
      'no result; ssm:DescribeAssociationExecutions: AccessDeniedException; missing permission: ssm:DescribeAssociationExecutions',
    );
  });

  it('takes the results of one that stands, though it can be looked at no more', { timeout: 100_000 }, async () => {
    recurring = await recurringStart(world, [nightly()], settings);
    await recurring.work(20);
    recurring.lab.faults.set([denied('ListAssociations')]);
    await recurring.work(17 * 60);
    const [, second] = await recurring.periods();
    expect(second?.coverage.states).toMatchObject({ assessed: 6, failed: 2, pending: 0 });
    expect((await recurring.kept()).map((one) => [one.phase, one.told])).toEqual(
      Array.from({ length: 2 }, () => [
        'standing',
        'ssm:ListAssociations: AccessDeniedException; missing permission: ssm:ListAssociations',
      ]),
    );
  });

  it('makes no second one where an answer was lost, whichever call it was', { timeout: 100_000 }, async () => {
    recurring = await recurringStart(world, [nightly()], settings);
    recurring.lab.faults.set([{ service: 'ssm', operation: 'CreateAssociation', every: 1, then: { drop: 'after' } }]);
    await recurring.work(20);
    const [period] = await recurring.periods();
    expect(period?.coverage.states).toMatchObject({ assessed: 6, failed: 2, pending: 0 });
    expect(recurring.calls()['ssm:CreateAssociation']).toBe(2);
  });
});

it('has one association in each place after a process that was killed at any call or write', {
  timeout: 200_000,
}, async () => {
  recurring = await recurringStart(fleetWorld(4, 2, { simulated: true }), [], settings);
  const { ports, store, lab } = recurring;
  const placesOf = async (name: string): Promise<number[]> => {
    const rows = await store.associationList();
    const found = await Promise.all(
      ['200000000000', '200000000001'].map((accountId) =>
        ports.associations.find(
          { accountId, region: 'ap-northeast-2' },
          { name: `Bongsu-${name}`, known: null, order: null },
        ),
      ),
    );
    expect(rows.filter((one) => one.schedule === name && one.phase === 'standing')).toHaveLength(2);
    return found.map((one) => one.items.length);
  };
  let killed = 0;
  for (let at = 1; ; at += 1) {
    const name = `k${at}`;
    const campaign = await store.campaignGet(await recurring.plan(nightly(name)));
    if (campaign === null) throw new Error('no campaign');
    const mortal = dying(ports, at);
    const died = await associationsKeep(campaign, mortal).then(
      () => false,
      () => true,
    );
    killed += died ? 1 : 0;
    // Whoever comes after it waits for what is remembered of its last call, if it wrote that down.
    for (let round = 0; round < 3; round += 1) {
      const { at: next } = await associationsKeep(campaign, ports);
      await ports.clock.sleep(Math.min(60_000, Math.max(0, (next ?? 0) - ports.clock.now().getTime())));
    }
    expect([name, await placesOf(name)]).toEqual([name, [1, 1]]);
    if (!died) break;
  }
  expect(killed).toBeGreaterThan(12);
  expect(lab.tally()['ssm:SendCommand']).toBeUndefined();
});

/** The same ports; the nth call or write is made, and its process hears no more of it, or is not, by turns. */
function dying(ports: RecurringAll, at: number): RecurringAll {
  let count = 0;
  const mortal = <T extends object>(of: T): T =>
    new Proxy(of, {
      get(target, name) {
        const held: unknown = Reflect.get(target, name);
        if (typeof held !== 'function') return held;
        return async (...words: unknown[]): Promise<unknown> => {
          count += 1;
          const last = count >= at;
          if (last && at % 2 === 0) throw new Error('killed before');
          const answer: unknown = await Reflect.apply(held, target, words);
          if (last) throw new Error('killed after');
          return answer;
        };
      },
    });
  const { associations, kept, campaigns, exchange } = ports;
  return {
    ...ports,
    ...{
      associations: mortal(associations),
      kept: mortal(kept),
      campaigns: mortal(campaigns),
      exchange: mortal(exchange),
    },
  };
}

it('that was looked for by a worker that then stood still is not made twice', { timeout: 100_000 }, async () => {
  recurring = await recurringStart(fleetWorld(4, 2, { simulated: true }), [], settings);
  const { ports, plan, store } = recurring;
  const campaign = await store.campaignGet(await plan(nightly()));
  if (campaign === null) throw new Error('it was planned');
  const find: RecurringAll['associations']['find'] = async (...given) => {
    const seen = await ports.associations.find(...given);
    // Longer than its lease: the other has made them by then.
    await ports.clock.sleep(70_000);
    return seen;
  };
  const associations = { ...ports.associations, find };
  const other = ports.clock.sleep(61_000).then(() => associationsKeep(campaign, ports));
  await Promise.all([associationsKeep(campaign, { ...ports, associations }), other]);
  await ports.clock.sleep(30_000);
  await associationsKeep(campaign, ports);
  expect(recurring.calls()['ssm:CreateAssociation']).toBe(2);
  expect(recurring.lab.truth().map((one) => one.runs.length)).toEqual([1, 1, 1, 1]);
  expect(await recurring.kept()).toMatchObject([{ phase: 'standing' }, { phase: 'standing' }]);
});
