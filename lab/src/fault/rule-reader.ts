// Reads fault rules from JSON and says plainly what is wrong with those that are none.
import type { FaultRule } from './rule.ts';

export type RulesRead =
  | { readonly status: 'read'; readonly rules: readonly FaultRule[] }
  | { readonly status: 'refused'; readonly problems: readonly string[] };

type Test = readonly [holds: (value: unknown) => boolean, wanted: string];

const isText: Test = [(value) => typeof value === 'string' && value !== '', 'a text'];
const isCount: Test = [(value) => Number.isInteger(value) && Number(value) >= 1, 'a whole number from 1'];
const isSize: Test = [(value) => Number.isInteger(value) && Number(value) >= 0, 'a whole number from 0'];
const isShare: Test = [(value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1'];
const isStatus: Test = [
  (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
  'an HTTP status from 200 to 599',
];
const isTrue: Test = [(value) => value === true, 'true'];
const isMoment: Test = [(value) => value === 'before' || value === 'after', "'before' or 'after'"];

const RULE_MEMBERS: Readonly<Record<string, Test>> = {
  service: isText,
  operation: isText,
  accountId: isText,
  region: isText,
  instanceId: isText,
  nth: isCount,
  every: isCount,
  probability: isShare,
};

/** Each effect by the members it may have; the first names it. */
const EFFECTS: readonly Readonly<Record<string, Test>>[] = [
  { error: isText, message: isText, status: isStatus },
  { status: isStatus, after: isTrue },
  { quota: isTrue },
  { latencyMs: isSize },
  { drop: isMoment },
  { truncate: isSize },
];

/** The rules of a list, or every reason why it is not one of rules. */
export function readFaultRules(raw: unknown): RulesRead {
  if (!Array.isArray(raw)) return { status: 'refused', problems: ['Expected a list of rules'] };
  const problems = raw.flatMap((rule: unknown, index) =>
    problemsOf(rule).map((problem) => `rule ${index}: ${problem}`),
  );
  return problems.length > 0 ? { status: 'refused', problems } : { status: 'read', rules: raw as FaultRule[] };
}

function problemsOf(rule: unknown): readonly string[] {
  if (!isRecord(rule)) return ['is not an object'];
  const { then: effect, ...rest } = rule;
  const problems = membersWrong(rest, RULE_MEMBERS);
  const frequencies = ['nth', 'every', 'probability'].filter((name) => name in rule);
  if (frequencies.length > 1) problems.push(`has ${frequencies.join(' and ')}, but only one may be given`);
  return [...problems, ...effectWrong(effect)];
}

function effectWrong(effect: unknown): readonly string[] {
  const known = EFFECTS.map((members) => Object.keys(members)[0] ?? '');
  if (!isRecord(effect)) return [`needs 'then' with one of ${known.join(', ')}`];
  const members = EFFECTS.find((candidate) => (Object.keys(candidate)[0] ?? '') in effect);
  return members === undefined
    ? [`'then' needs one of ${known.join(', ')}`]
    : membersWrong(effect, members).map((problem) => `'then' ${problem}`);
}

function membersWrong(record: Readonly<Record<string, unknown>>, members: Readonly<Record<string, Test>>): string[] {
  const problems: string[] = [];
  for (const [name, value] of Object.entries(record)) {
    const test = Object.hasOwn(members, name) ? members[name] : undefined;
    if (test === undefined)
      problems.push(`has an unknown member '${name}'; known are ${Object.keys(members).join(', ')}`);
    else if (!test[0](value)) problems.push(`has '${name}' = ${JSON.stringify(value)}, expected ${test[1]}`);
  }
  return problems;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
