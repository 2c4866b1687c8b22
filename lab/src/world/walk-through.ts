// The estate of the walk-through in the documentation: two accounts, in each a server that is checked and one that is broken.
import { instance } from './instance.ts';
import { memberRoles } from './member-role.ts';
import type { WorldSpec } from './spec.ts';
import { packingFails } from './trouble.ts';

const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];

/** One that gives a result, and one that fails, of which only its command can tell. */
const hosts = (accountId: string) => ({
  [region]: [
    instance(accountId, 'web', 'debian-12-tidy'),
    instance(accountId, 'broken', 'debian-12-tidy', { tools: packingFails }),
  ],
});

export const walkThroughWorld: WorldSpec = {
  name: 'walk-through',
  centralAccountId: central,
  regions: [region],
  bucket: { name: `bongsu-exchange-${central}`, region },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: hosts(central) },
    { accountId: shop, name: 'shop', roles: memberRoles(central), regions: hosts(shop) },
  ],
};
