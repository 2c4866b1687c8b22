// A verdict as an item of a report: unit, codes by edition, title, status, reason, evidence, remedy. One shape for every output.
import { frameworks, hostChecks } from '@bongsu/catalog';
import type { Importance, Lang, Proof, Text, Verdict, VerdictStatus } from '@bongsu/core';
import { codesOf } from '@bongsu/engines';

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
}

/** Verdicts of units that the catalogue no longer has keep their id as title. */
export function itemOf(verdict: Verdict): Item {
  const check = hostChecks.find((one) => one.id === verdict.unit);
  const none: Text = { ko: '', en: '' };
  return {
    unit: verdict.unit,
    codes: codesOf(verdict.unit, frameworks),
    title: check?.title ?? { ko: verdict.unit, en: verdict.unit },
    importance: check?.importance ?? 'low',
    status: verdict.status,
    reason: verdict.reason,
    evidence: verdict.evidence,
    gaps: verdict.gaps,
    expects: check?.expects ?? none,
    remedy: check?.remedy ?? none,
  };
}

/** The code of an edition to sort and show by: `U-01`; empty where the edition has no such item. */
export function codeIn(item: Item, edition: string): string {
  return item.codes[edition]?.join(', ') ?? '';
}

export const shownEdition = 'kisa-unix-2026';

/** Items in the order of the edition's codes. */
export function byCode(a: Item, b: Item): number {
  const [x, y] = [codeIn(a, shownEdition) || a.unit, codeIn(b, shownEdition) || b.unit];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The stable JSON of an item; texts in both languages, `reason` also plain in the language asked for. */
export function itemJson(item: Item, lang: Lang): object {
  return {
    unit: item.unit,
    codes: item.codes,
    title: item.title[lang],
    importance: item.importance,
    status: item.status,
    reason: item.reason[lang],
    evidence: item.evidence,
    expected: item.expects[lang],
    remedy: item.remedy[lang],
    gaps: item.gaps.map((gap) => ({ probe: gap.probe, fault: gap.fault[lang] })),
  };
}
