// The machine's own clock, for waiting between two looks at a document.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@bongsu/core';

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
};
