// Cases of mysql.admin-rights.
import type { HostCase } from '@bongsu/core';

export const mysqlAdminRightsCases: readonly HostCase[] = [];
