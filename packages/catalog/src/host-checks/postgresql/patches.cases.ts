// Cases of postgresql.patches.
import type { HostCase } from '@bongsu/core';

export const pgPatchesCases: readonly HostCase[] = [];
