// Cases of postgresql.individual-accounts.
import type { HostCase } from '@bongsu/core';

export const pgIndividualAccountsCases: readonly HostCase[] = [];
