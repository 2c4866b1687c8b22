// The worlds we ship: that they hold what they promise, on roots that exist.
import { describe, expect, test } from 'vitest';
import { troubles } from './fate.ts';
import { fleetWorld } from './fleet.ts';
import { labRoles } from './member-role.ts';
import { rootsByName } from './roots-by-name.ts';
import type { InstanceSpec, WorldSpec } from './spec.ts';
import { worldNamed } from './worlds.ts';

const instancesOf = (world: WorldSpec, accountIds?: readonly string[]): InstanceSpec[] =>
  world.accounts
    .filter((account) => accountIds?.includes(account.accountId) ?? true)
    .flatMap((account) => Object.values(account.regions).flat());

describe.each(['demo', 'tidy', 'empty'])('the world %s', (name) => {
  const world = worldNamed(name);

  test('stands on roots that exist, under ids of its own', () => {
    const roots = rootsByName();
    for (const instance of instancesOf(world)) {
      if (instance.platform !== 'Windows') expect([...roots.keys()]).toContain(instance.root);
      expect(instance.instanceId).toMatch(/^(i-0|mi-0)[0-9a-f]{16}$/);
    }
    const ids = instancesOf(world).map((instance) => instance.instanceId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has its bucket and all instances in enabled Regions', () => {
    expect(world.regions).toContain(world.bucket.region);
    for (const account of world.accounts) {
      for (const region of Object.keys(account.regions)) expect(world.regions).toContain(region);
    }
  });
});

test('the demonstration shows twenty-five hosts and one of every trouble', () => {
  const world = worldNamed('demo');
  const readable = world.accounts.filter(
    ({ accountId, roles }) => accountId === world.centralAccountId || labRoles.roleName in roles,
  );
  const seen = instancesOf(
    world,
    readable.map((account) => account.accountId),
  );
  const count = (is: (instance: InstanceSpec) => boolean): number => seen.filter(is).length;
  expect([world.accounts.length, readable.length, world.regions.length, seen.length]).toEqual([3, 2, 2, 25]);
  expect(count((one) => one.instanceId.startsWith('mi-'))).toBe(1);
  expect(count((one) => one.state === 'stopped')).toBe(1);
  expect(count((one) => one.agent === 'none')).toBe(1);
  expect(count((one) => one.agent === 'offline')).toBe(1);
  expect(count((one) => one.platform === 'Windows')).toBe(1);
  expect(count((one) => one.tools?.tar !== undefined)).toBe(1);
  expect(count((one) => one.tools?.curl !== undefined)).toBe(1);
  expect(new Set(seen.map((one) => one.root)).size).toBeGreaterThanOrEqual(12);
});

test('a name that is no world is refused', () => {
  expect(() => worldNamed('moon')).toThrow(RangeError);
  expect(() => worldNamed('toString')).toThrow(RangeError);
});

test('a fleet is spread evenly over accounts and Regions', () => {
  const world = fleetWorld(1003, 3, { regions: ['ap-northeast-2', 'us-east-1'] });
  expect(instancesOf(world)).toHaveLength(1003);
  const shares = world.accounts.slice(1).flatMap((account) => Object.values(account.regions).map((all) => all.length));
  expect(shares).toEqual([168, 167, 167, 167, 167, 167]);
  expect(new Set(instancesOf(world).map((one) => one.instanceId)).size).toBe(1003);
});

test('a simulated fleet has its skew and of every trouble its share, the same for the same seed', () => {
  const options = { simulated: true, skew: 0.4, faults: 0.01, regions: ['ap-northeast-2', 'us-east-1'] };
  const world = fleetWorld(5000, 50, options);
  const sizes = world.accounts.slice(1).map(({ regions }) => Object.values(regions).flat().length);
  expect([sizes[0], Math.max(...sizes.slice(1)), Math.min(...sizes.slice(1))]).toEqual([2000, 62, 61]);
  const fates = Map.groupBy(instancesOf(world), (one) => one.simulated ?? 'none');
  for (const trouble of troubles) expect([trouble, fates.get(trouble)?.length]).toEqual([trouble, 50]);
  expect(fates.get('well')?.length).toBe(5000 - 50 * troubles.length);
  expect(fates.get('offline')?.every((one) => one.agent === 'offline')).toBe(true);
  expect(fleetWorld(5000, 50, options)).toEqual(world);
  expect(fleetWorld(5000, 50, { ...options, seed: 2 })).not.toEqual(world);
  const some = instancesOf(fleetWorld(100, 2, { simulated: true, faults: { killed: 0.5 } }));
  expect(some.filter((one) => one.simulated === 'killed').length).toBe(50);
  expect(() => fleetWorld(100, 2, { simulated: true, faults: 0.5 })).toThrow(RangeError);
  expect(() => fleetWorld(100, 2, { simulated: true, skew: 2 })).toThrow(RangeError);
});
