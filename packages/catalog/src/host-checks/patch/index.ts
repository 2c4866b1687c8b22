// The checks of the family patch with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { patchPolicy } from './policy.ts';
import { patchPolicyCases } from './policy.cases.ts';

export const patchChecks: HostCheckList = [[patchPolicy, patchPolicyCases]];
