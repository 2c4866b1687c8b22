// The checks of the family account with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { duplicateUid } from './duplicate-uid.ts';
import { duplicateUidCases } from './duplicate-uid.cases.ts';
import { emptyGroups2021 } from './empty-groups-2021.ts';
import { emptyGroups2021Cases } from './empty-groups-2021.cases.ts';
import { emptyGroups } from './empty-groups.ts';
import { emptyGroupsCases } from './empty-groups.cases.ts';
import { homeExists } from './home-exists.ts';
import { homeExistsCases } from './home-exists.cases.ts';
import { homeOwner } from './home-owner.ts';
import { homeOwnerCases } from './home-owner.cases.ts';
import { lockout } from './lockout.ts';
import { lockoutCases } from './lockout.cases.ts';
import { rootGroup } from './root-group.ts';
import { rootGroupCases } from './root-group.cases.ts';
import { serviceShells } from './service-shells.ts';
import { serviceShellsCases } from './service-shells.cases.ts';
import { shadowPasswords } from './shadow-passwords.ts';
import { shadowPasswordsCases } from './shadow-passwords.cases.ts';
import { suRestriction2021 } from './su-restriction-2021.ts';
import { suRestriction2021Cases } from './su-restriction-2021.cases.ts';
import { suRestriction } from './su-restriction.ts';
import { suRestrictionCases } from './su-restriction.cases.ts';
import { uidZero } from './uid-zero.ts';
import { uidZeroCases } from './uid-zero.cases.ts';
import { unneededAccounts } from './unneeded-accounts.ts';
import { unneededAccountsCases } from './unneeded-accounts.cases.ts';

export const accountChecks: HostCheckList = [
  [duplicateUid, duplicateUidCases],
  [emptyGroups2021, emptyGroups2021Cases],
  [emptyGroups, emptyGroupsCases],
  [homeExists, homeExistsCases],
  [homeOwner, homeOwnerCases],
  [lockout, lockoutCases],
  [rootGroup, rootGroupCases],
  [serviceShells, serviceShellsCases],
  [shadowPasswords, shadowPasswordsCases],
  [suRestriction2021, suRestriction2021Cases],
  [suRestriction, suRestrictionCases],
  [uidZero, uidZeroCases],
  [unneededAccounts, unneededAccountsCases],
];
