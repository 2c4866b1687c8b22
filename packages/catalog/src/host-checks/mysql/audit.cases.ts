// Cases of mysql.audit.
import type { HostCase } from '@bongsu/core';

export const mysqlAuditCases: readonly HostCase[] = [];
