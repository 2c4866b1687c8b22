// A process that works for a campaign and kills itself where it is told; started again, it goes on from what was stored.
import { writeSync } from 'node:fs';
import { mortality } from './death.ts';
import type { MortalOrder } from './order.ts';
import { tell, toldTime } from './told-time.ts';
import { workStart } from './work.ts';

const { order, now } = JSON.parse(process.argv[2] ?? '') as { order: MortalOrder; now: number };

/** Nothing of the process survives it: no handler runs, no buffer is flushed. */
function die(words: string): Promise<never> {
  writeSync(2, `${words}\n`);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

const time = toldTime(now, order.skew);
const work = await workStart(order, time, mortality(order.kill, time, die));
const said = await work.said;
await work.close();
tell({ said });
process.disconnect();
