// Uploads that are wrong, late, second, oversized or foreign: each is refused with its reason, kept aside, and changes no verdict.
import { hostChecks, system } from '@bongsu/catalog';
import type { Target } from '@bongsu/core';
import type { Aws } from '@bongsu/aws';
import { openAws } from '@bongsu/aws';
import {
  assessResults,
  collect,
  coverageOf,
  defaultLimits,
  planCampaign,
  planStore,
  resultKey,
  resultPrefix,
  runCampaign,
  storePorts,
} from '@bongsu/flow';
import type { Lab, WorldSpec } from '@bongsu/lab';
import { memberRoles, packingFails, startLab } from '@bongsu/lab';
import type { Store } from '@bongsu/store';
import { storeOpen } from '@bongsu/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { labSettings } from './testing/lab-settings.ts';
import { unsigned, untold } from './testing/unsigned.ts';
import { pointSdkAt, realClock, realIds } from './wire.ts';

const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
const hosts = ['oversized', 'swapped', 'garbage', 'well', 'broken'] as const;
type HostName = (typeof hosts)[number];

/** Five hosts; their names say what will happen to their uploads. */
const world: WorldSpec = {
  name: 'hostile',
  centralAccountId: central,
  regions: [region],
  bucket: { name: 'bongsu-exchange-100000000001', region },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: { [region]: [] } },
    {
      accountId: shop,
      name: 'shop',
      roles: memberRoles(central),
      regions: {
        [region]: hosts.map((name, index) => ({
          instanceId: `i-0${String(index).repeat(16)}`,
          name,
          root: 'debian-12-tidy',
          ...(name === 'broken' ? { tools: packingFails } : {}),
        })),
      },
    },
  ],
};

const content = { checks: hostChecks, system };
let lab: Lab;
let store: Store;
let aws: Aws;
let campaignId: string;
const ports = () => ({
  ...aws,
  ...storePorts(store),
  ...untold,
  signing: unsigned,
  clock: realClock,
  ids: realIds,
  progress: (): void => {},
});

beforeAll(async () => {
  [lab, store] = await Promise.all([startLab({ world }), storeOpen({ directory: 'memory' })]);
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  aws = await openAws(labSettings(lab), realClock);
}, 60_000);
afterAll(async () => {
  await lab.close();
  await store.close();
});

async function plan(): Promise<string> {
  const snapshot = await collect({ ...ports(), ids: realIds });
  const planned = await planCampaign(
    { ...content, snapshot, exclusions: [], limits: defaultLimits },
    { ...ports(), ids: realIds },
  );
  await planStore(planned, store);
  return planned.campaign.campaignId;
}

async function target(name: HostName, id = campaignId): Promise<Target> {
  const found = (await store.targetList(id)).find((one) => one.name === name);
  if (!found) throw new Error(`no target ${name}`);
  return found;
}

/** Writes as whoever holds a result URL would. */
async function put(key: string, body: Uint8Array): Promise<number> {
  const url = await aws.exchange.resultUrl(key, body.byteLength, 600);
  return (await fetch(url, { method: 'PUT', headers: { 'if-none-match': '*' }, body: Buffer.from(body) })).status;
}

async function assessAgain(): Promise<void> {
  const campaign = await store.campaignGet(campaignId);
  if (!campaign) throw new Error('no campaign');
  await assessResults(campaign, content, ports());
}

const reasons = async (): Promise<string[]> => (await store.refusalList(campaignId)).map((one) => one.reason);

it("refuses an oversized object unread, another run's archive and garbage, and accepts the good one", {
  timeout: 120_000,
}, async () => {
  const first = await plan();
  await runCampaign(first, content, ports());
  const sha = (await target('swapped', first)).evidenceSha256;
  const earlier = sha === null ? null : await store.evidenceGet(sha);
  if (earlier === null) throw new Error('the first campaign left no evidence');

  campaignId = await plan();
  expect(await put(resultKey(await target('oversized')), Buffer.alloc(defaultLimits.resultBytes + 1))).toBe(200);
  expect(await put(resultKey(await target('swapped')), earlier)).toBe(200);
  expect(await put(resultKey(await target('garbage')), Buffer.alloc(defaultLimits.resultBytes, 7))).toBe(200);
  const coverage = await runCampaign(campaignId, content, ports());
  expect(coverage.states).toMatchObject({ 'result-refused': 3, failed: 1 });
  expect(coverage.states.assessed + coverage.states['partly-assessed']).toBe(1);
  expect((await target('oversized')).detail).toMatch(/^oversized/);
  expect((await target('swapped')).detail).toBe('from another run');
  expect((await target('garbage')).detail).toMatch(/gzip/);
  const judged = new Set((await store.verdictList(campaignId)).map((verdict) => verdict.instanceId));
  expect([...judged]).toEqual([(await target('well')).instanceId]);
});

it('S3 itself refuses a second write', async () => {
  expect(await put(resultKey(await target('well')), Buffer.alloc(1000))).toBe(412);
});

it('refuses a late one and a foreign one, and changes no state', async () => {
  const before = await store.targetList(campaignId);
  expect(await put(resultKey(await target('broken')), Buffer.alloc(1000))).toBe(200);
  expect(
    await put(`${resultPrefix(campaignId)}${shop}/${region}/i-0fffffffffffffff0/r-x.tar.gz`, Buffer.alloc(1000)),
  ).toBe(200);
  await assessAgain();
  expect(await store.targetList(campaignId)).toEqual(before);
  expect(await reasons()).toEqual(
    expect.arrayContaining(['late: the target had ended', 'foreign: no target has this key']),
  );
});

it('writes each refusal once, however often it looks', async () => {
  const before = await reasons();
  await assessAgain();
  await assessAgain();
  expect(await reasons()).toEqual(before);
  const campaign = await store.campaignGet(campaignId);
  if (campaign) expect((await coverageOf(campaign, { campaigns: store, snapshots: store })).total).toBe(5);
});
