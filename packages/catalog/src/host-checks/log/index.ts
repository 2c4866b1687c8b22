// The checks of the family log with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { logPolicy } from './policy.ts';
import { logPolicyCases } from './policy.cases.ts';
import { logReview } from './review.ts';
import { logReviewCases } from './review.cases.ts';

export const logChecks: HostCheckList = [
  [logPolicy, logPolicyCases],
  [logReview, logReviewCases],
];
