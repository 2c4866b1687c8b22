// role: one send for up to fifty instances; each puts its result with its own role, under a key that the bucket's policy gives to it alone.
import { roleDocument } from '@bongsu/engines';
import { rolePrefix, roleRoot, scriptKey } from '../campaign-keys.ts';
import { batchMax, batchRuns, sentRunOf } from './batch-run.ts';
import type { DeliveryMode } from './mode.ts';

/** The folder of an instance, its account, Region and name twice: once to be listed by, once as the ARN that the policy knows. */
const folder =
  /^role\/(?<campaign>[^/]+)\/(?<account>\d{12})\/(?<region>[a-z0-9-]+)\/arn:aws[a-z-]*:ec2:\k<region>:\k<account>:instance\/(?<instance>i-[0-9a-f]+)\//;

export const role: DeliveryMode = {
  idsPerSend: batchMax,
  // By the bucket's policy, without which nothing is planned, no other host can write there.
  shared: false,
  root: roleRoot,
  document: roleDocument,
  runIds: batchRuns,
  async parameters({ campaignId, plan: { limits, scriptSha256 } }, [first], exchange) {
    if (first === undefined) throw new RangeError('a send has targets');
    const [ScriptUrl, address] = await Promise.all([
      exchange.scriptUrl(scriptKey(campaignId, scriptSha256), limits.urlSeconds),
      exchange.objectAddress(),
    ]);
    return {
      RunId: sentRunOf(first.runId),
      ScriptUrl,
      ScriptSha256: scriptSha256,
      // In a signature a colon stands percent-encoded (AWS General Reference, "Create a canonical request").
      ResultUrl: `${address.url}${rolePrefix(first, address.partition).replaceAll(':', '%3A')}`,
      ResultRegion: address.region,
      ResultOwner: address.ownerId,
      ResultBytes: String(limits.resultBytes),
    };
  },
  ownsKey: (target, key) => hostOfKey(key) === hostOf(target) && key.replace(folder, '') === `${target.runId}.tar.gz`,
  hostOf: (target) => hostOf(target),
  hostOfKey: (key) => hostOfKey(key),
  objectBytesMax: ({ resultBytes }) => resultBytes,
  unfit: ({ instanceId, profileArn }) =>
    instanceId.startsWith('mi-')
      ? 'a hybrid node has no instance for the policy of the bucket to know: check it by presigned delivery'
      : profileArn === null
        ? 'no instance profile, and so no role to put its result with: give it one, or check it by presigned delivery'
        : null,
  admit: async ({ source, limits }) => ({ kind: 'archive', source, bytesMax: limits.resultBytes }),
};

function hostOf({ campaignId, accountId, region, instanceId }: Parameters<DeliveryMode['hostOf']>[0]): string {
  return `${roleRoot(campaignId)}${accountId}/${region}/${instanceId}`;
}

function hostOfKey(key: string): string {
  const { campaign = '', account = '', region = '', instance = '' } = folder.exec(key)?.groups ?? {};
  return `${roleRoot(campaign)}${account}/${region}/${instance}`;
}
