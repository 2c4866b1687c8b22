// Cases of postgresql.file-permissions.
import type { HostCase } from '@bongsu/core';

export const pgFilePermissionsCases: readonly HostCase[] = [];
