// Writes into a store whose disk is full, and says what came of each kind of write.
import { randomBytes } from 'node:crypto';
import { sqlState } from './constraint.ts';
import { storeOpen } from './open.ts';

const [directory = '', campaignId = ''] = process.argv.slice(2);
const store = await storeOpen({ directory });
const said = async (what: string, work: () => Promise<unknown>): Promise<void> => {
  const fault: unknown = await work().then(
    () => null,
    (error: unknown) => error,
  );
  process.stdout.write(`${what} ${fault === null ? 'done' : sqlState(fault)}\n`);
};
const targets = await store.targetList(campaignId);
await said('evidence', () => store.evidencePut(randomBytes(200_000)));
await said('targets', async () => {
  for (const { runId } of targets)
    await store.targetChange(campaignId, runId, { detail: randomBytes(20_000).toString('hex') });
});
await said('reading', () => store.targetList(campaignId));
process.kill(process.pid, 'SIGKILL');
