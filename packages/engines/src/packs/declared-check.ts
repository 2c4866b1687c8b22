// Makes a host check of a pack's item: its facts are read like any other, its conditions are judged, and what they cannot say is unknown.
import type { Host, HostCheck, Judgement, JudgementStatus, Probe, Proof, Text, Unread } from '@bongsu/core';
import { text, unread } from '@bongsu/core';
import type { DeclaredItem, DeclaredPack, EvidenceLine } from './definition.ts';
import { packUnit } from './definition.ts';
import type { Expression } from './expression.ts';
import { expressionOf, isFault } from './expression.ts';
import type { PackFact, PackProbes } from './fact-probe.ts';
import { factProbe } from './fact-probe.ts';
import { celValue, shownValue } from './values.ts';

type Facts = Readonly<Record<string, PackFact>>;
type Said = { readonly value: unknown } | { readonly fault: string };

const proofsMax = 20;
const foundMax = 500;

const plainReasons: Readonly<Record<JudgementStatus, Text>> = {
  pass: text('팩의 조건을 충족함', "the pack's condition holds"),
  fail: text('팩의 조건을 충족하지 않음', "the pack's condition does not hold"),
  notApplicable: text('팩의 조건에 따라 해당 없음', 'not applicable by the pack'),
  manual: text('팩이 사람의 확인을 요구함', 'the pack asks for a person'),
};

/** The check of one item. @throws Error where an expression is refused; whoever read the pack has told its author before. */
export function declaredCheck(
  pack: DeclaredPack,
  item: DeclaredItem,
  scripts: PackProbes,
  known: Readonly<Record<string, Probe<unknown>>>,
): HostCheck {
  const names = ['host', ...Object.keys(item.facts)];
  const applies = compiled(item.applies, ['host'], 'condition');
  const condition = (source: string | null): Expression | null => compiled(source, names, 'condition');
  const rules = {
    notApplicable: condition(item.notApplicable),
    manual: condition(item.manual),
    fail: condition(item.fail),
    pass: condition(item.pass),
  };
  const shown = item.evidence.map((line) => ({ line, show: compiled(line.show, names, 'words') }));
  const needs = Object.entries(item.facts).map(([name, request]) => [name, factProbe(pack, scripts, request, known)]);
  return {
    id: packUnit(pack, item.code),
    title: item.title,
    why: item.why,
    importance: item.importance,
    expects: item.expects,
    remedy: item.remedy,
    ...(item.fix ? { fix: item.fix } : {}),
    ...(item.question ? { question: item.question } : {}),
    judgedBy: 'pack',
    outOfScope: (host) => outOfScope(item, applies, host),
    needs: Object.fromEntries(needs) as HostCheck['needs'],
    judge(facts, host) {
      // The facts were read by the probes that this check named.
      return judged(item, rules, shown, facts as unknown as Facts, host);
    },
  };
}

interface Rules {
  readonly notApplicable: Expression | null;
  readonly manual: Expression | null;
  readonly fail: Expression | null;
  readonly pass: Expression | null;
}

/** Judged before any fact is asked for: what a pack does not speak of has no gap. */
function outOfScope(item: DeclaredItem, applies: Expression | null, host: Host): Judgement | Unread | null {
  const said: Said = applies?.evaluate({ host: celValue(host) }) ?? { value: true };
  if ('fault' in said) return unread(`applies 조건: ${said.fault}`, `condition applies: ${said.fault}`);
  if (said.value === true) return null;
  return {
    status: 'notApplicable',
    reason: item.reasons.notApplicable ?? text('이 호스트는 대상이 아님', 'not meant for this host'),
    evidence: [{ source: '/etc/os-release', found: host.prettyName, expected: applies?.text ?? '' }],
  };
}

/** First what takes an item out, then a fail, then a pass: where a pack says both, the worse counts. */
function judged(
  item: DeclaredItem,
  rules: Rules,
  shown: readonly { line: EvidenceLine; show: Expression | null }[],
  facts: Facts,
  host: Host,
): Judgement | Unread {
  const values = {
    host: celValue(host),
    ...Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value])),
  };
  const ask = (name: keyof Rules): boolean | Unread => {
    const rule = rules[name];
    if (rule === null) return false;
    const said: Said = rule.evaluate(values);
    return 'fault' in said
      ? unread(`${name} 조건: ${said.fault}`, `condition ${name}: ${said.fault}`)
      : said.value === true;
  };
  const say = (status: JudgementStatus): Judgement => ({
    status,
    reason: item.reasons[status] ?? plainReasons[status],
    evidence: proofsOf(item, shown, facts, values),
  });
  for (const status of ['notApplicable', 'manual', 'fail', 'pass'] as const) {
    const holds = ask(status);
    if (typeof holds !== 'boolean') return holds;
    if (holds) return say(status);
  }
  // With both conditions given and neither true the pack has said nothing.
  if (rules.fail && rules.pass)
    return unread('fail 조건도 pass 조건도 참이 아님', 'neither condition fail nor condition pass holds');
  return rules.pass ? say('fail') : rules.fail ? say('pass') : say('manual');
}

function proofsOf(
  item: DeclaredItem,
  shown: readonly { line: EvidenceLine; show: Expression | null }[],
  facts: Facts,
  values: Readonly<Record<string, unknown>>,
): Proof[] {
  const sources = (name: string | null): string =>
    name === null
      ? [...new Set(Object.values(facts).map((fact) => fact.source))].join(', ') || 'host'
      : (facts[name]?.source ?? name);
  const proofs = shown.flatMap(({ line, show }) => {
    const said: Said = show?.evaluate(values) ?? { fault: 'nothing to show' };
    const expected = line.expected === null ? {} : { expected: line.expected };
    const found =
      'fault' in said ? [`cannot be shown: ${said.fault}`] : Array.isArray(said.value) ? said.value : [said.value];
    return found.map((one: unknown) => ({ ...proofOf(one, sources(line.from)), ...expected }));
  });
  // A verdict without a word of proof is none: what was read is said at least.
  const told =
    proofs.length > 0
      ? proofs
      : Object.values(facts).map(({ source, seen }) => ({
          source,
          found: seen,
          expected: item.pass ?? item.fail ?? '',
        }));
  return told.slice(0, proofsMax).map((proof) => ({ ...proof, found: proof.found.slice(0, foundMax) }));
}

/** An entry of `numbered` or `settings` names its own line; anything else is shown as it is. */
function proofOf(value: unknown, source: string): Proof {
  if (!(value instanceof Map)) return { source, found: shownValue(value) };
  const [path, line, said] = [value.get('path') as unknown, value.get('line') as unknown, value.get('text') as unknown];
  const key = value.get('key') as unknown;
  if (typeof path !== 'string' || typeof line !== 'bigint') return { source, found: shownValue(value) };
  const found =
    typeof said === 'string'
      ? said
      : typeof key === 'string'
        ? `${key} = ${shownValue(value.get('value'))}`
        : shownValue(value);
  return { source: `${path}:${line}`, found };
}

function compiled(source: string | null, names: readonly string[], wants: 'condition' | 'words'): Expression | null {
  if (source === null) return null;
  const made = expressionOf(source, names, wants);
  if (isFault(made)) throw new Error(`${source}: ${made.fault}`);
  return made;
}
