// batch: one send and one write-only form for up to fifty instances; each result carries its host's signed identity, or is refused.
import { batchDocument, identityBytesMax, provenUpload } from '@bongsu/engines';
import { batchPrefix, placePrefix, resultPrefix, scriptKey } from '../campaign-keys.ts';
import { batchMax, batchRuns, sentRunOf } from './batch-run.ts';
import type { DeliveryMode } from './mode.ts';

export const batch: DeliveryMode = {
  idsPerSend: batchMax,
  shared: true,
  root: resultPrefix,
  document: batchDocument,
  runIds: batchRuns,
  async parameters({ campaignId, plan: { limits, scriptSha256 } }, [first], exchange) {
    if (first === undefined) throw new RangeError('a batch has targets');
    const prefix = batchPrefix(first);
    const [ScriptUrl, form] = await Promise.all([
      exchange.scriptUrl(scriptKey(campaignId, scriptSha256), limits.urlSeconds),
      exchange.resultForm(prefix, limits.resultBytes + identityBytesMax, limits.urlSeconds),
    ]);
    return {
      RunId: sentRunOf(first.runId),
      ScriptUrl,
      ScriptSha256: scriptSha256,
      ResultUrl: form.url,
      ResultPrefix: prefix,
      ResultBytes: String(limits.resultBytes),
      Policy: form.policy,
      Credential: form.credential,
      Date: form.date,
      Signature: form.signature,
      // Its pattern lets nothing empty through.
      Token: form.token === '' ? 'none' : form.token,
    };
  },
  ownsKey: (target, key) => key.startsWith(`${batchPrefix(target)}${target.runId}/`),
  hostOf: (target) => `${placePrefix(target.campaignId, target)}${target.instanceId}`,
  hostOfKey: (key) => key.replace(/\/b-[a-z0-9]{20}\/b-[a-z0-9]{20}-([a-z0-9-]+)\/[0-9a-f]{32}\.tar\.gz$/, '/$1'),
  objectBytesMax: ({ resultBytes }) => resultBytes + identityBytesMax,
  unfit: ({ instanceId }) =>
    instanceId.startsWith('mi-') ? 'a hybrid node has no identity document: check it by presigned delivery' : null,
  async admit({ source, target, limits, certificates }) {
    // The command's id is what ties the identity to this send: until it is known, nothing is accepted and nothing refused.
    if (target.commandId === null) return { kind: 'later' };
    const bytesMax = limits.resultBytes + identityBytesMax;
    const proven = await provenUpload(source, bytesMax, target, certificates(target.region));
    if ('refused' in proven) return { kind: 'refused', reason: `not proven: ${proven.refused}`, bytes: proven.bytes };
    return { kind: 'archive', source: only(proven.archive), bytesMax: limits.resultBytes };
  },
};

async function* only(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
