// A process that opens the store of a server when it is told to, and says whether it could.
import { once } from 'node:events';
import { storeOpen } from './open.ts';

const [databaseUrl = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
try {
  const store = await storeOpen({ directory: 'memory', databaseUrl });
  process.stdout.write(`open ${(await store.campaignList()).length}\n`);
  await store.close();
} catch (error) {
  process.stdout.write(`failed ${String(error)}\n`);
}
process.stdin.destroy();
