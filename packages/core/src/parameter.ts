// Thresholds of a check as parameters, and the profiles: the guide's letter, or what is documented as acceptable on a distribution.
import type { Family } from './host.ts';
import type { Text } from './language.ts';
import { CoreError } from './language.ts';

export type ParameterValue = number | boolean | readonly string[];

/** A value by which a check judges. The default is the guide's. */
export interface Parameter<V extends ParameterValue = ParameterValue> {
  /** `mode`: permission bits, written in octal (`'0640'`). */
  readonly kind: 'number' | 'mode' | 'switch' | 'list';
  /** What it bounds, with its unit. */
  readonly about: Text;
  readonly default: V;
  /** Bounds of a number. */
  readonly min: number;
  readonly max: number;
}

export type Parameters = Readonly<Record<string, Parameter>>;
export type Chosen<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer V> ? V : never };

export function numberParameter(about: Text, guide: number, bounds: { min: number; max: number }): Parameter<number> {
  return { kind: 'number', about, default: guide, ...bounds };
}

export function modeParameter(about: Text, guide: number): Parameter<number> {
  return { kind: 'mode', about, default: guide, min: 0, max: 0o7777 };
}

export function switchParameter(about: Text, guide: boolean): Parameter<boolean> {
  return { kind: 'switch', about, default: guide, min: 0, max: 1 };
}

export function listParameter(about: Text, guide: readonly string[]): Parameter<readonly string[]> {
  return { kind: 'list', about, default: guide, min: 0, max: 0 };
}

/**
 * Reads a value as a configuration gives it: a number, a switch, a list of words, or a mode as octal text.
 * @throws CoreError `invalid-input` that says what would do.
 */
export function parameterValue(parameter: Parameter, given: unknown): ParameterValue {
  switch (parameter.kind) {
    case 'switch':
      if (typeof given === 'boolean') return given;
      throw new CoreError('invalid-input', 'expects true or false');
    case 'list':
      if (Array.isArray(given) && given.every((one) => typeof one === 'string')) return given;
      throw new CoreError('invalid-input', 'expects a list of texts');
    case 'mode':
      if (typeof given === 'string' && /^[0-7]{3,4}$/.test(given)) return Number.parseInt(given, 8);
      throw new CoreError('invalid-input', 'expects a mode in octal as quoted text, such as "0640"');
    case 'number':
      if (typeof given === 'number' && Number.isInteger(given) && given >= parameter.min && given <= parameter.max)
        return given;
      throw new CoreError('invalid-input', `expects a whole number from ${parameter.min} to ${parameter.max}`);
  }
}

/** A value as people and configurations write it. */
export function parameterText(parameter: Pick<Parameter, 'kind'>, value: ParameterValue): string {
  if (parameter.kind === 'mode') return `0${Number(value).toString(8).padStart(3, '0')}`;
  return typeof value === 'object' ? `[${value.join(', ')}]` : String(value);
}

/** `strict` is the guide's letter; `distro-aware` accepts what a check documents as a sound default of a distribution. */
export const profiles = ['strict', 'distro-aware'] as const;
export type Profile = (typeof profiles)[number];

/** Why a stock deviation from the letter is acceptable on some distributions, and the values that accept it. */
export interface Acceptance<P extends Parameters = Parameters> {
  readonly families: readonly Family[];
  readonly values: Partial<Chosen<P>>;
  /** The reason, with its source where there is one. */
  readonly why: Text;
}

/** How verdicts are to be given. Values of the configuration outweigh those of the profile. */
export interface JudgeSettings {
  readonly profile: Profile;
  /** By unit, then by parameter. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, ParameterValue>>>>;
}

export const strictSettings: JudgeSettings = { profile: 'strict', parameters: {} };

/** A value other than the guide's by which a verdict was given. */
export interface ChangedParameter {
  readonly name: string;
  /** As people write them. */
  readonly value: string;
  readonly guide: string;
  readonly by: 'profile' | 'configuration';
  readonly why: Text;
}

/** Under what a verdict was given. */
export interface Basis {
  readonly profile: Profile;
  readonly changed: readonly ChangedParameter[];
}

export const strictBasis: Basis = { profile: 'strict', changed: [] };
