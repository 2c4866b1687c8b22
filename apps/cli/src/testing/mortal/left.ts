// What a life that died has left in its store, without ids and times: for two ways of dying to be held against each other.
import type { StorePlace } from '@bongsu/store';
import { storeOpen } from '@bongsu/store';

export async function leftOf(place: StorePlace): Promise<object> {
  const store = await storeOpen(place);
  try {
    const campaigns = await store.campaignList();
    const of = await Promise.all(
      campaigns.map(async ({ campaignId, phase }) => ({
        phase,
        targets: (await store.targetList(campaignId)).map((one) => ({
          ...{ phase: one.phase, state: one.state, sends: one.sends, attempt: one.attempt },
          ...{ command: one.commandId !== null, evidence: one.evidenceSha256 !== null },
        })),
        places: (await store.placeList(campaignId)).length,
        verdicts: (await store.verdictList(campaignId)).length,
        refusals: (await store.refusalList(campaignId)).length,
        record: (await store.recordGet(campaignId)) !== null,
      })),
    );
    const deliveries = (await store.deliveryList()).map((one) => one.phase).sort();
    return { snapshot: (await store.snapshotLatest()) !== null, campaigns: of, deliveries };
  } finally {
    await store.close();
  }
}
