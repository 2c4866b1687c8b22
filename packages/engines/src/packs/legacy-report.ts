// Reads what a user's own script printed: JSON lines from a program we do not know, taken within limits and never believed beyond their form.
import type { JudgementStatus, Proof } from '@bongsu/core';

export interface LegacyResult {
  /** `unknown` where the script itself says that it could not tell. */
  readonly status: JudgementStatus | 'unknown';
  readonly reason: string;
  readonly evidence: readonly Proof[];
}

export interface LegacyReport {
  readonly results: ReadonlyMap<string, LegacyResult>;
  /** Why a code that was printed has no result. */
  readonly faults: ReadonlyMap<string, string>;
  /** Lines that belong to no item: `line 3: unknown code "X"`. */
  readonly refused: readonly string[];
}

/** A line's characters, lines, pieces of evidence, and characters of each. */
export const reportLimits = { lineMax: 16_384, linesMax: 5000, evidenceMax: 20, wordsMax: 500 } as const;

const words: Readonly<Record<JudgementStatus | 'unknown', readonly string[]>> = {
  pass: ['good', 'pass', 'ok', '양호'],
  fail: ['vuln', 'vulnerable', 'fail', 'bad', '취약'],
  notApplicable: ['na', 'n/a', 'notapplicable', 'not applicable', '해당없음', '해당 없음'],
  manual: ['manual', 'review', '수동', '수동점검', '인터뷰'],
  unknown: ['error', 'unknown', '오류', '판단불가'],
};
const statuses = new Map(
  Object.entries(words).flatMap(([status, said]) => said.map((word) => [word, status as LegacyResult['status']])),
);
/** For the documentation. */
export const legacyWords = words;

/** One JSON object a line: `code`, `status`, and if wanted `reason` and `evidence`. Blank lines are nothing; whatever else is refused. */
export function legacyReport(lines: readonly string[], codes: ReadonlySet<string>): LegacyReport {
  const results = new Map<string, LegacyResult>();
  const faults = new Map<string, string>();
  const refused: string[] = [];
  for (const [index, line] of lines.slice(0, reportLimits.linesMax).entries()) {
    if (line.trim() === '') continue;
    const seen = lineOf(line, codes);
    if ('refused' in seen) {
      refused.push(`line ${index + 1}: ${seen.refused}`);
      continue;
    }
    // Two words on one item: neither is believed.
    if (results.has(seen.code) || faults.has(seen.code)) faults.set(seen.code, 'its code was printed twice');
    else if ('fault' in seen) faults.set(seen.code, seen.fault);
    else results.set(seen.code, seen.result);
  }
  for (const code of faults.keys()) results.delete(code);
  if (lines.length > reportLimits.linesMax) refused.push(`lines after line ${reportLimits.linesMax} were not read`);
  return { results, faults, refused };
}

type LineSeen =
  | { readonly code: string; readonly result: LegacyResult }
  | { readonly code: string; readonly fault: string }
  | { readonly refused: string };

function lineOf(line: string, codes: ReadonlySet<string>): LineSeen {
  if (line.length > reportLimits.lineMax) return { refused: `longer than ${reportLimits.lineMax} characters` };
  const object = objectOf(line);
  if (object === null) return { refused: 'is no JSON object' };
  const { code, status, reason, evidence } = object;
  if (typeof code !== 'string') return { refused: 'has no code' };
  if (!codes.has(code)) return { refused: `unknown code ${JSON.stringify(plain(code).slice(0, 40))}` };
  const known = typeof status === 'string' ? statuses.get(status.trim().toLowerCase()) : undefined;
  if (known === undefined)
    return {
      code,
      fault: `its status ${plain(JSON.stringify(status) ?? 'nothing').slice(0, 40)} is no word of the contract`,
    };
  const proofs = proofsOf(evidence);
  if (typeof proofs === 'string') return { code, fault: proofs };
  if (reason !== undefined && typeof reason !== 'string') return { code, fault: 'its reason is no text' };
  return { code, result: { status: known, reason: cut(reason ?? ''), evidence: proofs } };
}

function objectOf(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}

/** A text, a list of texts, or a list of `source`, `found` and perhaps `expected`. */
function proofsOf(evidence: unknown): Proof[] | string {
  if (evidence === undefined || evidence === null) return [];
  const list: readonly unknown[] = Array.isArray(evidence) ? evidence : [evidence];
  const proofs: Proof[] = [];
  for (const one of list.slice(0, reportLimits.evidenceMax)) {
    if (typeof one === 'string') proofs.push({ source: 'script', found: cut(one) });
    else {
      const { source, found, expected } =
        typeof one === 'object' && one !== null ? (one as Record<string, unknown>) : {};
      if (typeof found !== 'string') return 'its evidence is neither text nor a list of texts';
      const wanted = typeof expected === 'string' ? { expected: cut(expected) } : {};
      proofs.push({ source: typeof source === 'string' ? cut(source) : 'script', found: cut(found), ...wanted });
    }
  }
  return proofs;
}

function cut(text: string): string {
  return plain(text).slice(0, reportLimits.wordsMax);
}

/** Control and direction characters become visible codes: no screen, log or sheet acts on what a script prints. */
function plain(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
