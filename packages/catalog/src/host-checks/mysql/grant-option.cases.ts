// Cases of mysql.grant-option.
import type { HostCase } from '@bongsu/core';

export const mysqlGrantOptionCases: readonly HostCase[] = [];
