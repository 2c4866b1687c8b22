// A worker that says which keys it takes: `hang` keeps each until it loses it, `done` ends each at once.
import { storeOpen } from './open.ts';

const [directory = '', queue = '', how = '', databaseUrl] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const store = await storeOpen({ directory, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
const limits = { leaseSeconds: 20, concurrency: 1, told: ({ words }: { words: string }) => say(`trouble ${words}`) };
const stop = await store.jobWork(queue, limits, async (key, signal) => {
  say(`takes ${key}`);
  if (how === 'hang') {
    await new Promise<void>((resolve) => {
      const alive = setInterval(() => {}, 1_000);
      signal.addEventListener('abort', () => {
        clearInterval(alive);
        resolve();
      });
    });
    say(`loses ${key}`);
    return { againInSeconds: 0 };
  }
  return 'done';
});
say('works');
process.stdin.once('data', () => {
  void stop()
    .then(() => store.close())
    .then(() => {
      say('stopped');
      process.stdin.destroy();
    });
});
