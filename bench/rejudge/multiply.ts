// Makes a campaign of thousands of hosts from the evidence of a few: every host has an archive and verdicts of its own.
import type { Campaign, HostVerdict, Target } from '@bongsu/core';
import type { Store } from '@bongsu/store';

/** Every hundredth host was judged otherwise before in one unit, so that there is something to tell. */
const changedEvery = 100;

/** The same archive under another hash: the time in the head of gzip says nothing to any reader (RFC 1952, MTIME). */
function another(archive: Uint8Array, number: number): Uint8Array {
  const bytes = Uint8Array.from(archive);
  new DataView(bytes.buffer).setUint32(4, number, true);
  return bytes;
}

export async function multiply(from: Campaign, hosts: number, store: Store): Promise<Campaign> {
  const seen = (await store.targetList(from.campaignId)).filter((target) => target.evidenceSha256 !== null);
  const said = await store.verdictList(from.campaignId);
  const archives = new Map<string, Uint8Array>();
  for (const { instanceId, evidenceSha256 } of seen) {
    const bytes = await store.evidenceGet(evidenceSha256 ?? '');
    if (bytes !== null) archives.set(instanceId, bytes);
  }
  const campaign: Campaign = { ...from, campaignId: 'bench' };
  const targets: Target[] = [];
  const verdicts: HostVerdict[] = [];
  for (let number = 0; number < hosts; number += 1) {
    const like = seen[number % seen.length];
    const archive = archives.get(like?.instanceId ?? '');
    if (!like || !archive) throw new Error('the lab gave no evidence');
    const place = {
      campaignId: campaign.campaignId,
      accountId: String(200_000_000_000 + (number % 50)),
      region: like.region,
      instanceId: `i-${number.toString(16).padStart(17, '0')}`,
    };
    const evidenceSha256 = await store.evidencePut(another(archive, number));
    targets.push({ ...like, ...place, runId: `run-${number}`, evidenceSha256 });
    const before = said.filter((verdict) => verdict.instanceId === like.instanceId);
    verdicts.push(
      ...before.map((verdict, index) => ({
        ...verdict,
        ...place,
        status: index === 0 && number % changedEvery === 0 ? ('manual' as const) : verdict.status,
      })),
    );
  }
  await store.campaignPut(campaign, targets);
  await store.verdictPut(verdicts);
  return campaign;
}
