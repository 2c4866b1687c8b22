// A verdict as an item of a report: unit, codes by edition, title, status, reason, evidence, remedy. One shape for every output.
import type {
  Answer,
  Basis,
  FixLines,
  Framework,
  Importance,
  JudgedBy,
  Lang,
  Proof,
  Text,
  Verdict,
  VerdictStatus,
} from '@bongsu/core';
import { codesOf } from '@bongsu/engines';
import type { Content } from '../packs/content.ts';
import { builtIn, judgedByIn } from '../packs/content.ts';

export interface Item {
  readonly unit: string;
  /** Codes by edition: `{ "kisa-unix-2026": ["U-01"], "kisa-unix-2021": ["U-01"] }`. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  readonly title: Text;
  readonly importance: Importance;
  readonly status: VerdictStatus;
  readonly reason: Text;
  readonly evidence: readonly Proof[];
  readonly gaps: Verdict['gaps'];
  readonly expects: Text;
  readonly remedy: Text;
  readonly fix: FixLines;
  /** What to ask a person; null where the host decides. */
  readonly question: Text | null;
  /** Whose word the status is. */
  readonly judgedBy: JudgedBy;
  readonly basis: Basis;
  /** The answer that gave the status, or one that has expired. */
  readonly answer: Answer | null;
  readonly expired: Answer | null;
}

type Answerable = Verdict & { readonly answer?: Answer; readonly expired?: Answer };

/** Verdicts of units that the content no longer has keep their id as title. */
export function itemOf(verdict: Answerable, content: Content = builtIn): Item {
  const about = aboutUnit(verdict.unit, content);
  return {
    ...about,
    unit: verdict.unit,
    status: verdict.status,
    reason: verdict.answer ? answerText(verdict.answer) : verdict.reason,
    evidence: verdict.evidence,
    gaps: verdict.gaps,
    basis: verdict.basis,
    answer: verdict.answer ?? null,
    expired: verdict.expired ?? null,
  };
}

type About = Pick<Item, 'codes' | 'title' | 'importance' | 'expects' | 'remedy' | 'fix' | 'question' | 'judgedBy'>;
const known = new WeakMap<Content, Map<string, About>>();

/** What the content says of a unit; looked up once, for fleets have as many verdicts as hosts times units. */
function aboutUnit(unit: string, content: Content): About {
  const units = known.get(content) ?? new Map<string, About>();
  known.set(content, units);
  const seen = units.get(unit);
  if (seen) return seen;
  const check = content.checks.find((one) => one.id === unit);
  const none: Text = { ko: '', en: '' };
  const about: About = {
    codes: codesOf(unit, content.frameworks),
    title: check?.title ?? { ko: unit, en: unit },
    importance: check?.importance ?? 'low',
    expects: check?.expects ?? none,
    remedy: check?.remedy ?? none,
    fix: check?.fix ?? {},
    question: check?.question ?? null,
    judgedBy: judgedByIn(unit, content),
  };
  units.set(unit, about);
  return about;
}

function answerText({ words, by, at, expiresAt }: Answer): Text {
  const [given, ends] = [at.slice(0, 10), expiresAt.slice(0, 10)];
  return {
    ko: `${by}의 답변(${given}, ${ends}까지 유효): ${words}`,
    en: `answered by ${by} on ${given}, valid until ${ends}: ${words}`,
  };
}

/** Every code of a unit with its edition, as it must never stand without one: `kisa-unix-2026:U-01`. */
export function editionCodes(item: Item): string {
  return Object.entries(item.codes)
    .filter(([, codes]) => codes.length > 0)
    .map(([edition, codes]) => `${edition}:${codes.join(', ')}`)
    .join(' ');
}

/** The codes of a unit in these editions: `kisa-unix-2026:U-01`; empty where none has it. */
export function shownCodes(item: Pick<Item, 'codes'>, editions: readonly Framework[]): string {
  return editions.flatMap(({ id }) => (item.codes[id] ?? []).map((code) => `${id}:${code}`)).join(' ');
}

/** Items in the order of the first edition that has them, then by unit. */
export function byCode(a: Item, b: Item): number {
  const [x, y] = [editionCodes(a) || `~${a.unit}`, editionCodes(b) || `~${b.unit}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The stable JSON of an item; texts in the language asked for. */
export function itemJson(item: Item, lang: Lang): object {
  return {
    unit: item.unit,
    codes: item.codes,
    title: item.title[lang],
    importance: item.importance,
    status: item.status,
    judgedBy: item.judgedBy,
    reason: item.reason[lang],
    evidence: item.evidence,
    expected: item.expects[lang],
    remedy: item.remedy[lang],
    fix: item.fix,
    question: item.status === 'manual' ? (item.question?.[lang] ?? null) : null,
    answer: item.answer,
    expiredAnswer: item.expired,
    gaps: item.gaps.map((gap) => ({ probe: gap.probe, fault: gap.fault[lang] })),
    profile: item.basis.profile,
    changedParameters: item.basis.changed.map((one) => ({ ...one, why: one.why[lang] })),
  };
}

/** Items by status; every status present, so that the counts sum. */
export function countOf(items: readonly { status: Verdict['status'] }[]): Record<Verdict['status'], number> {
  const counts = { pass: 0, fail: 0, notApplicable: 0, manual: 0, unknown: 0 };
  for (const item of items) counts[item.status] += 1;
  return counts;
}
