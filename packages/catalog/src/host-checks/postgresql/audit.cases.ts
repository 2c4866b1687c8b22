// Cases of postgresql.audit.
import type { HostCase } from '@bongsu/core';

export const pgAuditCases: readonly HostCase[] = [];
