// The editions we can report in.
import type { Framework } from '@bongsu/core';
import { kisaUnix2021 } from './kisa-unix-2021.ts';
import { kisaUnix2026 } from './kisa-unix-2026.ts';

export const frameworks: readonly Framework[] = [kisaUnix2026, kisaUnix2021];
