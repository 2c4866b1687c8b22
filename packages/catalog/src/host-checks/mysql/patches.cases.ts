// Cases of mysql.patches.
import type { HostCase } from '@bongsu/core';

export const mysqlPatchesCases: readonly HostCase[] = [];
