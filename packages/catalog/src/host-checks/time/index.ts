// The checks of the family time with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { synchronised } from './synchronised.ts';
import { synchronisedCases } from './synchronised.cases.ts';

export const timeChecks: HostCheckList = [[synchronised, synchronisedCases]];
