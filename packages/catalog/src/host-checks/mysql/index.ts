// The checks of the family mysql with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { mysqlAdminRights } from './admin-rights.ts';
import { mysqlAdminRightsCases } from './admin-rights.cases.ts';
import { mysqlAudit } from './audit.ts';
import { mysqlAuditCases } from './audit.cases.ts';
import { mysqlDefaultAccounts } from './default-accounts.ts';
import { mysqlDefaultAccountsCases } from './default-accounts.cases.ts';
import { mysqlFilePermissions } from './file-permissions.ts';
import { mysqlFilePermissionsCases } from './file-permissions.cases.ts';
import { mysqlGrantOption } from './grant-option.ts';
import { mysqlGrantOptionCases } from './grant-option.cases.ts';
import { mysqlIndividualAccounts } from './individual-accounts.ts';
import { mysqlIndividualAccountsCases } from './individual-accounts.cases.ts';
import { mysqlPasswordHash } from './password-hash.ts';
import { mysqlPasswordHashCases } from './password-hash.cases.ts';
import { mysqlPasswordPolicy } from './password-policy.ts';
import { mysqlPasswordPolicyCases } from './password-policy.cases.ts';
import { mysqlPatches } from './patches.ts';
import { mysqlPatchesCases } from './patches.cases.ts';
import { mysqlProcessUser } from './process-user.ts';
import { mysqlProcessUserCases } from './process-user.cases.ts';
import { mysqlRemoteAccess } from './remote-access.ts';
import { mysqlRemoteAccessCases } from './remote-access.cases.ts';
import { mysqlSystemTables } from './system-tables.ts';
import { mysqlSystemTablesCases } from './system-tables.cases.ts';
import { mysqlUnneededAccounts } from './unneeded-accounts.ts';
import { mysqlUnneededAccountsCases } from './unneeded-accounts.cases.ts';

export const mysqlChecks: HostCheckList = [
  [mysqlAdminRights, mysqlAdminRightsCases],
  [mysqlAudit, mysqlAuditCases],
  [mysqlDefaultAccounts, mysqlDefaultAccountsCases],
  [mysqlFilePermissions, mysqlFilePermissionsCases],
  [mysqlGrantOption, mysqlGrantOptionCases],
  [mysqlIndividualAccounts, mysqlIndividualAccountsCases],
  [mysqlPasswordHash, mysqlPasswordHashCases],
  [mysqlPasswordPolicy, mysqlPasswordPolicyCases],
  [mysqlPatches, mysqlPatchesCases],
  [mysqlProcessUser, mysqlProcessUserCases],
  [mysqlRemoteAccess, mysqlRemoteAccessCases],
  [mysqlSystemTables, mysqlSystemTablesCases],
  [mysqlUnneededAccounts, mysqlUnneededAccountsCases],
];
