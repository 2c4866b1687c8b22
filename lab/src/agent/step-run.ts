// Carries out one step's plugin and gives what it printed, before the agent's cuts and additions.
import type { DocumentResult, StepStatus } from './contract.ts';
import type { Isolation } from './isolation.ts';
import type { Gate } from './gate.ts';
import type { Step } from './document.ts';

/** What a plugin left: raw streams, so that several runs of one step can be joined before they are cut. */
export interface PluginOutput {
  readonly status: StepStatus | 'Reboot';
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** Where and for whom a step runs. */
export interface StepPlace {
  readonly isolation: Isolation;
  /** The instance's root on this machine. */
  readonly dir: string;
  readonly hostname: string;
  readonly env: Readonly<Record<string, string>>;
  /** Folder inside the instance for this command's scripts and downloads. */
  readonly orchestration: string;
  readonly signal: AbortSignal;
  /** Limits the processes of the whole lab. */
  readonly gate: Gate;
  readonly now: () => Date;
  /** 1 for the command's own document, one more for each document that runs inside of it. */
  readonly depth: number;
  /** Executes a document inside this one, as part of the named step. */
  readonly nested: (
    content: unknown,
    parameters: Readonly<Record<string, string | readonly string[]>>,
    stepName: string,
  ) => Promise<DocumentResult>;
}

/** A plugin's work on one set of properties. */
export type Plugin = (step: Step, properties: unknown, place: StepPlace) => Promise<PluginOutput>;

const nothing = Buffer.alloc(0);

export function pluginFailed(text: string, exitCode = 1): PluginOutput {
  return { status: 'Failed', exitCode, stdout: nothing, stderr: Buffer.from(text) };
}

export function pluginSucceeded(text: string): PluginOutput {
  return { status: 'Success', exitCode: 0, stdout: Buffer.from(text), stderr: nothing };
}

/** A cancelled plugin: code 1 and its output lost. */
export const pluginCancelled: PluginOutput = { status: 'Cancelled', exitCode: 1, stdout: nothing, stderr: nothing };

/** Joins the outputs of several sets of properties as the agent does: by lines, the first non-zero code, the worst status. */
export function pluginMerge(left: PluginOutput, right: PluginOutput): PluginOutput {
  const order: readonly PluginOutput['status'][] = ['Success', 'Skipped', 'Reboot', 'TimedOut', 'Cancelled', 'Failed'];
  const worst = order.indexOf(right.status) > order.indexOf(left.status) ? right.status : left.status;
  return {
    status: worst,
    exitCode: left.exitCode === 0 ? right.exitCode : left.exitCode,
    stdout: joinLines(left.stdout, right.stdout),
    stderr: joinLines(left.stderr, right.stderr),
  };
}

function joinLines(left: Buffer, right: Buffer): Buffer {
  return left.length === 0 ? right : Buffer.concat([left, Buffer.from('\n'), right]);
}
