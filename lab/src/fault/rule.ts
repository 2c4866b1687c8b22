// A fault rule: which calls it is about, how often it fires, and what it then does.
import type { FaultEffect, FaultSubject, Shape } from '../endpoint/contract.ts';

export interface FaultRule {
  readonly service?: string;
  readonly operation?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** Matches calls whose input names this instance: by id, in a list or target, or within an object key. */
  readonly instanceId?: string;
  /** Fires only for the nth call that matches, counted from 1. */
  readonly nth?: number;
  /** Fires for every so-manieth call that matches. */
  readonly every?: number;
  /** Fires with this probability, from 0 to 1, drawn from the seed. At most one of the three may be given. */
  readonly probability?: number;
  readonly then: FaultEffect;
}

/** Whether a rule is about this call. */
export function isAbout(rule: FaultRule, subject: FaultSubject): boolean {
  const same = (wanted: string | undefined, actual: string) => wanted === undefined || wanted === actual;
  return (
    same(rule.service, subject.service) &&
    same(rule.operation, subject.operation) &&
    same(rule.accountId, subject.accountId) &&
    same(rule.region, subject.region) &&
    (rule.instanceId === undefined || namesInstance(subject.input, rule.instanceId))
  );
}

function namesInstance(input: Shape, instanceId: string): boolean {
  if (input.InstanceId === instanceId) return true;
  if (Array.isArray(input.InstanceIds) && input.InstanceIds.includes(instanceId)) return true;
  if (typeof input.Key === 'string' && input.Key.includes(instanceId)) return true;
  const targets: readonly unknown[] = Array.isArray(input.Targets) ? input.Targets : [];
  return targets.some((target) => {
    const values: unknown = (target as Shape | null)?.Values;
    return Array.isArray(values) && values.includes(instanceId);
  });
}
