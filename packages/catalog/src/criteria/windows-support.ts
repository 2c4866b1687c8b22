// Until when Microsoft mends each release of Windows Server by its build, as announced (learn.microsoft.com/lifecycle).
import type { SupportEnd } from './support-end.ts';

/** `standard` is the end of extended support, the last updates that everybody gets; `last` counts paid updates (ESU), null where none are announced. */
const ends: Readonly<Record<string, SupportEnd>> = {
  '7601': { standard: '2020-01-14', last: '2024-01-09' },
  '9200': { standard: '2023-10-10', last: '2026-10-13' },
  '9600': { standard: '2023-10-10', last: '2026-10-13' },
  '14393': { standard: '2027-01-12', last: null },
  '17763': { standard: '2029-01-09', last: null },
  '20348': { standard: '2031-10-14', last: null },
  '26100': { standard: '2034-10-10', last: null },
};

/** Undefined where the build is not known here, such as an annual channel. */
export function windowsSupportEnd(build: string): SupportEnd | undefined {
  return ends[build];
}
