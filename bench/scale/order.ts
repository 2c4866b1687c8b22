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
}

export const regions = ['ap-northeast-2', 'us-east-1'];
export const burst = 10;

/** Seconds that no runner can beat: the largest place's sends at the true rate, then the longest script. */
export function floorSeconds({ instances, accounts, perSecond, scriptSeconds }: ScaleOrder): number {
  const largest = Math.ceil(instances / (accounts * regions.length));
  return Math.max(0, largest - burst) / perSecond + scriptSeconds;
}
