// The generated policies allow what a campaign does, and the central one nothing that neither it nor doctor does.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { WorldSpec } from '@bongsu/lab';
import { instance, memberRoles, packingFails } from '@bongsu/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CoverageShown, Fleet } from './testing/fleet.ts';
import { fleetStart } from './testing/fleet.ts';

const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
/** One that gives a result, and one that fails, of which only its command can tell. */
const hosts = (accountId: string) => ({
  [region]: [
    instance(accountId, 'web', 'debian-12-tidy'),
    instance(accountId, 'broken', 'debian-12-tidy', { tools: packingFails }),
  ],
});
const world: WorldSpec = {
  name: 'permissions',
  centralAccountId: central,
  regions: [region],
  bucket: { name: 'bongsu-exchange-100000000001', region },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: hosts(central) },
    { accountId: shop, name: 'shop', roles: memberRoles(central), regions: hosts(shop) },
  ],
};

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[]; readonly Resource: readonly string[] }[];
}
interface Policies {
  readonly central: Policy;
  readonly member: Policy;
  readonly memberTrust: object;
}
const holders = ['central', 'member'] as const;
type Holder = (typeof holders)[number];

let fleet: Fleet;
let policies: Policies;

beforeAll(async () => {
  fleet = await fleetStart({ world });
  policies = await fleet.json('doctor', '--policies', '--organization', fleet.lab.organizationId);
}, 60_000);
afterAll(() => fleet.close());

const actionsOf = (policy: Policy): string[] => policy.Statement.flatMap((statement) => statement.Action).sort();

/** Grants what was generated, less one action of one holder. */
function grant(less?: { holder: Holder; action: string }, trust: object = policies.memberTrust): void {
  const of = (holder: Holder): string => {
    const Statement = policies[holder].Statement.map((statement) => ({
      ...statement,
      Action: statement.Action.filter((action) => less?.holder !== holder || less.action !== action),
    })).filter((statement) => statement.Action.length > 0);
    return JSON.stringify({ ...policies[holder], Statement });
  };
  fleet.lab.grant({ central: of('central'), member: of('member'), memberTrust: JSON.stringify(trust) });
}

let latest = 500;
/** Another time limit is another document: a new version of it, or an older one that must be found again. */
function documentOf(seconds: number): void {
  const file = join(fleet.folder, 'bongsu.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/executionSeconds: \d+/, `executionSeconds: ${seconds}`));
}
const newDocument = (): void => documentOf((latest += 1));

/** Whether it was taken is not known, and the host will not tell. */
const lostSend = { service: 'ssm', operation: 'SendCommand', nth: 1, then: { drop: 'before' } } as const;

/** Starts a command and waits until it has ended or met a refusal; one that then goes on is ended. */
async function refusedIn(holder: Holder, action: string, words: readonly string[]): Promise<boolean> {
  const { child, ended } = fleet.start(...words);
  let over = false;
  const finished = ended.then(() => (over = true));
  const met = (): boolean => fleet.lab.asked()[holder].refused.includes(action);
  while (!over && !met()) await delay(50);
  if (!over) child.kill('SIGKILL');
  await finished;
  return met();
}

const run = ['campaign', 'run', '--yes'];

it('makes no document without the right to, and names it', { timeout: 120_000 }, async () => {
  grant({ holder: 'central', action: 'ssm:CreateDocument' });
  expect(await refusedIn('central', 'ssm:CreateDocument', run)).toBe(true);
  await fleet.forget();
});

it('allows all that a campaign and doctor do, and holds nothing that neither does', { timeout: 240_000 }, async () => {
  grant();
  const first = await fleet.json<CoverageShown>(...run);
  expect(first.states).toMatchObject({ assessed: 2, failed: 2 });
  expect((await fleet.run('doctor')).code).toBe(0);
  newDocument();
  fleet.lab.faults.set([central, shop].map((accountId) => ({ ...lostSend, accountId })));
  const second = await fleet.json<CoverageShown>(...run);
  fleet.lab.faults.set([]);
  newDocument();
  await fleet.json(...run);
  expect(second.states).toMatchObject({ assessed: 2, failed: 2 });
  const asked = fleet.lab.asked();
  for (const holder of holders) {
    expect([holder, asked[holder].refused]).toEqual([holder, []]);
  }
  // Asked only where limits go back to what an older version of the document holds.
  const later = ['ssm:GetDocument'];
  expect(asked.central.allowed).toEqual(actionsOf(policies.central).filter((action) => !later.includes(action)));
  expect(asked.member.allowed).toContain('ssm:SendCommand');
});

it('stands in the walk-through as it is generated', () => {
  const page = readFileSync(new URL('../../../docs/walk-through.md', import.meta.url), 'utf8');
  const shown = [...page.matchAll(/```json\n([^`]+)```/g)].map(([, text]) => JSON.parse(text ?? '') as object);
  const trust = JSON.stringify(policies.memberTrust).replace(fleet.lab.organizationId, 'o-a1b2c3d4e5');
  expect(shown).toEqual([policies.central, policies.member, JSON.parse(trust)]);
});

it('lets in nobody without the external id, nor from another organisation', { timeout: 120_000 }, async () => {
  const text = JSON.stringify(policies.memberTrust);
  expect(text).toContain('sts:ExternalId');
  expect(text).toContain(fleet.lab.organizationId);
  for (const other of [
    text.replace(fleet.lab.externalId, 'another'),
    text.replace(fleet.lab.organizationId, 'o-aaaaaaaaaa'),
  ]) {
    await fleet.forget();
    grant(undefined, JSON.parse(other) as object);
    const shown = await fleet.json<{ unreadable: { accountId: string; faults: { call: string }[] }[] }>('discover');
    expect(shown.unreadable).toMatchObject([{ accountId: shop, faults: [{ call: 'sts:AssumeRole' }] }]);
  }
});
