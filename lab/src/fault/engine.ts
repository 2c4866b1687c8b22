// Decides which calls go wrong: counts what each rule matches, draws from the seed and remembers every decision.
import type { FaultEffect, FaultSource, FaultSubject } from '../endpoint/contract.ts';
import { chance } from './prng.ts';
import { type FaultRule, isAbout } from './rule.ts';

/** One rule asked about one call that it matches. */
export interface FaultDecision {
  readonly seed: number;
  /** Index in the list of rules. */
  readonly rule: number;
  /** Which of the calls that match the rule this was, from 1. */
  readonly count: number;
  readonly service: string;
  readonly operation: string;
  readonly accountId: string;
  readonly region: string;
  readonly fired: boolean;
  readonly then: FaultEffect;
}

export interface Faults extends FaultSource {
  /** Replaces all rules; counts begin anew. */
  set(rules: readonly FaultRule[]): void;
  clear(): void;
  rules(): readonly FaultRule[];
  /** The latest decisions, oldest first. */
  decisions(): readonly FaultDecision[];
}

/** Decisions kept; older ones make room. */
const DECISIONS_MAX = 10_000;

/** Fault rules over a seed: the same rules and calls give the same faults. */
export function createFaults(seed: number): Faults {
  let rules: readonly FaultRule[] = [];
  let counts: number[] = [];
  const log: FaultDecision[] = [];

  const decideOne = (rule: FaultRule, index: number, subject: FaultSubject): FaultDecision => {
    const count = (counts[index] ?? 0) + 1;
    counts[index] = count;
    const { service, operation, accountId, region } = subject;
    const fired = fires(rule, count, seed, index);
    return { seed, rule: index, count, service, operation, accountId, region, fired, then: rule.then };
  };

  return {
    decide(subject) {
      const decisions = rules.flatMap((rule, index) =>
        isAbout(rule, subject) ? [decideOne(rule, index, subject)] : [],
      );
      log.push(...decisions);
      log.splice(0, Math.max(log.length - DECISIONS_MAX, 0));
      return decisions.filter((decision) => decision.fired).map((decision) => decision.then);
    },
    set(next) {
      rules = next;
      counts = next.map(() => 0);
    },
    clear() {
      rules = [];
      counts = [];
    },
    rules: () => rules,
    decisions: () => log,
  };
}

function fires(rule: FaultRule, count: number, seed: number, index: number): boolean {
  if (rule.nth !== undefined) return count === rule.nth;
  if (rule.every !== undefined) return count % rule.every === 0;
  if (rule.probability !== undefined) return chance(seed, index, count) < rule.probability;
  return true;
}
