// Cases of mysql.password-policy.
import type { HostCase } from '@bongsu/core';

export const mysqlPasswordPolicyCases: readonly HostCase[] = [];
