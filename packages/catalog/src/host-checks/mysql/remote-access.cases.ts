// Cases of mysql.remote-access.
import type { HostCase } from '@bongsu/core';

export const mysqlRemoteAccessCases: readonly HostCase[] = [];
