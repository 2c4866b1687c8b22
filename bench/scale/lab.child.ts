// A lab in a process of its own, so that the runner's processor time and memory are its own.
import { startLab } from '@bongsu/lab';
import { labOptions } from './lab-options.ts';
import type { ScaleOrder } from './order.ts';

const order = JSON.parse(process.argv[2] ?? '') as ScaleOrder;
const lab = await startLab(labOptions(order));
const { url, centralCredentials, roleName, externalId, regions, bucket } = lab;
process.send?.({ url, centralCredentials, roleName, externalId, regions, bucket });
process.on('message', () => process.send?.({ truth: lab.truth(), tally: lab.tally() }));
