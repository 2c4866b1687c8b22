// Cases of mysql.unneeded-accounts.
import type { HostCase } from '@bongsu/core';

export const mysqlUnneededAccountsCases: readonly HostCase[] = [];
