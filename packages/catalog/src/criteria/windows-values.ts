// The rule that many Windows items share: registry values and policy settings, each against what the guide expects, with the built-in where absent.
import type { Judgement, Proof, SecurityPolicy, Text } from '@bongsu/core';
import { fail, pass, text } from '@bongsu/core';
import type { RegistryValue } from '../probes/windows/registry.ts';

export interface Reading {
  readonly proof: Proof;
  readonly good: boolean;
}

export interface ValueRule {
  /** What is expected, in words or signs: `1`, `1 to 5`. */
  readonly expected: string;
  /** What Windows does where the value is absent; without it, an absent value is a fault. */
  readonly builtIn?: number;
  good(value: number): boolean;
}

/** A registry value against its rule. */
export function registryReading(value: RegistryValue, rule: ValueRule): Reading {
  const shown = value.present ? value.values.join(', ') : 'not set';
  return reading(value.source, value.present ? value.number : undefined, shown, rule);
}

/** A setting of the exported policy against its rule. */
export function policyReading(policy: SecurityPolicy, section: string, key: string, rule: ValueRule): Reading {
  const found = policy.value(section, key);
  const number = /^-?\d{1,12}$/.test(String(found)) ? Number(found) : null;
  return reading(`secedit [${section}] ${key}`, found === undefined ? undefined : number, found ?? 'not set', rule);
}

function reading(source: string, value: number | null | undefined, shown: string, rule: ValueRule): Reading {
  const { builtIn, expected } = rule;
  const judged = value === undefined ? builtIn : value;
  const found = value === undefined && builtIn !== undefined ? `${shown} (built-in: ${builtIn})` : shown;
  return { proof: { source, found, expected }, good: typeof judged === 'number' && rule.good(judged) };
}

/** Pass where every reading is good; the faults come first in the evidence. */
export function judgeReadings(what: Text, readings: readonly Reading[]): Judgement {
  const bad = readings.filter(({ good }) => !good);
  const evidence = [...bad, ...readings.filter(({ good }) => good)].map(({ proof }) => proof);
  return bad.length > 0
    ? fail(text(`${what.ko}: 기준과 다름`, `${what.en}: not as required`), evidence)
    : pass(text(`${what.ko}: 기준대로 설정됨`, `${what.en}: as required`), evidence);
}
