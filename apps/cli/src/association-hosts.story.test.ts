// A schedule by association from the command line, over hosts that really run its document, under the policies that doctor prints alone.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PolicySet } from '@bongsu/aws';
import { instance, memberRoles, type WorldSpec } from '@bongsu/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CoverageShown, type Fleet, fleetStart, sumOf } from './testing/fleet.ts';
import { grantsOf } from './testing/policies/grants.ts';

const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
const prod = { tags: { env: 'prod' } };
const hosts = {
  own: instance(central, 'own', 'debian-12-tidy', prod),
  web: instance(shop, 'web', 'rocky-9-tidy', prod),
  bare: instance(shop, 'bare', 'debian-12-tidy', { ...prod, profile: null }),
  dev: instance(shop, 'dev', 'debian-12-tidy', { tags: { env: 'dev' } }),
};
const world: WorldSpec = {
  ...{ name: 'recurring', centralAccountId: central, regions: [region] },
  bucket: { name: 'bongsu-exchange-100000000001', region },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: { [region]: [hosts.own] } },
    {
      ...{ accountId: shop, name: 'shop', roles: memberRoles(central) },
      regions: { [region]: [hosts.web, hosts.bare, hosts.dev] },
    },
  ],
};
/** Twelve hours from now: near its next time the first period would be waited for. */
const hour = (new Date().getUTCHours() + 12) % 24;
const times = `cron: "0 ${hour} * * *", timeZone: UTC`;
const nightly = `schedules: [{ name: nightly, ${times}, delivery: association, tag: { key: env, value: prod } }]`;

interface RunDue {
  readonly campaigns: readonly CoverageShown[];
}

interface Listed {
  readonly runs: readonly { readonly outcome: string; readonly campaignId: string | null }[];
  readonly associations: readonly { readonly accountId: string; readonly phase: string; readonly told: string }[];
}

let fleet: Fleet;
beforeAll(async () => {
  fleet = await fleetStart({ world, settings: { registrationSeconds: 1 } }, (config) =>
    config.replace('schedules: []', nightly),
  );
}, 60_000);
afterAll(() => fleet.close());

const puts = (): number =>
  fleet.lab.calls({ operation: 'PutObject', status: '200' }).filter((call) => call.arn?.includes(':assumed-role/'))
    .length;

it('is refused before anything stands while the bucket does not bind, with what it lacks', {
  timeout: 240_000,
}, async () => {
  await fleet.run('schedule', 'run-due');
  const { runs, associations } = await fleet.json<Listed>('schedule', 'list');
  expect(runs).toMatchObject([{ outcome: 'missed', why: expect.stringContaining('BongsuRoleScripts') }]);
  expect([associations, fleet.lab.calls({ operation: 'CreateAssociation' })]).toEqual([[], []]);
  await fleet.forget();
});

it('is checked by State Manager, and every host of the period is accounted for', { timeout: 400_000 }, async () => {
  fleet.lab.grant(grantsOf(await fleet.json<PolicySet>('doctor', '--policies')));
  const [coverage, ...more] = (await fleet.json<RunDue>('schedule', 'run-due')).campaigns;
  if (coverage === undefined) throw new Error('nothing was run');
  expect([more, coverage.total, sumOf(coverage.states)]).toEqual([[], 4, 4]);
  const state = ({ instanceId }: { instanceId: string }) =>
    coverage.targets.find((one) => one.instanceId === instanceId)?.state;
  for (const host of [hosts.own, hosts.web]) expect(state(host)).toMatch(/^(partly-)?assessed$/);
  expect([state(hosts.bare), state(hosts.dev)]).toEqual(['not-attempted', 'excluded']);
  expect(fleet.lab.calls({ operation: 'SendCommand' })).toEqual([]);
  const asked = fleet.lab.asked();
  expect([asked.central.refused, asked.member.refused, asked.instance.refused]).toEqual([[], [], []]);
  expect(asked.instance.allowed).toEqual(['s3:GetObject', 's3:PutObject']);
  const { associations } = await fleet.json<Listed>('schedule', 'list');
  expect(associations.map((one) => [one.accountId, one.phase, one.told])).toEqual([
    [central, 'standing', ''],
    [shop, 'standing', ''],
  ]);
});

it('says by what way results came, in what it shows and in the signed record', { timeout: 240_000 }, async () => {
  expect((await fleet.run('campaign', 'show')).stdout).toContain('association (State Manager');
  expect((await fleet.run('report', '--format', 'html', '--out', 'report.html')).code).toBe(0);
  expect(await readFile(join(fleet.folder, 'report.html'), 'utf8')).toContain('association (State Manager');
  const again = await fleet.run('campaign', 'retry', '--state', 'not-attempted');
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('State Manager runs it again by itself')]);
  expect((await fleet.run('record', '--out', 'run.record')).code).toBe(0);
  expect((await fleet.run('verify', 'run.record')).code).toBe(0);
  const record = await readFile(join(fleet.folder, 'run.record'), 'utf8');
  expect(record.split('\n')[0]).toContain('"delivery":"association"');
});

it('takes a host that appears, without a send, and ends with its schedule', { timeout: 400_000 }, async () => {
  const before = puts();
  const fresh = instance(shop, 'fresh', 'debian-12-tidy', prod);
  fleet.lab.launch(shop, region, fresh);
  while (puts() === before) await delay(200);
  const [part] = (await fleet.json<RunDue>('schedule', 'run-due')).campaigns;
  expect(part?.targets).toMatchObject([
    { instanceId: fresh.instanceId, state: expect.stringMatching(/^(partly-)?assessed$/) },
  ]);
  expect(fleet.lab.calls({ operation: 'SendCommand' })).toEqual([]);
  const file = join(fleet.folder, 'bongsu.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace(nightly, 'schedules: []'));
  expect((await fleet.run('schedule', 'run-due')).code).toBe(0);
  expect((await fleet.json<Listed>('schedule', 'list')).associations).toEqual([]);
  expect(fleet.lab.calls({ operation: 'DeleteAssociation', status: '200' })).toHaveLength(2);
});
