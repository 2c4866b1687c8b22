// Cases of mysql.system-tables.
import type { HostCase } from '@bongsu/core';

export const mysqlSystemTablesCases: readonly HostCase[] = [];
