// Cases of postgresql.unneeded-accounts.
import type { HostCase } from '@bongsu/core';

export const pgUnneededAccountsCases: readonly HostCase[] = [];
