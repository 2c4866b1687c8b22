// The part of a plan that is its delivery's: run ids, and what is refused before anything is sent.
import type { Exchange, Gap, Ids, Region, Target } from '@bongsu/core';
import { FlowError } from '../flow-error.ts';
import { modeNamed, type PlannedDelivery } from './mode-of.ts';

/** Presigned targets have theirs; of a batch they share a part, which is known only when the rings are dealt. */
export function runsGiven(
  targets: readonly Target[],
  delivery: PlannedDelivery | 'association',
  ids: Ids,
): readonly Target[] {
  if (delivery === 'presigned' || delivery === 'association') return targets;
  const runs = modeNamed(delivery).runIds(
    targets.filter((one) => one.phase !== 'ended'),
    ids,
  );
  return targets.map((one) => ({ ...one, runId: runs.get(one.runId) ?? one.runId }));
}

/** @throws FlowError `plan-refused` where results of a Region could not be proven, and would all be refused. */
export function refuseUnprovable(
  targets: readonly Target[],
  certificates: ((region: Region) => readonly string[]) | undefined,
): void {
  const open = targets.filter((one) => one.phase !== 'ended');
  const regions = [...new Set(open.map((one) => one.region))].filter((region) => !certificates?.(region).length);
  if (regions.length === 0) return;
  const count = open.filter((one) => regions.includes(one.region)).length;
  throw new FlowError(
    'plan-refused',
    `no certificate is known for identities of instances in ${regions.join(', ')}, where ${count} of ${open.length} targets are: give it in campaign.certificates, or choose presigned delivery`,
  );
}

/** The gap where the bucket's policy may not be read. @throws FlowError `plan-refused` where it lets instances write as others. */
export async function bindingGaps(exchange: Pick<Exchange, 'roleBinding'>): Promise<readonly Gap[]> {
  const binding = await exchange.roleBinding();
  if ('call' in binding) return [binding];
  if (binding.missing.length === 0) return [];
  throw new FlowError(
    'plan-refused',
    `the policy of the bucket lacks ${binding.missing.join(', ')}, which bind what an instance writes to that instance: "bongsu doctor --policies" prints them; or choose presigned delivery`,
  );
}
