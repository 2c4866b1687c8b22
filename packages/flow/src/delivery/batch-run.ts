// Run ids of batches: the batch's and the instance's, so that one parameter serves fifty hosts and each still has its own.
import type { Ids, Target } from '@bongsu/core';

/** SendCommand takes at most 50 instance ids (Systems Manager API Reference, SendCommand, InstanceIds). */
export const batchMax = 50;
const batchLetters = 20;

/** The batch that a run belongs to; null where it was sent by itself. */
export function batchOf(runId: string): string | null {
  return /^(b-[a-z0-9]{20})-m?i-[0-9a-f]+$/.exec(runId)?.[1] ?? null;
}

/** What the host is told to call its run: the batch's name, or its own. */
export function sentRunOf(runId: string): string {
  return batchOf(runId) ?? runId;
}

/** New run ids, by the old: what is of one place, ring and window goes together, up to fifty at a time. */
export function batchRuns(targets: readonly Target[], ids: Ids): ReadonlyMap<string, string> {
  const runs = new Map<string, string>();
  const groups = Map.groupBy(targets, (one) => `${one.accountId}/${one.region}/${one.ring}/${one.window ?? ''}`);
  for (const group of groups.values()) {
    const inOrder = [...group].sort((a, b) => (a.instanceId < b.instanceId ? -1 : 1));
    let batch = '';
    for (const [index, { runId, instanceId }] of inOrder.entries()) {
      if (index % batchMax === 0) batch = `b-${ids.random(batchLetters)}`;
      runs.set(runId, `${batch}-${instanceId}`);
    }
  }
  return runs;
}
