// The checks of the family dbms with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { otherProducts } from './other-products.ts';
import { otherProductsCases } from './other-products.cases.ts';

export const dbmsChecks: HostCheckList = [[otherProducts, otherProductsCases]];
