// The shape of one row of the behaviour table, and short ways to write its documents.
import type { StepStatus } from '../contract.ts';

export interface ExpectedStep {
  readonly name: string;
  readonly status: StepStatus;
  readonly exitCode: number;
  /** The whole standard output. */
  readonly stdout?: string;
  readonly stdoutHas?: readonly string[];
  readonly stderrHas?: readonly string[];
  readonly outputHas?: readonly string[];
  readonly stdoutCharacters?: number;
  readonly outputCharactersMax?: number;
}

export interface BehaviourVector {
  readonly row: string;
  /** `measured` on a real agent, or `read` from its source or documentation only. */
  readonly source: 'measured' | 'read';
  readonly document: unknown;
  readonly parameters?: Readonly<Record<string, string | readonly string[]>>;
  readonly agentVersion?: string;
  /** Cancel the command after so many seconds. */
  readonly cancelAfterSeconds?: number;
  /** True where the row speaks of the instance's own system, which a path prefix cannot imitate. */
  readonly ownSystem?: true;
  readonly status: StepStatus;
  readonly traceHas?: string;
  readonly steps: readonly ExpectedStep[];
  /** How long the document takes. */
  readonly seconds?: { readonly min?: number; readonly max?: number };
}

export type Inputs = Readonly<Record<string, unknown>>;

export function shell(name: string, commands: readonly string[], inputs: Inputs = {}, more: Inputs = {}): unknown {
  return { action: 'aws:runShellScript', name, ...more, inputs: { ...inputs, runCommand: commands } };
}

export function doc(mainSteps: readonly unknown[], parameters: Inputs = {}): unknown {
  return { schemaVersion: '2.2', parameters, mainSteps };
}

export const text = { p: { type: 'String' } };
export const linux = { precondition: { StringEquals: ['platformType', 'Linux'] } };
export const onlyA = { precondition: { StringEquals: ['{{ p }}', 'a'] } };
export const skipped = (name: string): ExpectedStep => ({ name, status: 'Skipped', exitCode: 0, stdout: '' });
export const ok = (name: string, stdout?: string): ExpectedStep => ({
  name,
  status: 'Success',
  exitCode: 0,
  ...(stdout === undefined ? {} : { stdout }),
});
