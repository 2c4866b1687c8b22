// The checks of the family password with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { hashAlgorithm } from './hash-algorithm.ts';
import { hashAlgorithmCases } from './hash-algorithm.cases.ts';
import { policy } from './policy.ts';
import { policyCases } from './policy.cases.ts';

export const passwordChecks: HostCheckList = [
  [hashAlgorithm, hashAlgorithmCases],
  [policy, policyCases],
];
