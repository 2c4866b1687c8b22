// Two accounts that own nothing yet.
import { memberRoles } from './member-role.ts';
import type { WorldSpec } from './spec.ts';

const central = '100000000001';

/** The smallest organisation: a central account and one member, no instance anywhere. */
export const emptyWorld: WorldSpec = {
  name: 'empty',
  centralAccountId: central,
  regions: ['ap-northeast-2'],
  bucket: { name: 'bongsu-exchange-100000000001', region: 'ap-northeast-2' },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: {} },
    { accountId: '200000000002', name: 'shop', roles: memberRoles(central), regions: {} },
  ],
};
