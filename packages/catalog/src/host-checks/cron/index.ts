// The checks of the family cron with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { permissions } from './permissions.ts';
import { permissionsCases } from './permissions.cases.ts';

export const cronChecks: HostCheckList = [[permissions, permissionsCases]];
