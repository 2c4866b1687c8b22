// Cases of postgresql.admin-rights.
import type { HostCase } from '@bongsu/core';

export const pgAdminRightsCases: readonly HostCase[] = [];
