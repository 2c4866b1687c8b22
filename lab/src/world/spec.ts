// A world as typed data: organisation, accounts, Regions, instances and the roots they boot from.
import type { SimulatedFate } from './fate.ts';
import type { KeySpec } from './key-spec.ts';
import type { QueueSpec } from './queue-spec.ts';

/** A file of an instance root. Owners are recorded in the root's own records, because the lab rarely runs as root. */
export type WorldFile =
  | string
  | {
      readonly text?: string;
      /** Octal string, `'0644'`. */
      readonly mode?: string;
      readonly uid?: number;
      readonly gid?: number;
      readonly link?: string;
      readonly dir?: true;
      /** Written on the day when the root is built, as a log is on a host that runs. */
      readonly fresh?: true;
    };

/** One kind of host: its distribution, files and the programs that answer on it. */
export interface RootSpec {
  readonly name: string;
  readonly platformName: string;
  readonly platformVersion: string;
  readonly files: Readonly<Record<string, WorldFile>>;
  /** Programs placed first on PATH: name → POSIX sh text. They answer as that distribution's would. */
  readonly tools: Readonly<Record<string, string>>;
}

export interface InstanceSpec {
  readonly instanceId: string;
  readonly name: string;
  /** Name of a RootSpec; of no meaning on Windows. */
  readonly root: string;
  /** Runs no shell: takes its commands and answers as planned, with the evidence of its root. For fleets of thousands. */
  readonly simulated?: SimulatedFate;
  /** Stands on one copy of its root with all other such instances; for fleets. No `changes` or `tools` then. */
  readonly sharedRoot?: true;
  /** A terminated instance is still shown by EC2 for a while, never by Systems Manager. */
  readonly state?: 'running' | 'stopped' | 'terminated';
  /** `none`: no agent, so not managed by SSM; `offline`: registered, ConnectionLost. */
  readonly agent?: 'online' | 'offline' | 'none';
  readonly platform?: 'Linux' | 'Windows';
  readonly tags?: Readonly<Record<string, string>>;
  /** Name of its instance profile and of the role in it: `BongsuInstance` where absent, none at all where null. */
  readonly profile?: string | null;
  /** Changes laid over the root's files; null removes one. */
  readonly changes?: Readonly<Record<string, WorldFile | null>>;
  /** Programs laid over the root's. */
  readonly tools?: Readonly<Record<string, string>>;
}

export interface RoleSpec {
  /** Account id, or the ARN of one user or role. */
  readonly trusts: string;
  readonly externalId?: string;
  /** The role's MaxSessionDuration; 3,600 where absent, as IAM has it. */
  readonly maxSessionSeconds?: number;
}

export interface AccountSpec {
  readonly accountId: string;
  readonly name: string;
  /** ACTIVE where absent. */
  readonly status?: 'ACTIVE' | 'SUSPENDED';
  /** Roles by name: who is trusted and with which external id. Absent roles cannot be assumed. */
  readonly roles: Readonly<Record<string, RoleSpec>>;
  readonly regions: Readonly<Record<string, readonly InstanceSpec[]>>;
}

export interface BucketSpec {
  readonly name: string;
  readonly region: string;
  /** The account that owns it; the central one where absent. */
  readonly accountId?: string;
  /** Made with Object Lock. */
  readonly objectLock?: boolean;
}

export interface WorldSpec {
  readonly name: string;
  /** The account that runs Bongsu; also the organisation's management account. */
  readonly centralAccountId: string;
  /** Regions every account has enabled. */
  readonly regions: readonly string[];
  readonly accounts: readonly AccountSpec[];
  /** Bucket of the central account that exists from the start, and its Region. */
  readonly bucket: { readonly name: string; readonly region: string; readonly objectLock?: boolean };
  /** Further buckets; none where absent. */
  readonly buckets?: readonly BucketSpec[];
  /** None where absent. */
  readonly queues?: readonly QueueSpec[];
  /** Keys that sign; none where absent. */
  readonly keys?: readonly KeySpec[];
}
