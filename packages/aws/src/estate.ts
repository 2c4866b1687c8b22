// Reads the estate: accounts, their Regions, and what each Region holds.
import type { Estate } from '@bongsu/core';
import type { Clients } from './clients.ts';
import { accountsOfList, accountsOfOrganization } from './collectors/accounts.ts';
import { instancesOf } from './collectors/instances.ts';
import { nodesOf } from './collectors/nodes.ts';
import { regionsOf } from './collectors/regions.ts';
import type { AwsSettings } from './settings.ts';

export function openEstate(settings: AwsSettings, clients: Clients): Estate {
  const { accounts, centralRegion, regions } = settings;
  return {
    accounts: async () =>
      accounts.kind === 'list'
        ? accountsOfList(accounts.accountIds)
        : accountsOfOrganization(clients, accounts.exclude ?? []),
    regions: (accountId) => regionsOf(clients, accountId, centralRegion, regions),
    instances: (place, only) => instancesOf(clients, place, only),
    nodes: (place, only) => nodesOf(clients, place, only),
  };
}
