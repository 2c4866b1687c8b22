// The accounts of the organisation, or those of a configured list.
import type { Account as SdkAccount } from '@aws-sdk/client-organizations';
import type { Account, AccountId, Gap, Seen } from '@bongsu/core';
import { gapAt, pages, translated, type Tell, type Where } from '../call.ts';
import type { Clients } from '../clients.ts';

export const calls = ['organizations:ListAccounts'] as const;

const where: Where = { call: 'organizations:ListAccounts', accountId: null, region: null };

/** All accounts of the organisation but the excluded ones; one that cannot be read is also a gap. */
export async function accountsOfOrganization(clients: Clients, exclude: readonly AccountId[]): Promise<Seen<Account>> {
  const { ListAccountsCommand } = await import('@aws-sdk/client-organizations');
  const raw = await pages<SdkAccount>(where, async (token) => {
    const client = await clients.organizations();
    const page = await client.send(new ListAccountsCommand({ ...(token === undefined ? {} : { NextToken: token }) }));
    return { items: page.Accounts, next: page.NextToken };
  });
  const seen = translated(raw, where, accountOf);
  const items = seen.items.filter((account) => !exclude.includes(account.accountId));
  return { items, gaps: [...seen.gaps, ...items.filter((a) => a.status === 'SUSPENDED').map(suspended)] };
}

/** The accounts of the configuration. Their names are not known without the organisation. */
export function accountsOfList(accountIds: readonly AccountId[]): Seen<Account> {
  const items = [...new Set(accountIds)].map((accountId): Account => ({ accountId, name: '', status: 'ACTIVE' }));
  return { items, gaps: [] };
}

/**
 * `State` replaces `Status`, which AWS retires on 9 September 2026 (Organizations API reference, Account); older
 * endpoints give only `Status`.
 */
function accountOf(raw: SdkAccount, tell: Tell): Account | null {
  if (raw.Id === undefined) {
    tell('MalformedItem', 'an account without an id');
    return null;
  }
  const word = raw.State ?? raw.Status ?? '(none)';
  const status = statusOf(word);
  if (status === null) {
    tell('UnknownWord', `the account state ${word} is not known`, raw.Id);
    return null;
  }
  return { accountId: raw.Id, name: raw.Name ?? '', status };
}

/** An account being opened or closed for good cannot be read either, which is all that `SUSPENDED` says here. */
function statusOf(word: string): Account['status'] | null {
  switch (word) {
    case 'ACTIVE':
    case 'PENDING_CLOSURE':
    case 'SUSPENDED':
      return word;
    case 'CLOSED':
    case 'PENDING_ACTIVATION':
      return 'SUSPENDED';
    default:
      return null;
  }
}

function suspended(account: Account): Gap {
  const at = { ...where, accountId: account.accountId };
  return gapAt(at, 'AccountSuspended', 'the account is suspended, closed or not yet active, so it cannot be read');
}
