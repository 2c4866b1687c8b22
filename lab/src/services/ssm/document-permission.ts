// Sharing a Systems Manager document with other accounts.
import { AwsError } from '../../endpoint/contract.ts';
import type { Handlers } from '../../endpoint/contract.ts';
import { requireLength, requirePattern, requireRange } from '../constraint.ts';
import type { Estate } from '../estate.ts';
import { invalidNextToken, page } from '../paging.ts';
import { ownDocument } from './document-find.ts';

/** At most 20 accounts a call, 1,000 a document; 200 a page (Systems Manager API reference and quotas). */
const limits = { accountsPerCall: 20, accounts: 1000, pageSize: 200 } as const;

function requireShare(permissionType: unknown): void {
  if (permissionType === 'Share') return;
  throw new AwsError('InvalidPermissionType', 'The permission type is not supported. Share is the only supported one.');
}

/** The handlers of document permissions; only the owner may call them. */
export function documentPermissionHandlers(estate: Estate): Handlers {
  return {
    ModifyDocumentPermission: (input, call) => {
      requireShare(input.PermissionType);
      const added: string[] = input.AccountIdsToAdd ?? [];
      const removed: string[] = input.AccountIdsToRemove ?? [];
      requireLength(added, 'accountIdsToAdd', limits.accountsPerCall);
      requireLength(removed, 'accountIdsToRemove', limits.accountsPerCall);
      for (const id of [...added, ...removed]) requirePattern(id, 'accountIds', /^(all|[0-9]{12})$/i);
      const version = input.SharedDocumentVersion ?? '$DEFAULT';
      requirePattern(version, 'sharedDocumentVersion', /^(\$LATEST|\$DEFAULT|\$ALL)$/);
      const { sharedWith } = ownDocument(estate, call, input.Name);
      if (new Set([...sharedWith.keys(), ...added]).size > limits.accounts) {
        throw new AwsError('DocumentPermissionLimit', 'The document can not be shared with more accounts.');
      }
      for (const id of added) sharedWith.set(id.toLowerCase(), version);
      for (const id of removed) sharedWith.delete(id.toLowerCase());
      return {};
    },

    DescribeDocumentPermission: (input, call) => {
      requireShare(input.PermissionType);
      requireRange(input.MaxResults, 'maxResults', 1, limits.pageSize);
      const { sharedWith } = ownDocument(estate, call, input.Name);
      const shares = page([...sharedWith], ([accountId]) => accountId, {
        call,
        input,
        token: input.NextToken,
        size: input.MaxResults ?? limits.pageSize,
        refuse: invalidNextToken('InvalidNextToken'),
      });
      return {
        AccountIds: shares.items.map(([accountId]) => accountId),
        AccountSharingInfoList: shares.items.map(([AccountId, SharedDocumentVersion]) => ({
          AccountId,
          SharedDocumentVersion,
        })),
        NextToken: shares.next,
      };
    },
  };
}
