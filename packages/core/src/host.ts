// The host a check is judged on.

/** The distribution families whose facts we know. */
export type Family = 'amazon-linux' | 'rhel' | 'ubuntu' | 'debian' | 'windows' | 'other';

export interface Host {
  readonly family: Family;
  /** `ID` and `VERSION_ID` of os-release, such as `amzn` and `2023`. */
  readonly distro: string;
  readonly version: string;
  readonly prettyName: string;
  readonly container: boolean;
  readonly live: boolean;
  /** Windows alone: true on a domain controller, whose accounts and policies are the domain's. */
  readonly domainController?: boolean;
}

/** The family of a name as Systems Manager reports it (DescribeInstanceInformation, PlatformName): `Amazon Linux`, `Rocky Linux`. */
export function familyNamed(platformName: string): Family {
  if (/^amazon linux/i.test(platformName)) return 'amazon-linux';
  if (/^(?:red hat|rhel|rocky|alma|centos|oracle)/i.test(platformName)) return 'rhel';
  if (/^ubuntu/i.test(platformName)) return 'ubuntu';
  return /^debian/i.test(platformName) ? 'debian' : 'other';
}
