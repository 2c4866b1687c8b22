// Cases of mysql.password-hash.
import type { HostCase } from '@bongsu/core';

export const mysqlPasswordHashCases: readonly HostCase[] = [];
