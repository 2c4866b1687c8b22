// The lab of a measured campaign; apart, so that a runner measured by itself does not load it.
import type { LabOptions } from '@bongsu/lab';
import { fleetWorld } from '@bongsu/lab';
import { burst, regions, type ScaleOrder } from './order.ts';

export function labOptions({ instances, accounts, perSecond, scriptSeconds, faults, skew }: ScaleOrder): LabOptions {
  return {
    world: fleetWorld(instances, accounts, {
      ...{ simulated: true, faults, regions, ...(skew === undefined ? {} : { skew }) },
      roots: ['amazon-linux-2023-tidy', 'ubuntu-22-04-neglected'],
    }),
    settings: {
      rates: { 'ssm:SendCommand': { burst, perSecond } },
      simulation: { scriptSeconds: { min: scriptSeconds / 2, max: scriptSeconds }, fetchScript: false },
    },
  };
}
