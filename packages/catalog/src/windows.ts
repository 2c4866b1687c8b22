// What there is for Windows hosts, kept apart from the content for Linux: its checks and the probes that they need. Not yet run on Windows.
import type { HostCheck, Probe } from '@bongsu/core';
import { windowsCheckCases } from './host-checks/windows/index.ts';
import { windowsProbesAlways } from './probes/windows/index.ts';

export const windowsChecks: readonly HostCheck[] = windowsCheckCases.map(([check]) => check);

/** Every probe that a Windows check needs, each once, in name order; a check may read one in a way of its own, what runs is the same. */
export const windowsProbes: readonly Probe<unknown>[] = [
  ...new Map(
    [...windowsProbesAlways, ...windowsChecks.flatMap((check) => Object.values(check.needs))].map((probe) => [
      probe.name,
      probe,
    ]),
  ).values(),
].sort((a, b) => (a.name < b.name ? -1 : 1));
