// Security Token Service: who calls, and roles put on.
import type { Handlers } from '../endpoint/contract.ts';
import { assumeRole } from './assume-role.ts';
import type { Estate } from './estate.ts';
import type { GrantBook } from './grant.ts';
import type { Identities } from './identities.ts';
import type { Ground } from './policy/context.ts';

/** The handlers of STS. */
export function stsHandlers(estate: Estate, identities: Identities, grants: GrantBook, ground: Ground): Handlers {
  return {
    GetCallerIdentity: (_input, call) => ({
      Account: call.accountId,
      Arn: call.identity.arn,
      UserId: `AIDA${estate.seeded.upper(`principal ${call.identity.arn}`, 17)}`,
    }),
    AssumeRole: assumeRole(estate, identities, grants, ground),
  };
}
