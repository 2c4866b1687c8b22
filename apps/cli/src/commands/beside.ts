// What stands beside the fleet's latest campaign and is not in its numbers: hosts that were carried by hand.
import type { Campaign } from '@bongsu/core';
import type { Store } from '@bongsu/store';
import type { Session } from './session.ts';

export interface ImportBeside {
  readonly campaign: string;
  readonly hosts: number;
}

/** Imports into campaigns of their own, the newest first; those of instances that the fleet's campaign knows were joined to it. */
export async function importsBeside(store: Pick<Store, 'campaignList'>, shown: Campaign): Promise<ImportBeside[]> {
  return (await store.campaignList())
    .filter(({ campaignId, plan }) => plan.delivery === 'by-hand' && campaignId !== shown.campaignId)
    .map(({ campaignId, plan }) => ({
      campaign: campaignId,
      hosts: Object.values(plan.counts).reduce((sum, count) => sum + count, 0),
    }));
}

export function importsShow(imports: readonly ImportBeside[], { screen, say }: Session): void {
  const [newest] = imports;
  if (newest === undefined) return;
  const hosts = imports.reduce((sum, one) => sum + one.hosts, 0);
  screen.out(say('results.imports', { hosts, imports: imports.length, campaign: newest.campaign }));
}
