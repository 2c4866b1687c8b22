// What a real agent says in SendReply: the document's status and the steps that have ended.
import type { StepResult, StepStatus } from '../../agent/contract.ts';
import { AwsError } from '../../endpoint/contract.ts';

export interface AgentReply {
  readonly status: StepStatus | 'InProgress';
  readonly trace: string;
  /** A multi-step document's last reply repeats none of them, so they add up over the replies. */
  readonly steps: readonly StepResult[];
}

const endStatuses: readonly string[] = ['Success', 'Failed', 'TimedOut', 'Skipped', 'Cancelled'];

type Json = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function stepOf(key: string, raw: Json): StepResult | null {
  const status = text(raw.status);
  if (!endStatuses.includes(status)) return null;
  return {
    name: text(raw.stepName) || key,
    action: text(raw.name),
    status: status as StepStatus,
    exitCode: Number(raw.code ?? -1),
    standardOutput: text(raw.standardOutput),
    standardError: text(raw.standardError),
    output: text(raw.output),
    startedAt: new Date(text(raw.startDateTime)),
    endedAt: new Date(text(raw.endDateTime)),
  };
}

/** Reads a reply's payload, which is plain JSON text; refuses one that is not. */
export function readReply(payload: unknown): AgentReply {
  let raw: Json;
  try {
    raw = JSON.parse(String(payload));
  } catch {
    throw new AwsError('ValidationException', 'The payload is not JSON.', 400);
  }
  const status = text(raw.documentStatus);
  const steps = Object.entries((raw.runtimeStatus ?? {}) as Record<string, Json>);
  return {
    status: endStatuses.includes(status) ? (status as StepStatus) : 'InProgress',
    trace: text(raw.documentTraceOutput),
    steps: steps.flatMap(([key, step]) => stepOf(key, step) ?? []),
  };
}
