// presigned: one send and one write-once URL for each instance; nothing on the host is asked for but curl or wget.
import { commandDocument } from '@bongsu/engines';
import { hostPrefix, resultKey, resultPrefix, scriptKey } from '../campaign-keys.ts';
import { runIdOf } from '../run-id.ts';
import type { DeliveryMode } from './mode.ts';

export const presigned: DeliveryMode = {
  idsPerSend: 1,
  shared: false,
  root: resultPrefix,
  document: commandDocument,
  runIds: (targets, ids) => new Map(targets.map(({ runId }) => [runId, runIdOf(ids)])),
  async parameters({ campaignId, plan: { limits, scriptSha256 } }, [target], exchange) {
    if (target === undefined) throw new RangeError('a send is for one target');
    const [ScriptUrl, ResultUrl] = await Promise.all([
      exchange.scriptUrl(scriptKey(campaignId, scriptSha256), limits.urlSeconds),
      exchange.resultUrl(resultKey(target), limits.resultBytes, limits.urlSeconds),
    ]);
    return {
      RunId: target.runId,
      ScriptUrl,
      ScriptSha256: scriptSha256,
      ResultUrl,
      ResultBytes: String(limits.resultBytes),
    };
  },
  ownsKey: (target, key) => key === resultKey(target),
  hostOf: hostPrefix,
  hostOfKey: (key) => key.slice(0, key.lastIndexOf('/') + 1),
  objectBytesMax: ({ resultBytes }) => resultBytes,
  unfit: () => null,
  // Only who was given the URL can write there: the key and the manifest say the rest.
  admit: async ({ source, limits }) => ({ kind: 'archive', source, bytesMax: limits.resultBytes }),
};
