// Campaigns that send the same script share it, and each gives it back to the byte.
import { expect, it } from 'vitest';
import { campaignStore } from './campaign.ts';
import { databaseOpen } from './database.ts';
import { campaignOf, fresh, snapshotOf } from './estate.sample.ts';
import { snapshotStore } from './snapshot.ts';

it('keeps a script once for all campaigns that send it', { timeout: 60_000 }, async () => {
  const { db } = await databaseOpen(null);
  const snapshot = snapshotOf(fresh('snapshot'));
  await snapshotStore(db).snapshotPut(snapshot);
  const campaigns = campaignStore(db);
  for (const script of ['one\r\n', 'one\r\n', 'two'])
    await campaigns.campaignPut({ ...campaignOf(fresh('campaign'), snapshot.snapshotId), script }, []);
  expect((await campaigns.campaignList()).map((one) => one.script).sort()).toEqual(['one\r\n', 'one\r\n', 'two']);
  expect(await db.selectFrom('script').select('script').orderBy('script').execute()).toEqual([
    { script: 'one\r\n' },
    { script: 'two' },
  ]);
  await db.destroy();
});
