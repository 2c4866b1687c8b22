// The checks of the family login with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { warning } from './warning.ts';
import { warningCases } from './warning.cases.ts';

export const loginChecks: HostCheckList = [[warning, warningCases]];
