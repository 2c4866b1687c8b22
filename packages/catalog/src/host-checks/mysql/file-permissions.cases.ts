// Cases of mysql.file-permissions.
import type { HostCase } from '@bongsu/core';

export const mysqlFilePermissionsCases: readonly HostCase[] = [];
