// What is worth telling of a campaign: done, failed and missing hosts, and the worst of those that were judged.
import type { CoverageState, Notice, Target } from '@bongsu/core';

const judged: ReadonlySet<CoverageState> = new Set(['assessed', 'partly-assessed', 'imported']);
const bad: ReadonlySet<CoverageState> = new Set([
  'failed',
  'timed-out',
  'undeliverable',
  'no-result',
  'result-refused',
]);
const worstMax = 5;

/** `fails` counts failing units by instance id. Done, failed and missing sum to all targets. */
export function noticeOf(
  campaign: Pick<Notice, 'campaignId' | 'endedAt' | 'stopped' | 'link' | 'unreadable'>,
  targets: readonly Target[],
  fails: ReadonlyMap<string, number>,
): Notice {
  const states: Record<string, number> = {};
  for (const { state } of targets) states[state ?? 'pending'] = (states[state ?? 'pending'] ?? 0) + 1;
  const count = (of: ReadonlySet<CoverageState>): number =>
    targets.filter(({ state }) => state !== null && of.has(state)).length;
  const [done, failed] = [count(judged), count(bad)];
  const worst = targets
    .map(({ instanceId, name, accountId }) => ({ instanceId, name, accountId, fails: fails.get(instanceId) ?? 0 }))
    .filter((one) => one.fails > 0)
    .sort((a, b) => b.fails - a.fails || (a.instanceId < b.instanceId ? -1 : 1))
    .slice(0, worstMax);
  return { ...campaign, done, failed, missing: targets.length - done - failed, total: targets.length, states, worst };
}
