// What an account owns, in our words: EC2 instances and Systems Manager nodes, translated once at the wall.
import type { AccountId, InstanceId, Instant, Region } from './language.ts';

export interface Account {
  readonly accountId: AccountId;
  readonly name: string;
  /** `SUSPENDED` accounts cannot be read; they end as a gap. */
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE';
}

/** EC2's instance states (API reference, InstanceState), and `unknown` where only Systems Manager knows the node. */
export type InstanceState = 'pending' | 'running' | 'shutting-down' | 'stopping' | 'stopped' | 'terminated' | 'unknown';

/** An instance as EC2's DescribeInstances shows it. */
export interface Ec2Instance {
  readonly accountId: AccountId;
  readonly region: Region;
  readonly instanceId: InstanceId;
  readonly state: InstanceState;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly imageId: string;
  readonly instanceType: string;
  readonly launchedAt: Instant | null;
  readonly privateIp: string;
  /** EC2's PlatformDetails, such as `Linux/UNIX` or `Windows`. */
  readonly platformDetails: string;
  /** ARN of its instance profile, by which it has a role; null where it has none, absent where it was not asked for. */
  readonly profileArn?: string | null;
}

/** A node as Systems Manager's DescribeInstanceInformation shows it. */
export interface ManagedNode {
  readonly accountId: AccountId;
  readonly region: Region;
  readonly instanceId: InstanceId;
  readonly pingStatus: 'Online' | 'ConnectionLost' | 'Inactive';
  readonly lastPingAt: Instant | null;
  readonly agentVersion: string;
  readonly platformType: 'Linux' | 'Windows' | 'MacOS' | 'unknown';
  readonly platformName: string;
  readonly platformVersion: string;
  readonly computerName: string;
  readonly ipAddress: string;
}

/** One asset of the register: what EC2 and Systems Manager know of the same instance. */
export interface Instance extends Ec2Instance {
  readonly node: ManagedNode | null;
  /** False where the Region's node list could not be read, so that `node: null` proves nothing. */
  readonly nodeKnown: boolean;
}
