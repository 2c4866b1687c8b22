// The checks of the family cron with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { at } from './at.ts';
import { atCases } from './at.cases.ts';
import { crontab } from './crontab.ts';
import { crontabCases } from './crontab.cases.ts';
import { permissions } from './permissions.ts';
import { permissionsCases } from './permissions.cases.ts';

export const cronChecks: HostCheckList = [
  [at, atCases],
  [crontab, crontabCases],
  [permissions, permissionsCases],
];
