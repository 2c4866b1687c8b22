// The wiring of results that a queue tells of: judged as their campaigns were planned, and told to the steps that wait for them.
import type { Jobs, ResultQueue } from '@bongsu/core';
import { openResultReceiver, type ResultReceiver, type ResultReceiverPorts } from '@bongsu/flow';
import { wakeOthers } from './campaign-jobs.ts';

/** Nothing where there is no queue: then results are listed. */
export function resultsOf(
  queue: ResultQueue | null,
  ports: Omit<ResultReceiverPorts, 'queue'>,
  jobs: Pick<Jobs, 'jobPut'> | null,
): { readonly results?: ResultReceiver } {
  if (queue === null) return {};
  const results = openResultReceiver({ ...ports, queue });
  if (jobs === null) return { results };
  const receive: ResultReceiver['receive'] = async (...given) => {
    const received = await results.receive(...given);
    for (const campaignId of received.campaignIds) await wakeOthers(campaignId, 'gather', jobs);
    return received;
  };
  return { results: { ...results, receive } };
}
