// The checks of the family postgresql with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { pgAdminRights } from './admin-rights.ts';
import { pgAdminRightsCases } from './admin-rights.cases.ts';
import { pgAudit } from './audit.ts';
import { pgAuditCases } from './audit.cases.ts';
import { pgDefaultAccounts } from './default-accounts.ts';
import { pgDefaultAccountsCases } from './default-accounts.cases.ts';
import { pgFilePermissions } from './file-permissions.ts';
import { pgFilePermissionsCases } from './file-permissions.cases.ts';
import { pgIndividualAccounts } from './individual-accounts.ts';
import { pgIndividualAccountsCases } from './individual-accounts.cases.ts';
import { pgObjectOwners } from './object-owners.ts';
import { pgObjectOwnersCases } from './object-owners.cases.ts';
import { pgPasswordHash } from './password-hash.ts';
import { pgPasswordHashCases } from './password-hash.cases.ts';
import { pgPasswordPolicy } from './password-policy.ts';
import { pgPasswordPolicyCases } from './password-policy.cases.ts';
import { pgPatches } from './patches.ts';
import { pgPatchesCases } from './patches.cases.ts';
import { pgRemoteAccess } from './remote-access.ts';
import { pgRemoteAccessCases } from './remote-access.cases.ts';
import { pgSystemTables } from './system-tables.ts';
import { pgSystemTablesCases } from './system-tables.cases.ts';
import { pgUnneededAccounts } from './unneeded-accounts.ts';
import { pgUnneededAccountsCases } from './unneeded-accounts.cases.ts';

export const postgresqlChecks: HostCheckList = [
  [pgAdminRights, pgAdminRightsCases],
  [pgAudit, pgAuditCases],
  [pgDefaultAccounts, pgDefaultAccountsCases],
  [pgFilePermissions, pgFilePermissionsCases],
  [pgIndividualAccounts, pgIndividualAccountsCases],
  [pgObjectOwners, pgObjectOwnersCases],
  [pgPasswordHash, pgPasswordHashCases],
  [pgPasswordPolicy, pgPasswordPolicyCases],
  [pgPatches, pgPatchesCases],
  [pgRemoteAccess, pgRemoteAccessCases],
  [pgSystemTables, pgSystemTablesCases],
  [pgUnneededAccounts, pgUnneededAccountsCases],
];
