// A process that writes to a store until it is killed, and says of each write that it was acknowledged.
import { storeOpen } from './open.ts';

const [directory = '', campaignId = '', databaseUrl] = process.argv.slice(2);
const at = '2026-11-22T00:00:00.000Z';

process.stdout.write('opening\n');
const store = await storeOpen({ directory, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
process.stdout.write('open\n');
for (const { runId, instanceId, phase } of await store.targetList(campaignId)) {
  if (phase === 'ended') continue;
  const evidenceSha256 = await store.evidencePut(new TextEncoder().encode(instanceId));
  await store.targetChange(campaignId, runId, { phase: 'ended', state: 'assessed', endedAt: at, evidenceSha256 });
  process.stdout.write(`ended ${runId}\n`);
}
process.stdout.write('all\n');
await store.close();
