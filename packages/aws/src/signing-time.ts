// Signs by the clock that is handed in, so that the time of a signature is the time the rest of the product lives in.
import type { Clock } from '@bongsu/core';
import { systemNow } from './system-clock.ts';

/** What differs by less is the time between two looks at two clocks. */
const toleranceMilliseconds = 1_000;

/** The part of an SDK client that holds how far its signatures are from this machine's time. */
interface Signing {
  readonly config: { systemClockOffset: number };
}

/**
 * Makes a client sign at the clock's time. What the SDK itself learns from AWS about a clock that is wrong (the `Date` of an answer)
 * stays in force, counted from that clock.
 */
export function signBy<Client extends Signing>(client: Client, clock: Clock): Client {
  let shift = 0;
  let correction = client.config.systemClockOffset;
  const shifted = (): number => {
    const now = clock.now().getTime() - systemNow();
    // Steady, because the SDK takes every change of its offset for a clock that it has just put right.
    if (Math.abs(now - shift) > toleranceMilliseconds) shift = now;
    return shift;
  };
  Object.defineProperty(client.config, 'systemClockOffset', {
    enumerable: true,
    configurable: true,
    get: () => shifted() + correction,
    set: (offset: number) => {
      correction = offset - shifted();
    },
  });
  return client;
}
