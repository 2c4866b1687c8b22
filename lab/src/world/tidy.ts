// A small estate in which all is well: every account readable, every agent online, every host kept.
import { instance } from './instance.ts';
import { memberRoles } from './member-role.ts';
import type { WorldSpec } from './spec.ts';

const central = '100000000001';
const shop = '200000000002';

/** Two accounts, one Region, four instances. */
export const tidyWorld: WorldSpec = {
  name: 'tidy',
  centralAccountId: central,
  regions: ['ap-northeast-2'],
  bucket: { name: 'bongsu-exchange-100000000001', region: 'ap-northeast-2' },
  accounts: [
    {
      accountId: central,
      name: 'security',
      roles: {},
      regions: { 'ap-northeast-2': [instance(central, 'bastion', 'amazon-linux-2023-tidy')] },
    },
    {
      accountId: shop,
      name: 'shop',
      roles: memberRoles(central),
      regions: {
        'ap-northeast-2': [
          instance(shop, 'web', 'ubuntu-22-04-tidy'),
          instance(shop, 'api', 'debian-12-tidy'),
          instance(shop, 'database', 'rocky-9-tidy'),
        ],
      },
    },
  ],
};
