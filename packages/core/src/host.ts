// The host a check is judged on.

/** The distribution families whose facts we know. */
export type Family = 'amazon-linux' | 'rhel' | 'ubuntu' | 'debian' | 'other';

export interface Host {
  readonly family: Family;
  /** `ID` and `VERSION_ID` of os-release, such as `amzn` and `2023`. */
  readonly distro: string;
  readonly version: string;
  readonly prettyName: string;
  readonly container: boolean;
  readonly live: boolean;
}
