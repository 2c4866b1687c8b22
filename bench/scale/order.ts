// What a measured campaign is made of, and its floor.
export interface ScaleOrder {
  readonly instances: number;
  readonly accounts: number;
  /** The hidden refill of SendCommand in each account and Region; its burst is 10. */
  readonly perSecond: number;
  /** Scripts take from half of this to all of it. */
  readonly scriptSeconds: number;
  /** Share of hosts in each kind of trouble. */
  readonly faults: number;
  /** Share of all hosts that stand in the first account; evenly spread where absent. */
  readonly skew?: number;
}

export const regions = ['ap-northeast-2', 'us-east-1'];
export const burst = 10;

export interface Floor {
  /** Until the last result of a host that is well: the largest place's sends at the true rate, then the longest script. */
  readonly wellSeconds: number;
  /** With hosts in trouble: until the last URL has died. A host that gives no word may send its result until then. */
  readonly endSeconds: number;
}

/** Seconds that no runner can beat. An upload takes no time in the lab. */
export function floorOf(
  { perSecond, scriptSeconds, faults }: ScaleOrder,
  places: readonly { readonly count: number }[],
  { urlSeconds }: { readonly urlSeconds: number },
): Floor {
  const largest = Math.max(...places.map((place) => place.count));
  const sendSeconds = Math.max(0, largest - burst) / perSecond;
  const wellSeconds = sendSeconds + scriptSeconds;
  return { wellSeconds, endSeconds: faults > 0 ? sendSeconds + urlSeconds : wellSeconds };
}
