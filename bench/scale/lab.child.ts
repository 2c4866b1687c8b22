// A lab in a process of its own, so that the runner's processor time and memory are its own; with a database server where one is asked for.
import { databaseServerStart, startLab } from '@bongsu/lab';
import { labOptions } from './lab-options.ts';
import type { ScaleOrder } from './order.ts';

const order = JSON.parse(process.argv[2] ?? '') as ScaleOrder;
const server = process.argv[3] === 'server' ? await databaseServerStart() : null;
const lab = await startLab(labOptions(order));
const { url, centralCredentials, roleName, externalId, regions, bucket } = lab;
const door = { url, centralCredentials, roleName, externalId, regions, bucket };
process.send?.(server === null ? door : { ...door, databaseUrl: server.database() });
process.on('message', (asked) => {
  if (asked !== 'end') return void process.send?.({ truth: lab.truth(), tally: lab.tally() });
  void Promise.all([lab.close(), server?.stop()]).finally(() => process.exit());
});
