// A campaign by instance roles over hosts that really sign and put their results, under the policies that doctor prints and nothing more.
import { readFileSync } from 'node:fs';
import type { PolicySet } from '@bongsu/aws';
import { hybridNode, instance, memberRoles, type WorldSpec } from '@bongsu/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CoverageShown, type Fleet, fleetStart, sumOf } from './testing/fleet.ts';
import { grantsOf } from './testing/policies/grants.ts';

const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
/** curl as Ubuntu 20.04, Debian 11 and RHEL 8 have it: signing came with 7.75. */
const oldCurl = {
  curl: 'for word; do case $word in --aws-sigv4*) echo "curl: option --aws-sigv4: is unknown" >&2; exit 2;; esac; done\nexec /usr/bin/curl "$@"\n',
};
/** As where programs may not look at the metadata service, by a hop limit or a firewall. */
const mute = {
  curl: 'asked=$(cat); case $asked in *latest/api/token*) exit 28;; esac\nprintf "%s\\n" "$asked" | /usr/bin/curl "$@"\n',
};
const hosts = {
  own: instance(central, 'own', 'debian-12-tidy'),
  web: instance(shop, 'web', 'debian-12-tidy', { profile: 'web-servers' }),
  old: instance(shop, 'old', 'ubuntu-22-04-neglected', { tools: oldCurl }),
  bare: instance(shop, 'bare', 'debian-12-tidy', { profile: null }),
  mute: instance(shop, 'mute', 'debian-12-tidy', { tools: mute }),
  plant: hybridNode(shop, 'plant', 'rocky-8-stock'),
};
const world: WorldSpec = {
  ...{
    name: 'roles',
    centralAccountId: central,
    regions: [region],
    bucket: { name: 'bongsu-exchange-100000000001', region },
  },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: { [region]: [hosts.own] } },
    {
      ...{ accountId: shop, name: 'shop', roles: memberRoles(central) },
      regions: { [region]: [hosts.web, hosts.old, hosts.bare, hosts.mute, hosts.plant] },
    },
  ],
};

let fleet: Fleet;
let policies: PolicySet;
beforeAll(async () => {
  fleet = await fleetStart({ world }, (config) => config.replace('delivery: presigned', 'delivery: role'));
  policies = await fleet.json('doctor', '--policies');
}, 60_000);
afterAll(() => fleet.close());

it('stands on the page about safety as it is printed', { timeout: 60_000 }, async () => {
  const page = readFileSync(new URL('../../../docs/run-command-safety.md', import.meta.url), 'utf8');
  const shown = [...page.matchAll(/```json\n([^`]+)```/g)].map(([, text]) => JSON.parse(text ?? '') as object);
  const { organizationId } = fleet.lab;
  const { buckets, instance: role } = await fleet.json<PolicySet>(
    ...['doctor', '--policies', '--organization', organizationId],
  );
  const [{ Version, Statement }] = Object.values(buckets) as [PolicySet['buckets'][string]];
  // What every bucket has besides stands in the walk-through.
  const bucket = { Version, Statement: Statement.filter(({ Sid }) => Sid.startsWith('BongsuRole')) };
  expect(shown).toEqual([JSON.parse(JSON.stringify(bucket).replace(organizationId, 'o-a1b2c3d4e5')), role]);
});

const bindingLine = async (): Promise<unknown> => {
  const { stdout } = await fleet.run('--json', 'doctor');
  const { checks } = JSON.parse(stdout) as { checks: readonly { check: string; outcome: string }[] };
  return checks.find((one) => one.check === 'bucket role binding');
};

it('is not planned, and doctor says why, while the bucket does not bind', { timeout: 60_000 }, async () => {
  expect(await bindingLine()).toMatchObject({
    outcome: 'bad',
    detail: expect.stringContaining('lacks BongsuRoleOwnResults, BongsuRoleOnlyInstances, BongsuRoleOnlyOwn'),
  });
  const refused = await fleet.run('campaign', 'run', '--yes');
  expect([refused.code, /the policy of the bucket lacks BongsuRoleOwnResults/.test(refused.stderr)]).toEqual([1, true]);
  expect(fleet.lab.calls({ operation: 'SendCommand' })).toEqual([]);
});

it('accounts for every host, with two sends for two places', { timeout: 120_000 }, async () => {
  fleet.lab.grant(grantsOf(policies));
  expect(await bindingLine()).toMatchObject({ outcome: 'good' });
  const coverage = await fleet.json<CoverageShown>('campaign', 'run', '--yes');
  expect([coverage.total, sumOf(coverage.states)]).toEqual([6, 6]);
  const target = ({ instanceId }: { instanceId: string }) =>
    coverage.targets.find((one) => one.instanceId === instanceId);
  for (const host of [hosts.own, hosts.web, hosts.old]) expect(target(host)?.state).toMatch(/^(partly-)?assessed$/);
  expect(target(hosts.bare)).toMatchObject({
    state: 'not-attempted',
    detail: expect.stringMatching(/^no instance profile/),
  });
  expect(target(hosts.plant)).toMatchObject({
    state: 'not-attempted',
    detail: expect.stringMatching(/^a hybrid node/),
  });
  expect(target(hosts.mute)).toMatchObject({
    state: 'failed',
    detail: expect.stringMatching(/^step role, exit code 14: the metadata service/),
  });
  expect(fleet.lab.calls({ operation: 'SendCommand', status: '200' })).toHaveLength(2);
  const { central: asked, instance: put } = fleet.lab.asked();
  // Doctor asks for an object that is not there, and by the refusal to say so knows that it may read.
  expect(asked.refused).toEqual(['s3:ListBucket']);
  expect([put.allowed, put.refused]).toEqual([['s3:PutObject'], []]);
});

it('puts each result under the ARN of its instance, once', () => {
  const puts = fleet.lab.calls({ operation: 'PutObject', status: '200' });
  const writers = puts.map((call) => call.arn).filter((arn) => arn?.includes(':assumed-role/'));
  expect(new Set(writers)).toEqual(
    new Set([
      `arn:aws:sts::${central}:assumed-role/BongsuInstance/${hosts.own.instanceId}`,
      `arn:aws:sts::${shop}:assumed-role/BongsuInstance/${hosts.old.instanceId}`,
      `arn:aws:sts::${shop}:assumed-role/web-servers/${hosts.web.instanceId}`,
    ]),
  );
  expect(writers).toHaveLength(3);
});

it('says by what way results came, and shows no credential of a host', { timeout: 60_000 }, async () => {
  const report = await fleet.run('report', '--format', 'html', '--out', 'report.html');
  expect(report.code).toBe(0);
  const dry = await fleet.run('campaign', 'run', '--dry-run');
  expect(dry.stdout).toMatch(/role \(/);
  const shown = JSON.stringify(await fleet.json('campaign', 'show'));
  expect(shown).not.toMatch(/ASIA[A-Z0-9]{16}/);
});
