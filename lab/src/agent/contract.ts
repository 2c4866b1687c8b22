// What passes between the lab's Systems Manager and its mini agent: a command in, step results out.

export interface CommandMessage {
  readonly commandId: string;
  readonly instanceId: string;
  readonly accountId: string;
  readonly region: string;
  readonly documentName: string;
  /** The parsed command document. */
  readonly documentContent: unknown;
  /** As the service delivers them: String as string, StringList as string[]; defaults are not applied yet. */
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  /** When the service gives the command up. No agent is told; simulated hosts need it to be late on purpose. */
  readonly expiresAt?: number;
}

export type StepStatus = 'Success' | 'Failed' | 'TimedOut' | 'Skipped' | 'Cancelled';

export interface StepResult {
  readonly name: string;
  readonly action: string;
  readonly status: StepStatus;
  readonly exitCode: number;
  /** Up to 24,000 characters, ending in `--output truncated--` when cut. */
  readonly standardOutput: string;
  readonly standardError: string;
  /** Combined, up to 2,500 characters. */
  readonly output: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
}

export interface DocumentResult {
  readonly status: StepStatus;
  /** The agent's documentTraceOutput: why a document was rejected before any step. */
  readonly trace: string;
  readonly steps: readonly StepResult[];
}

/** Executes one document on one instance as the agent does; never throws for what a document does. */
export type RunDocument = (
  message: CommandMessage,
  options: { readonly onStep: (step: StepResult) => void; readonly signal: AbortSignal },
) => Promise<DocumentResult>;
