// Another process that wants the lock: says `taken` or why not, and ends when it is told to.
import { once } from 'node:events';
import { lockTake } from './lock.ts';
import { StoreError } from './store-error.ts';

const directory = process.argv[2] ?? '';
process.stdout.write('ready\n');
if (process.argv[3] === 'wait') await once(process.stdin, 'data');
try {
  const lock = await lockTake(directory);
  process.stdout.write('taken\n');
  await once(process.stdin, 'data');
  await lock.release();
  process.stdout.write('released\n');
} catch (error) {
  process.stdout.write(`${error instanceof StoreError ? error.code : 'failed'} ${String(error)}\n`);
}
process.stdin.destroy();
