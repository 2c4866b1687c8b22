// Estates of any size, for measuring: many instances that stand on one copy of one root.
import { instance } from './instance.ts';
import { memberRoles } from './member-role.ts';
import type { AccountSpec, WorldSpec } from './spec.ts';

const central = '100000000001';

export interface FleetOptions {
  /** Regions in which every account has its share; `ap-northeast-2` where absent. */
  readonly regions?: readonly string[];
  /** `amazon-linux-2023-tidy` where absent. */
  readonly root?: string;
}

/** `instances` in all, spread as evenly as can be over `accounts` members and their Regions. */
export function fleetWorld(instances: number, accounts: number, options: FleetOptions = {}): WorldSpec {
  const { regions = ['ap-northeast-2'], root = 'amazon-linux-2023-tidy' } = options;
  const places = accounts * regions.length;
  const shareOf = (index: number): number => Math.floor(instances / places) + (index < instances % places ? 1 : 0);

  const members = Array.from({ length: accounts }, (_, memberIndex): AccountSpec => {
    const accountId = String(200_000_000_000 + memberIndex);
    const inRegion = (region: string, regionIndex: number) =>
      Array.from({ length: shareOf(memberIndex * regions.length + regionIndex) }, (_unused, index) =>
        instance(accountId, `host-${region}-${index}`, root, { sharedRoot: true }),
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
    accounts: [{ accountId: central, name: 'security', roles: {}, regions: {} }, ...members],
  };
}
