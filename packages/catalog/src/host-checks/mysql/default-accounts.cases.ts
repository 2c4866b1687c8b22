// Cases of mysql.default-accounts.
import type { HostCase } from '@bongsu/core';

export const mysqlDefaultAccountsCases: readonly HostCase[] = [];
