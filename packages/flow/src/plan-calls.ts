// The calls that a plan comes to.
import type { Target } from '@bongsu/core';
import { sentRunOf } from './delivery/batch-run.ts';
import { placesOf } from './plan-targets.ts';

/** Calls of a run in which nothing has to be repeated; pages hold 50 invocations, shares 20 accounts, lists 1,000 objects. */
export function callsOf(targets: readonly Target[], idsPerSend: number): Record<string, number> {
  const planned = targets.filter((target) => target.state === null);
  const places = placesOf(targets);
  const regions = new Set(places.map((place) => place.region));
  const accounts = new Set(places.map((place) => place.accountId));
  const invocationPages = places
    .map((place) => planned.filter((one) => one.accountId === place.accountId && one.region === place.region).length)
    .reduce((pages, count) => pages + Math.ceil(count / 50), 0);
  return {
    's3:PutObject': 1,
    'ssm:DescribeDocument': regions.size,
    'ssm:ModifyDocumentPermission': regions.size * Math.ceil(accounts.size / 20),
    'ssm:SendCommand': idsPerSend === 1 ? planned.length : new Set(planned.map((one) => sentRunOf(one.runId))).size,
    's3:ListBucket': Math.ceil(planned.length / 1000),
    's3:GetObject': planned.length + 1,
    'ssm:ListCommandInvocations': invocationPages,
  };
}
