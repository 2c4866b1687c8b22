// The rule of the items on accounts that policy alone can approve: what is listed passes, what is not goes to a person, or fails once a list stands.
import type { Judgement, Proof, Text } from '@bongsu/core';
import { fail, manual, pass, text } from '@bongsu/core';

export interface NameRule {
  /** Accounts with what was found of them. */
  readonly found: ReadonlyMap<string, string>;
  /** Names that the configuration approves; while it is empty, nobody has decided. */
  readonly approved: readonly string[];
  isApproved(name: string): boolean;
  readonly source: string;
  readonly expected: string;
  readonly none: Text;
  /** What the accounts are, as in "accounts with administrator rights". */
  readonly what: Text;
}

const shownMax = 50;

export function judgeNames(rule: NameRule): Judgement {
  const open = [...rule.found].filter(([name]) => !rule.isApproved(name));
  const evidence: Proof[] = [...rule.found].slice(0, shownMax).map(([name, found]) => ({
    source: rule.source,
    found: `${name}: ${found}`.slice(0, 300),
    expected: rule.expected,
  }));
  if (rule.found.size > shownMax) evidence.push({ source: rule.source, found: `${rule.found.size - shownMax} more` });
  if (rule.found.size === 0) return pass(rule.none, [{ source: rule.source, found: 'none', expected: rule.expected }]);
  if (open.length === 0)
    return pass(
      text(`${rule.what.ko}: 모두 승인된 목록에 있음`, `${rule.what.en}: all are approved by the configuration`),
      evidence,
    );
  const names = open
    .slice(0, 5)
    .map(([name]) => name.slice(0, 60))
    .join(', ');
  const more = open.length > 5 ? ` (+${open.length - 5})` : '';
  const found = text(`${rule.what.ko}: ${names}${more}`, `${rule.what.en}: ${names}${more}`);
  return rule.approved.length > 0
    ? fail(text(`승인되지 않은 ${found.ko}`, `not approved: ${found.en}`), evidence)
    : manual(text(`${found.ko} (승인 여부 확인 필요)`, `${found.en} (are they approved?)`), evidence);
}
