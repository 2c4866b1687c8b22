// The checks of the family password with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { complexity } from './complexity.ts';
import { complexityCases } from './complexity.cases.ts';
import { hashAlgorithm } from './hash-algorithm.ts';
import { hashAlgorithmCases } from './hash-algorithm.cases.ts';
import { length } from './length.ts';
import { lengthCases } from './length.cases.ts';
import { maxAge } from './max-age.ts';
import { maxAgeCases } from './max-age.cases.ts';
import { minAge } from './min-age.ts';
import { minAgeCases } from './min-age.cases.ts';
import { policy } from './policy.ts';
import { policyCases } from './policy.cases.ts';

export const passwordChecks: HostCheckList = [
  [complexity, complexityCases],
  [hashAlgorithm, hashAlgorithmCases],
  [length, lengthCases],
  [maxAge, maxAgeCases],
  [minAge, minAgeCases],
  [policy, policyCases],
];
