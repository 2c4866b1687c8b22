// The probes that every script carries, whatever its checks need.
import type { Probe } from '@bongsu/core';
import { system } from './system.ts';

export { system };
export const probesAlways: readonly Probe<unknown>[] = [system];
