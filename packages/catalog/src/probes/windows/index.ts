// The probe that every Windows script carries, whatever its checks need.
import type { WindowsProbe } from '@bongsu/core';
import { windowsSystem } from './system.ts';

export { windowsSystem };
export const windowsProbesAlways: readonly WindowsProbe<unknown>[] = [windowsSystem];
