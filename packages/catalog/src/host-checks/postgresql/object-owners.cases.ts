// Cases of postgresql.object-owners.
import type { HostCase } from '@bongsu/core';

export const pgObjectOwnersCases: readonly HostCase[] = [];
