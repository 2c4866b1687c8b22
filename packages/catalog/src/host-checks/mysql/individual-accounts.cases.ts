// Cases of mysql.individual-accounts.
import type { HostCase } from '@bongsu/core';

export const mysqlIndividualAccountsCases: readonly HostCase[] = [];
