// One run on one simulated host: what it has at hand, and what each step hands to the next.
import type { CommandMessage, StepStatus } from '../agent/contract.ts';
import type { Identity, LabClock } from '../endpoint/contract.ts';
import type { InstanceIdentity } from '../identity/document.ts';
import type { Seeded } from '../world/seeded.ts';
import type { Templates } from './templates.ts';
import type { Transfer } from './transfer.ts';
import type { HostDiary } from './truth.ts';

export interface SimulationSettings {
  /** How long a script takes on the lab's clock, drawn for each run between the two; 20 to 60 where absent. */
  readonly scriptSeconds?: { readonly min: number; readonly max: number };
  /** False where hosts should not fetch their script: saves its transfer for each of them. */
  readonly fetchScript?: boolean;
  /** Recorded archives to take the evidence from; where absent, the script is run once on each root. */
  readonly recorded?: readonly Uint8Array[];
  /** What to do in steps of other names, or instead of what is done here: for documents that deliver in another way. */
  readonly acts?: Readonly<Record<string, Act>>;
}

/** One run on one host; `script` and `parts` are handed from step to step. */
export interface Scene {
  readonly message: CommandMessage;
  readonly diary: HostDiary;
  readonly signal: AbortSignal;
  readonly settings: SimulationSettings;
  readonly clock: LabClock;
  readonly seeded: Seeded;
  readonly templates: Templates;
  readonly transfer: Transfer;
  /** What the host's metadata service would answer to prove who it is. */
  readonly identity: () => InstanceIdentity;
  /** New credentials of its instance's role; null where it has none. */
  readonly role: () => Identity | null;
  /** What the host itself calls this run; null where it was told. */
  name: string | null;
  script: Buffer | null;
  parts: readonly Buffer[];
  /** The identity that the host will show with its result. */
  proof: string | null;
}

/** What a host does in one step. */
export type Act = (scene: Scene) => Promise<ActEnd> | ActEnd;

export interface ActEnd {
  readonly status: StepStatus;
  readonly exitCode: number;
  readonly output?: string;
}

/** A parameter of the document that is text; empty where it is not given. */
export function parameterOf(message: CommandMessage, name: string): string {
  const value = message.parameters[name];
  return typeof value === 'string' ? value : '';
}
