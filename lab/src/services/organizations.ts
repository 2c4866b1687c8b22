// Organizations: the accounts of the organisation, told only to its management account.
import { AwsError } from '../endpoint/contract.ts';
import type { Call, Handlers } from '../endpoint/contract.ts';
import type { AccountSpec } from '../world/spec.ts';
import { requireRange } from './constraint.ts';
import type { Estate } from './estate.ts';
import { invalidNextToken, page } from './paging.ts';

/** ListAccounts answers at most 20 a page (Organizations API reference). */
const pageSizeMax = 20;
const joinedAt = new Date(Date.UTC(2024, 2, 1));

/** The same for every account of the world. */
export function organizationIdOf(seeded: Estate['seeded']): string {
  return `o-${seeded.word('organization', 10)}`;
}

/** The handlers of Organizations. */
export function organizationsHandlers(estate: Estate): Handlers {
  const { world, seeded } = estate;
  const managementId = world.centralAccountId;
  const organizationId = organizationIdOf(seeded);
  const email = (accountId: string): string => `aws+${accountId}@example.org`;
  const accountArn = (accountId: string): string =>
    `arn:aws:organizations::${managementId}:account/${organizationId}/${accountId}`;

  const requireManagement = (call: Call): void => {
    if (call.accountId === managementId) return;
    throw new AwsError('AccessDeniedException', "You don't have permissions to access this resource.", 400);
  };
  const shown = (account: AccountSpec) => ({
    Id: account.accountId,
    Arn: accountArn(account.accountId),
    Name: account.name,
    Email: email(account.accountId),
    Status: account.status ?? 'ACTIVE',
    State: account.status ?? 'ACTIVE',
    JoinedMethod: account.accountId === managementId ? 'INVITED' : 'CREATED',
    JoinedTimestamp: joinedAt,
  });

  return {
    DescribeOrganization: () => ({
      Organization: {
        Id: organizationId,
        Arn: `arn:aws:organizations::${managementId}:organization/${organizationId}`,
        FeatureSet: 'ALL',
        MasterAccountArn: accountArn(managementId),
        MasterAccountEmail: email(managementId),
        MasterAccountId: managementId,
        AvailablePolicyTypes: [],
      },
    }),
    ListAccounts: (input, call) => {
      requireManagement(call);
      requireRange(input.MaxResults, 'maxResults', 1, pageSizeMax);
      const accounts = page(world.accounts, (account) => account.accountId, {
        call,
        input,
        token: input.NextToken,
        size: input.MaxResults ?? pageSizeMax,
        refuse: invalidNextToken('InvalidInputException'),
      });
      return { Accounts: accounts.items.map(shown), NextToken: accounts.next };
    },
  };
}
