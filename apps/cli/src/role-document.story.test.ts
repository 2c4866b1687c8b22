// The steps of the role document in real shells, against a bucket whose policy binds keys to instances: each host puts its own result, and no other's.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Aws, openAws, permissionsInstance, rolePolicyOfBucket } from '@bongsu/aws';
import { roleDocument } from '@bongsu/engines';
import { hybridNode, instance, type Lab, memberRoles, startLab, type WorldSpec } from '@bongsu/lab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentRun, shells } from './testing/document-run.ts';
import { labSettings } from './testing/lab-settings.ts';
import { pointSdkAt, realClock } from './wire.ts';

const script = 'head -c "${SIZE:-5000}" /dev/zero | tr "\\0" x > "$1"; printf %s "$BONGSU_RUN" >> "$1"\n';
const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
const root = 'debian-12-tidy';
const [web, other, bare, plant] = [
  instance(shop, 'web', root),
  instance(shop, 'other', root),
  instance(shop, 'bare', root, { profile: null }),
  hybridNode(shop, 'plant', root),
];
/** Stands in the bucket's own account, where the role's own policy would be enough. */
const neighbour = instance(central, 'neighbour', root);
const world: WorldSpec = {
  ...{ name: 'roles', centralAccountId: central, regions: [region], bucket: { name: 'roles-exchange', region } },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: { [region]: [neighbour] } },
    { accountId: shop, name: 'shop', roles: memberRoles(central), regions: { [region]: [web, other, bare, plant] } },
  ],
};
const batch = 'b-01234567890123456789';
const folder = (accountId: string, instanceId = ''): string =>
  `role/c1/${accountId}/${region}/arn:aws:ec2:${region}:${accountId}:instance/${instanceId}`;

let lab: Lab;
let aws: Aws;
let state: string;
let scriptUrl: string;
let bucketUrl: string;

beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), 'bongsu-role-'));
  lab = await startLab({ world });
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  aws = await openAws({ ...labSettings(lab), roleDelivery: true }, realClock);
  await aws.exchange.scriptPut('v1/c/script/s.sh', script);
  scriptUrl = await aws.exchange.scriptUrl('v1/c/script/s.sh', 600);
  ({ url: bucketUrl } = await aws.exchange.objectAddress());
});
afterAll(async () => {
  await lab.close();
  rmSync(state, { recursive: true, force: true });
});
beforeEach(async () => {
  const who = await aws.identity();
  lab.bucketPolicy(rolePolicyOfBucket(labSettings(lab), who, { accountIds: [central, shop] }));
  lab.grant({ instance: JSON.stringify(permissionsInstance(labSettings(lab), who)) });
});

interface Order {
  readonly shell?: readonly string[];
  /** Whose metadata service is asked. */
  readonly by?: { readonly instanceId: string };
  /** Whose name is told to the steps: a host that lies about itself. */
  readonly as?: { readonly instanceId: string };
  readonly accountId?: string;
  readonly runId?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly owner?: string;
}

let runs = 0;
/** Runs the steps up to the first that fails, then the cleanup; gives exit codes by name. */
async function runSteps({ shell = ['sh'], by = web, as = by, accountId = shop, ...order }: Order = {}) {
  const { owner = central, environment = {}, runId = `${batch}-${(runs += 1)}` } = order;
  const parameters = {
    ...{ RunId: runId, ScriptUrl: scriptUrl, ScriptSha256: createHash('sha256').update(script).digest('hex') },
    ...{ ResultUrl: `${bucketUrl}${folder(accountId).replaceAll(':', '%3A')}`, ResultRegion: region },
    ...{ ResultOwner: owner, ResultBytes: '10000' },
  };
  const env = {
    ...{ PATH: process.env['PATH'], SSM_COMMAND_ID: 'command', AWS_SSM_INSTANCE_ID: as.instanceId },
    // The same run of another host, or of a host that was told again, has a state of its own.
    ...{ BONGSU_STATE: mkdtempSync(join(state, 'host-')), BONGSU_METADATA: lab.metadataAddress(by.instanceId) },
    ...environment,
  };
  const document = roleDocument(aws.exchange.urlShape, { executionSeconds: 60 });
  const { codes, said } = await documentRun(document, parameters, env, shell);
  const { items } = await aws.exchange.results(folder(accountId, as.instanceId));
  const key = `${folder(accountId, as.instanceId)}/${runId}-${as.instanceId}.tar.gz`;
  const left = readdirSync(env.BONGSU_STATE).filter((name) => !name.endsWith('.done'));
  return { codes, said, key, there: items.some((one) => one.key === key), left };
}

async function textOf(key: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of await aws.exchange.resultRead(key)) parts.push(part);
  return Buffer.concat(parts).toString();
}

const done = { download: 0, verify: 0, role: 0, run: 0, put: 0, cleanup: 0 };

describe.each(shells)('in %s', (_, shell) => {
  it('puts one result under its own name, which the lab verifies as S3 does, and leaves nothing behind', async () => {
    const { codes, key, there, left } = await runSteps({ shell });
    expect([codes, there, left]).toEqual([done, true, []]);
    expect(await textOf(key)).toMatch(new RegExp(`^x{5000}${batch}-\\d+-${web.instanceId}$`));
  });

  it('may not put under the name of another, however it asks', async () => {
    const { codes, there, said } = await runSteps({ shell, by: web, as: other });
    expect([codes['put'], there]).toEqual([25, false]);
    expect(said).toContain('neither the role nor the policy of the bucket lets this instance put its result');
  });

  it('runs no script where there is no role to put its result with', async () => {
    expect((await runSteps({ shell, by: bare })).codes).toEqual({ download: 0, verify: 0, role: 15, cleanup: 0 });
    expect((await runSteps({ shell, by: plant })).codes).toEqual({ download: 0, verify: 0, role: 14, cleanup: 0 });
  });

  it('ends with 23 where the result is larger than agreed, and with 13 without a name', async () => {
    expect((await runSteps({ shell, environment: { SIZE: '10000' } })).codes).toMatchObject({ run: 23, cleanup: 0 });
    for (const AWS_SSM_INSTANCE_ID of ['', 'i-0/../x', 'i-0"\nurl="x'])
      expect((await runSteps({ shell, environment: { AWS_SSM_INSTANCE_ID } })).codes).toMatchObject({ role: 13 });
  });
});

describe('the bucket', () => {
  it('keeps what was written first', async () => {
    const first = await runSteps({ runId: `${batch}-once` });
    const second = await runSteps({ runId: `${batch}-once`, environment: { SIZE: '10' } });
    expect([first.codes['put'], second.codes['put']]).toEqual([0, 24]);
    expect(second.said).toContain('S3 answered 412 PreconditionFailed');
    expect((await textOf(first.key)).length).toBeGreaterThan(5000);
  });

  it('lets an instance of its own account write its own result, and no other’s, whatever its role allows', async () => {
    lab.grant({});
    const own = await runSteps({ by: neighbour, accountId: central });
    expect([own.codes, own.there]).toEqual([done, true]);
    expect((await runSteps({ by: neighbour, as: web })).codes['put']).toBe(25);
    // Without the refusals of the policy the role alone would do.
    lab.bucketPolicy(null);
    expect((await runSteps({ by: neighbour, as: web })).codes['put']).toBe(0);
  });

  it('is another’s where it is not owned by the account that sent the command', async () => {
    expect((await runSteps({ owner: shop })).codes['put']).toBe(25);
  });

  it('lets nobody in from an account that its policy does not name', async () => {
    const who = await aws.identity();
    lab.bucketPolicy(rolePolicyOfBucket(labSettings(lab), who, { accountIds: [central] }));
    expect((await runSteps()).codes['put']).toBe(25);
    lab.bucketPolicy(rolePolicyOfBucket(labSettings(lab), who, { organizationId: 'o-another000' }));
    expect((await runSteps()).codes['put']).toBe(25);
    lab.bucketPolicy(rolePolicyOfBucket(labSettings(lab), who, { organizationId: lab.organizationId }));
    expect((await runSteps()).codes).toEqual(done);
  });

  it('asks the role for its own right too', async () => {
    lab.grant({
      instance: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
      }),
    });
    expect((await runSteps()).codes['put']).toBe(25);
  });

  it('takes no result from whoever is no instance, the central account included', async () => {
    const key = `${folder(shop, web.instanceId)}/x.tar.gz`;
    await expect(aws.exchange.scriptPut(key, 'x')).rejects.toThrow(
      /explicit deny in a resource-based policy|AccessDenied/,
    );
    await expect(aws.exchange.scriptPut('v1/c/script/t.sh', 'x')).resolves.toBeUndefined();
  });
});

describe('the binding', () => {
  const policy = async () => rolePolicyOfBucket(labSettings(lab), await aws.identity(), { accountIds: [shop] });
  const missing = async (): Promise<unknown> => {
    const binding = await aws.exchange.roleBinding();
    return 'missing' in binding ? binding.missing : binding;
  };

  it('is there where the policy is, in whatever order and beside whatever else', async () => {
    expect(await missing()).toEqual([]);
    const { Statement, ...rest } = await policy();
    const tls = {
      ...{ Sid: 'Tls', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: `arn:aws:s3:::${lab.bucket.name}/x` },
      Condition: { StringEquals: { 'aws:PrincipalAccount': '1' } },
    };
    const single = Statement.map((one) => ({
      ...one,
      Sid: undefined,
      Action: one.Action[0],
      Principal: one.Principal === '*' ? { AWS: '*' } : one.Principal,
    }));
    lab.bucketPolicy({ ...rest, Statement: [tls, ...single.toReversed()] });
    expect(await missing()).toEqual([]);
  });

  it('lacks what is not there, or says something else', async () => {
    const { Statement } = await policy();
    for (const one of Statement) {
      lab.bucketPolicy({ Statement: Statement.filter((other) => other !== one) });
      expect(await missing()).toEqual([one.Sid]);
    }
    const weaker = Statement.map((one) =>
      one.NotResource ? { ...one, NotResource: [...one.NotResource, `arn:aws:s3:::${lab.bucket.name}/role/*`] } : one,
    );
    lab.bucketPolicy({ Statement: weaker });
    expect(await missing()).toEqual(['BongsuRoleOnlyOwn']);
    lab.bucketPolicy(null);
    expect(await missing()).toEqual(Statement.map((one) => one.Sid));
  });

  it('is not known where the policy may not be read', async () => {
    lab.faults.set([
      { service: 's3', operation: 'GetBucketPolicy', every: 1, then: { error: 'AccessDenied', status: 403 } },
    ]);
    const binding = await aws.exchange.roleBinding();
    lab.faults.set([]);
    expect(binding).toMatchObject({ call: 's3:GetBucketPolicy', missingPermission: 's3:GetBucketPolicy' });
  });
});
