// Cases of postgresql.system-tables.
import type { HostCase } from '@bongsu/core';

export const pgSystemTablesCases: readonly HostCase[] = [];
