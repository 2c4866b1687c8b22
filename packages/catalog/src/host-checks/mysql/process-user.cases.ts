// Cases of mysql.process-user.
import type { HostCase } from '@bongsu/core';

export const mysqlProcessUserCases: readonly HostCase[] = [];
