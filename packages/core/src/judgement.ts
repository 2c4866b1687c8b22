// What a unit may say of the facts, what the engine makes of it, and the constructors both use.
import type { Text } from './language.ts';
import type { Basis } from './parameter.ts';

/** One quoted piece of proof: where it came from, what stood there, and what was wanted. */
export interface Proof {
  /** `path:line`, `path` or a command line. */
  readonly source: string;
  /** The value as found, quoted. Never a secret. */
  readonly found: string;
  readonly expected?: string;
}

export type JudgementStatus = 'pass' | 'fail' | 'notApplicable' | 'manual';

/** What a unit says. "Unknown" is not in its vocabulary: only the engine may say it. */
export interface Judgement {
  readonly status: JudgementStatus;
  /** One sentence. */
  readonly reason: Text;
  readonly evidence: readonly Proof[];
}

/** Why a fact was missing: the probe and the fault. */
export interface FactGap {
  readonly probe: string;
  readonly fault: Text;
}

export type VerdictStatus = JudgementStatus | 'unknown';

/** The engine's word on one unit of one host. 양호, 취약, N/A, 수동, 판단불가. */
export interface Verdict {
  readonly unit: string;
  readonly status: VerdictStatus;
  readonly reason: Text;
  readonly evidence: readonly Proof[];
  /** Empty unless `unknown`. */
  readonly gaps: readonly FactGap[];
  readonly basis: Basis;
}

export function pass(reason: Text, evidence: readonly Proof[]): Judgement {
  return { status: 'pass', reason, evidence };
}
export function fail(reason: Text, evidence: readonly Proof[]): Judgement {
  return { status: 'fail', reason, evidence };
}
export function notApplicable(reason: Text, evidence: readonly Proof[] = []): Judgement {
  return { status: 'notApplicable', reason, evidence };
}
export function manual(reason: Text, evidence: readonly Proof[]): Judgement {
  return { status: 'manual', reason, evidence };
}
