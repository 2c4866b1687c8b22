// What became of the notices of a campaign: which channel has it, and which has not and why.
import type { DeliveryStore, NoticeDelivery } from '@bongsu/core';
import { forTerminal } from '../screen/harmless.ts';
import type { Session } from './session.ts';

export type NoticeShown = Pick<NoticeDelivery, 'channel' | 'phase' | 'tries' | 'nextAt' | 'said'>;

/** Of every end of the campaign; one that was retried has several. */
export async function noticesOf(
  campaignId: string,
  store: Pick<DeliveryStore, 'deliveryList'>,
): Promise<NoticeShown[]> {
  return (await store.deliveryList())
    .filter((one) => one.deliveryId.startsWith(`${campaignId}/`))
    .map(({ channel, phase, tries, nextAt, said }) => ({ channel, phase, tries, nextAt, said }));
}

/** `out`: where to, for it is a fault after a run and a part of the picture where a campaign is shown. */
export function noticesShow(notices: readonly NoticeShown[], out: (line: string) => void, { say }: Session): void {
  for (const { channel, phase, tries, nextAt, said } of notices)
    out(forTerminal(say(`notice.${phase}`, { channel, tries, at: nextAt, said: said === '' ? '·' : said })));
}
