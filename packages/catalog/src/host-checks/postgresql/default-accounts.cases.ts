// Cases of postgresql.default-accounts.
import type { HostCase } from '@bongsu/core';

export const pgDefaultAccountsCases: readonly HostCase[] = [];
