// The checks of the family network with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { sourceRestriction } from './source-restriction.ts';
import { sourceRestrictionCases } from './source-restriction.cases.ts';

export const networkChecks: HostCheckList = [[sourceRestriction, sourceRestrictionCases]];
