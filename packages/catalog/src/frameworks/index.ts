// The editions we can report in.
import type { Framework, Platform } from '@bongsu/core';
import { kisaDbms2026 } from './kisa-dbms-2026.ts';
import { kisaUnix2021 } from './kisa-unix-2021.ts';
import { kisaUnix2026 } from './kisa-unix-2026.ts';
import { kisaWeb2026 } from './kisa-web-2026.ts';
import { kisaWindows2021 } from './kisa-windows-2021.ts';
import { kisaWindows2026 } from './kisa-windows-2026.ts';

export const frameworks: readonly Framework[] = [
  kisaUnix2026,
  kisaUnix2021,
  kisaWeb2026,
  kisaDbms2026,
  kisaWindows2026,
  kisaWindows2021,
];

/** The editions that speak of hosts of this platform; on the others nothing of them is asked. */
export function frameworksFor(platform: Platform): readonly Framework[] {
  return frameworks.filter((framework) => (framework.platform ?? 'linux') === platform);
}
