// Cases of postgresql.password-hash.
import type { HostCase } from '@bongsu/core';

export const pgPasswordHashCases: readonly HostCase[] = [];
