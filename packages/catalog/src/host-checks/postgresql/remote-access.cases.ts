// Cases of postgresql.remote-access.
import type { HostCase } from '@bongsu/core';

export const pgRemoteAccessCases: readonly HostCase[] = [];
