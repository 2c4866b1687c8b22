// bongsu campaign watch: live counts of a campaign that runs here or elsewhere, until it has ended.
import type { CampaignStore } from '@bongsu/core';
import { realClock, withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { coverageTell } from './coverage-view.ts';
import type { Session } from './session.ts';
import { storePlace } from './session.ts';
import { tallyJson, tallyLine, tallyTable } from './tally-view.ts';

const everyMilliseconds = 2_000;

/** A table drawn anew on a terminal; else a line whenever something has changed. `--json`: one document a line, the last with `ended`. */
export async function campaignWatch(named: string | undefined, session: Session): Promise<void> {
  await withStore(await storePlace(session), session, async (store) => {
    const campaign = await campaignNamed(store, named, session);
    const { campaignId } = campaign;
    const look = lookerAt(campaignId, store, session);
    for (;;) {
      const ended = (await campaignNamed(store, campaignId, session)).phase === 'ended';
      await look(ended);
      if (ended) break;
      await realClock.sleep(everyMilliseconds);
    }
    if (!session.screen.asJson) await coverageTell(campaign, store, session);
  });
}

type Counting = Pick<CampaignStore, 'targetTally'>;

function lookerAt(campaignId: string, store: Counting, { screen, say }: Session): (ended: boolean) => Promise<void> {
  let last = '';
  return async (ended) => {
    const tally = await store.targetTally(campaignId);
    if (screen.live !== null && !screen.asJson) return screen.live(tallyTable(tally, say));
    const line = tallyLine(tally, say);
    if (line === last && !ended) return;
    last = line;
    const at = realClock.now().toISOString();
    if (screen.asJson) screen.json({ ...tallyJson(campaignId, at, tally), ended });
    else screen.out(`${at} ${line}`);
  };
}
