// The live counts of a campaign that runs in this process.
import type { CampaignStore } from '@bongsu/core';
import { realClock } from '../wire.ts';
import type { Session } from './session.ts';
import { lookMilliseconds, tallyLine, tallyTable } from './tally-view.ts';

/** Between two lines of a log: whoever reads it sees that the campaign waits, and for whom. */
const logMilliseconds = 30_000;

/** While work goes on in this process: the counts above the progress of a terminal; in a log a line of them now and then. */
export async function whileCounting<T>(
  campaignId: string,
  store: Pick<CampaignStore, 'targetTally'>,
  { screen, say }: Pick<Session, 'screen' | 'say'>,
  work: Promise<T>,
): Promise<T> {
  const { live } = screen;
  const pause = live === null ? logMilliseconds : lookMilliseconds;
  try {
    // Its first counts come with the first pause: what is over at once is not drawn.
    while (await Promise.race([passed(pause), work.then(() => false)])) {
      const tally = await store.targetTally(campaignId);
      if (live === null) screen.say(`${realClock.now().toISOString()} ${tallyLine(tally, say)}`);
      else live(tallyTable(tally, say));
    }
    return await work;
  } finally {
    live?.([]);
  }
}

/** Keeps no process alive. */
function passed(milliseconds: number): Promise<true> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds, true).unref());
}
