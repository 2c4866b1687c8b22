// Estates of any size, for measuring: many instances that stand on one copy of one root, or that are simulated.
import { createHash } from 'node:crypto';
import type { SimulatedFate, Trouble } from './fate.ts';
import { troubles } from './fate.ts';
import { instance } from './instance.ts';
import { memberRoles } from './member-role.ts';
import type { AccountSpec, InstanceSpec, WorldSpec } from './spec.ts';

const central = '100000000001';

export interface FleetOptions {
  /** Regions in which every account has its share; `ap-northeast-2` where absent. */
  readonly regions?: readonly string[];
  /** `amazon-linux-2023-tidy` where absent. */
  readonly root?: string;
  /** The roots of the instances in turn, in place of `root`. */
  readonly roots?: readonly string[];
  /** Instances run no shell, so that a fleet may have tens of thousands. */
  readonly simulated?: boolean;
  /** Share of all instances that stand in the first account; as even as can be where absent. */
  readonly skew?: number;
  /** Share of simulated instances in each kind of trouble, or in those named; none where absent. */
  readonly faults?: number | Readonly<Partial<Record<Trouble, number>>>;
  /** Which instances are in trouble follows from it; 1 where absent. */
  readonly seed?: number;
}

/** `instances` in all, spread over `accounts` members and their Regions. */
export function fleetWorld(instances: number, accounts: number, options: FleetOptions = {}): WorldSpec {
  const { regions = ['ap-northeast-2'] } = options;
  const roots = options.roots ?? [options.root ?? 'amazon-linux-2023-tidy'];
  const members = accountShares(instances, accounts, options.skew).map((share, memberIndex): AccountSpec => {
    const accountId = String(200_000_000_000 + memberIndex);
    const inRegion = (region: string, regionIndex: number) =>
      Array.from({ length: evenShare(share, regions.length, regionIndex) }, (_unused, index) =>
        instance(accountId, `host-${region}-${index}`, roots[index % roots.length] ?? '', { sharedRoot: true }),
      );
    return {
      accountId,
      name: `member-${memberIndex + 1}`,
      roles: memberRoles(central),
      regions: Object.fromEntries(regions.map((region, index) => [region, inRegion(region, index)])),
    };
  });
  return {
    name: `fleet-${instances}`,
    centralAccountId: central,
    regions,
    bucket: { name: `bongsu-exchange-${central}`, region: regions[0] ?? 'ap-northeast-2' },
    accounts: [
      { accountId: central, name: 'security', roles: {}, regions: {} },
      ...(options.simulated ? simulated(members, options) : members),
    ],
  };
}

const evenShare = (total: number, parts: number, index: number): number =>
  Math.floor(total / parts) + (index < total % parts ? 1 : 0);

function accountShares(instances: number, accounts: number, skew: number | undefined): number[] {
  const first = skew === undefined || accounts < 2 ? evenShare(instances, accounts, 0) : Math.round(instances * skew);
  if (!(first >= 0 && first <= instances)) throw new RangeError(`the skew is a share from 0 to 1, not ${skew}`);
  const rest = Array.from({ length: accounts - 1 }, (_, index) => evenShare(instances - first, accounts - 1, index));
  return [first, ...rest];
}

/** The same accounts with a fate for each instance: of every trouble just its share, picked by the seed. */
function simulated(accounts: readonly AccountSpec[], { faults = 0, seed = 1 }: FleetOptions): AccountSpec[] {
  const ids = accounts.flatMap((account) => Object.values(account.regions).flat()).map(({ instanceId }) => instanceId);
  const place = (id: string): string => createHash('sha256').update(`${seed} fate ${id}`).digest('hex');
  const shuffled = ids.map((id) => [place(id), id] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const fates = new Map<string, SimulatedFate>();
  let taken = 0;
  for (const trouble of troubles) {
    const count = Math.round((typeof faults === 'number' ? faults : (faults[trouble] ?? 0)) * ids.length);
    for (const [, id] of shuffled.slice(taken, taken + count)) fates.set(id, trouble);
    taken += count;
  }
  if (taken > ids.length) throw new RangeError('the shares of trouble are more than the whole');
  const fated = (spec: InstanceSpec): InstanceSpec => {
    const fate = fates.get(spec.instanceId) ?? 'well';
    const { sharedRoot: _, ...rest } = spec;
    return { ...rest, simulated: fate, ...(fate === 'offline' ? { agent: 'offline' } : {}) };
  };
  return accounts.map((account) => ({
    ...account,
    regions: Object.fromEntries(Object.entries(account.regions).map(([region, specs]) => [region, specs.map(fated)])),
  }));
}
