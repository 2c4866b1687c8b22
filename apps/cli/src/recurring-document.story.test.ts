// The steps of an association's document in real shells: the same for all hosts and runs, and still each run gives one result of its own.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Aws, openAws, permissionsInstance, rolePolicyOfBucket } from '@bongsu/aws';
import { recurringDocument } from '@bongsu/engines';
import { instance, type Lab, memberRoles, startLab, type WorldSpec } from '@bongsu/lab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentRun, shells } from './testing/document-run.ts';
import { labSettings } from './testing/lab-settings.ts';
import { pointSdkAt, realClock } from './wire.ts';

const script = 'head -c "${SIZE:-5000}" /dev/zero | tr "\\0" x > "$1"; printf %s "$BONGSU_RUN" >> "$1"\n';
const sha256 = createHash('sha256').update(script).digest('hex');
const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
const [web, other, bare] = [
  instance(shop, 'web', 'debian-12-tidy'),
  instance(shop, 'other', 'debian-12-tidy'),
  instance(shop, 'bare', 'debian-12-tidy', { profile: null }),
];
const world: WorldSpec = {
  ...{ name: 'recurring', centralAccountId: central, regions: [region], bucket: { name: 'exchange-1', region } },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: {} },
    { accountId: shop, name: 'shop', roles: memberRoles(central), regions: { [region]: [web, other, bare] } },
  ],
};
const arn = `arn:aws:ec2:${region}:${shop}:instance/`;

let lab: Lab;
let aws: Aws;
let folder: string;
let parameters: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bongsu-recurring-'));
  lab = await startLab({ world });
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  const settings = { ...labSettings(lab), roleDelivery: true, associations: true };
  aws = await openAws(settings, realClock);
  const who = await aws.identity();
  lab.bucketPolicy(rolePolicyOfBucket(settings, who, { accountIds: [shop] }));
  lab.grant({ instance: JSON.stringify(permissionsInstance(settings, who)) });
  await aws.exchange.scriptPut(`v1/a-nightly/script/${sha256}.sh`, script);
  const { url } = await aws.exchange.objectAddress();
  parameters = {
    ...{ RunId: 'a-nightly', ScriptPrefix: `${url}v1/a-nightly/script/`, ScriptSha256: sha256 },
    ...{ ResultPrefix: `${url}role/a-nightly/`, Stamp: '%Y%m%d', ResultRegion: region, ResultOwner: central },
    ...{ ResultPath: `${shop}/${region}/${arn.replaceAll(':', '%3A')}`, ResultBytes: '10000' },
  };
});
afterAll(async () => {
  await lab.close();
  rmSync(folder, { recursive: true, force: true });
});
let state: string;
beforeEach(() => {
  state = mkdtempSync(join(folder, 'host-'));
});

interface Order {
  readonly shell?: readonly string[];
  /** Whose metadata service is asked, and whose name is told. */
  readonly by?: { readonly instanceId: string };
  readonly as?: { readonly instanceId: string };
  readonly change?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

async function run({ shell, by = web, as = by, change = {}, environment = {} }: Order = {}) {
  const env = {
    // As State Manager may tell it: the same for every run.
    ...{ PATH: process.env['PATH'], SSM_COMMAND_ID: 'association', AWS_SSM_INSTANCE_ID: as.instanceId },
    ...{ BONGSU_STATE: state, BONGSU_METADATA: lab.metadataAddress(by.instanceId), ...environment },
  };
  const text = recurringDocument(aws.exchange.urlShape, { executionSeconds: 60 });
  return documentRun(text, { ...parameters, ...change }, env, shell);
}

const keysOf = async ({ instanceId }: { instanceId: string }): Promise<string[]> => {
  const { items } = await aws.exchange.results('role/a-nightly/');
  return items.map((one) => one.key).filter((key) => key.includes(`${arn}${instanceId}/`));
};
async function textOf(key: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of await aws.exchange.resultRead(key)) parts.push(part);
  return Buffer.concat(parts).toString();
}

const done = { role: 0, get: 0, verify: 0, run: 0, put: 0, cleanup: 0 };

describe.each(shells)('in %s', (_, shell) => {
  it('gives a result of its own for each run, under the day and its own ARN, and leaves nothing behind', async () => {
    const before = await keysOf(web);
    expect((await run({ shell })).codes).toEqual(done);
    expect((await run({ shell })).codes).toEqual(done);
    const keys = (await keysOf(web)).filter((key) => !before.includes(key));
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      const shape = new RegExp(
        `^role/a-nightly/(\\d{8})/${shop}/${region}/${arn}${web.instanceId}/(\\1t\\d{6}z-[0-9a-f]{8})\\.tar\\.gz$`,
      );
      expect(key).toMatch(shape);
      // The run that the evidence names is the key's.
      expect(await textOf(key)).toBe(`${'x'.repeat(5000)}${shape.exec(key)?.[2]}`);
    }
    expect(readdirSync(state)).toEqual([]);
  });

  it('puts results together by the hour where it is told to', async () => {
    await run({ shell, by: other, change: { Stamp: '%Y%m%dt%H' } });
    expect((await keysOf(other)).some((key) => /^role\/a-nightly\/(\d{8}t\d\d)\/.*\/\1\d{4}z-/.test(key))).toBe(true);
  });

  it('begins nothing without a role, and ends with the code of what went wrong', async () => {
    expect((await run({ shell, by: bare })).codes).toEqual({ role: 15, cleanup: 0 });
    expect((await run({ shell, as: { instanceId: 'i-0/../x' } })).codes).toEqual({ role: 13, cleanup: 0 });
    expect((await run({ shell, environment: { SIZE: '10000' } })).codes).toMatchObject({ run: 23, cleanup: 0 });
    expect((await run({ shell, as: other })).codes).toMatchObject({ run: 0, put: 25 });
    expect(readdirSync(state)).toEqual([]);
  });

  it('fetches its script with its role, takes no other than the pinned one, and may read nothing else', async () => {
    const [none, wrong] = ['f'.repeat(64), 'e'.repeat(64)];
    // S3 tells those who may not list a bucket nothing of what it does not hold.
    expect([24, 25]).toContain((await run({ shell, change: { ScriptSha256: none } })).codes['get']);
    await aws.exchange.scriptPut(`v1/a-nightly/script/${wrong}.sh`, 'echo other');
    expect((await run({ shell, change: { ScriptSha256: wrong } })).codes).toEqual({
      ...{ role: 0, get: 0, verify: 11, cleanup: 0 },
    });
    const { url } = await aws.exchange.objectAddress();
    await aws.exchange.scriptPut(`v1/c1/${sha256}.sh`, script);
    expect((await run({ shell, change: { ScriptPrefix: `${url}v1/c1/` } })).codes).toEqual({
      role: 0,
      get: 25,
      cleanup: 0,
    });
  });

  it('waits for no run that is going on, and clears away one that was cut short long ago', async () => {
    const left = join(state, 'a-nightly');
    mkdirSync(left);
    const busy = await run({ shell, environment: { SSM_COMMAND_ID: 'another' } });
    expect([busy.codes, busy.said, readdirSync(state)]).toEqual([
      { role: 10, cleanup: 0 },
      'another run of this check is going on\n',
      ['a-nightly'],
    ]);
    const old = Date.now() / 1000 - 3600;
    utimesSync(left, old, old);
    expect((await run({ shell })).codes).toEqual(done);
    expect(readdirSync(state)).toEqual([]);
  });
});

it('shows no credential of the host, whatever it writes', async () => {
  for (const order of [{}, { as: other }, { by: bare }])
    expect((await run(order)).said).not.toMatch(/ASIA|[A-Za-z0-9/+]{40}/);
});
