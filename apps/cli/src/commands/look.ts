// bongsu discover and coverage: the register, and where every instance of a campaign ended.
import { unreadablePlaces } from '@bongsu/engines';
import { collect } from '@bongsu/flow';
import { tableLines } from '../screen/table.ts';
import { awsOf, realClock, realIds, withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { coverageTell, unreadableShow } from './coverage-view.ts';
import type { Session } from './session.ts';
import { configOf, storeOf, storePlace } from './session.ts';

/** Exit code 1 where not one account and Region could be read: then nothing is known. */
export async function discover(session: Session): Promise<number> {
  const { screen, say } = session;
  const config = await configOf(session);
  const { estate } = await awsOf(config);
  const snapshot = await withStore(await storeOf(config, session), session, (store) =>
    collect({ estate, snapshots: store, clock: realClock, ids: realIds, progress: screen.progress }),
  );
  const unreadable = unreadablePlaces(snapshot.gaps);
  if (screen.asJson) {
    const { gaps: _, ...seen } = snapshot;
    screen.json({ ...seen, total: snapshot.instances.length, unreadable });
    return snapshot.places.length > 0 ? 0 : 1;
  }
  const columns = ['account', 'region', 'instance', 'name', 'state', 'platform', 'agent'] as const;
  const rows = snapshot.instances.map((one) => [
    one.accountId,
    one.region,
    one.instanceId,
    one.name,
    one.state,
    one.node ? `${one.node.platformName} ${one.node.platformVersion}` : one.platformDetails,
    one.node ? `${one.node.pingStatus} ${one.node.agentVersion}` : one.nodeKnown ? '·' : '?',
  ]);
  for (const line of tableLines(
    columns.map((name) => ({ head: say(`head.${name}`) })),
    rows,
  ))
    screen.out(line);
  const accounts = new Set(snapshot.places.map((place) => place.accountId)).size;
  screen.out(say('inventory.sum', { total: rows.length, accounts, places: snapshot.places.length }));
  unreadableShow(unreadable, screen, say);
  return snapshot.places.length > 0 ? 0 : 1;
}

export async function coverage(named: string | undefined, session: Session): Promise<void> {
  await withStore(await storePlace(session), session, async (store) => {
    const campaign = await campaignNamed(store, named, session);
    await coverageTell(campaign, store, session);
  });
}
