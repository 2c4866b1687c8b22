// bongsu campaign watch: live counts of a campaign that runs here or elsewhere, until it has ended.
import type { Tally } from '@bongsu/core';
import { realClock, withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { coverageTell } from './coverage-view.ts';
import type { Session } from './session.ts';
import { storePlace } from './session.ts';
import { countsOf, lookMilliseconds, tallyJson, tallyLine, tallyTable } from './tally-view.ts';

/** A table drawn anew on a terminal; else a line whenever something has changed. `--json`: one document a line, the last with `ended`. */
export async function campaignWatch(named: string | undefined, session: Session): Promise<void> {
  await withStore(await storePlace(session), session, async (store) => {
    const campaign = await campaignNamed(store, named, session);
    const { campaignId } = campaign;
    const show = shower(campaignId, session);
    for (;;) {
      const tally = await store.targetTally(campaignId);
      // The campaign carries its script: it is asked for its phase only when it may have ended.
      const over = countsOf(tally).open === 0;
      const ended = over && (await campaignNamed(store, campaignId, session)).phase === 'ended';
      show(tally, ended);
      if (ended) break;
      await realClock.sleep(lookMilliseconds);
    }
    if (!session.screen.asJson) await coverageTell(campaign, store, session);
  });
}

function shower(campaignId: string, { screen, say }: Session): (tally: readonly Tally[], ended: boolean) => void {
  let last = '';
  return (tally, ended) => {
    if (screen.live !== null && !screen.asJson) return screen.live(tallyTable(tally, say));
    const line = tallyLine(tally, say);
    if (line === last && !ended) return;
    last = line;
    const at = realClock.now().toISOString();
    if (screen.asJson) screen.json({ ...tallyJson(campaignId, at, tally), ended });
    else screen.out(`${at} ${line}`);
  };
}
