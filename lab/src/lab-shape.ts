// What a lab can be asked for, and what it can be asked to do.
import type { Isolation } from './agent/isolation.ts';
import type { CallFilter, CallTally } from './control/call-log.ts';
import type { Activity } from './endpoint/activity.ts';
import type { CallRecord, LabClock } from './endpoint/contract.ts';
import type { Faults } from './fault/engine.ts';
import type { InstanceIdentity } from './identity/document.ts';
import type { LabSettings } from './running.ts';
import type { Asked, Grants, Holder } from './services/grant.ts';
import type { HostChange } from './services/lifecycle.ts';
import type { AssociationHand } from './services/ssm/association/by-hand.ts';
import type { HostTruth } from './simulation/truth.ts';
import type { KeyState } from './world/key-spec.ts';
import type { InstanceSpec, RootSpec, WorldSpec } from './world/spec.ts';

export interface LabOptions {
  /** A free one where absent. */
  readonly port?: number;
  /** A world, or the name of one of ours. */
  readonly world?: 'demo' | 'tidy' | 'empty' | WorldSpec;
  /** Keys, ids and faults are drawn from it; 1 where absent. */
  readonly seed?: number;
  readonly settings?: LabSettings;
  /** Virtual time from this moment on, which only advancing moves; real time where absent. */
  readonly virtualFrom?: Date;
  /** Kinds of host beside the lab's own, for worlds that name them. */
  readonly roots?: readonly RootSpec[];
}

export interface LabCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface Lab {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** The world as it was built. */
  readonly world: WorldSpec;
  readonly centralAccountId: string;
  /** A key of the central account that does not expire. */
  readonly centralCredentials: LabCredentials;
  readonly accounts: readonly { readonly accountId: string; readonly name: string }[];
  readonly regions: readonly string[];
  readonly bucket: { readonly name: string; readonly region: string };
  readonly roleName: string;
  readonly externalId: string;
  readonly isolation: Isolation;
  readonly clock: LabClock;
  /** What the lab is busy with in real time. */
  readonly activity: Activity;
  readonly faults: Faults;
  /** Calls answered so far, oldest first. */
  calls(filter?: CallFilter): readonly CallRecord[];
  /** Calls so far by API, such as `ssm:SendCommand`: how many, how many throttled, how many failed otherwise. */
  tally(): Readonly<Record<string, CallTally>>;
  /** Gives the central principal, the members' roles and those of instances these policies, and nothing beyond them. */
  grant(grants: Grants): void;
  /** What was asked for under the granted policies since they were granted. */
  asked(): Readonly<Record<Holder, Readonly<Record<keyof Asked, readonly string[]>>>>;
  readonly organizationId: string;
  /** Gives the world's bucket a policy, or takes it away; an AwsError where S3 would not take it. */
  bucketPolicy(policy: object | null): void;
  /** What stands for `http://169.254.169.254` on an instance. */
  metadataAddress(instanceId: string): string;
  /** Starts a new host, which EC2 knows at once and Systems Manager when its agent has registered. */
  launch(accountId: string, region: string, spec: InstanceSpec): void;
  terminate(instanceId: string): void;
  /** Address of a queue of the world; a RangeError where there is none of that name. */
  queueUrl(name: string): string;
  /** Puts a message into a queue, as whoever may send to it; a RangeError where there is none of that name. */
  message(queue: string, body: string): void;
  /** ARN of a key of the world; a RangeError where there is none of that name. */
  keyArn(name: string): string;
  /** Disables a key of the world, enables it, or has it wait for its deletion. */
  changeKey(name: string, state: KeyState): void;
  /** Removes or changes an association, as somebody with every right in its account. */
  readonly associations: AssociationHand;
  /** Stops, starts, silences or wakes an instance. */
  changeHost(instanceId: string, change: HostChange): void;
  /** What was planned for each simulated host, and what it really did. */
  truth(): readonly HostTruth[];
  /** What an instance's metadata service would answer to prove who it is; a RangeError for a hybrid node, which has none. */
  instanceIdentity(instanceId: string): InstanceIdentity;
  /** The certificate that such proofs are verified with, in PEM. */
  readonly identityCertificate: string;
  /** Credentials for a real agent that stands in for the instance's own. */
  agentCredentials(instanceId: string): LabCredentials;
  close(): Promise<void>;
}
