// Cases of postgresql.password-policy.
import type { HostCase } from '@bongsu/core';

export const pgPasswordPolicyCases: readonly HostCase[] = [];
