// The checks of the family sudo with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { sudoersPermissions } from './sudoers-permissions.ts';
import { sudoersPermissionsCases } from './sudoers-permissions.cases.ts';

export const sudoChecks: HostCheckList = [[sudoersPermissions, sudoersPermissionsCases]];
