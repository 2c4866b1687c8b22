// The checks of the family login with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { warning2021 } from './warning-2021.ts';
import { warning2021Cases } from './warning-2021.cases.ts';
import { warning } from './warning.ts';
import { warningCases } from './warning.cases.ts';

export const loginChecks: HostCheckList = [
  [warning2021, warning2021Cases],
  [warning, warningCases],
];
