// How long passwords may and must be kept: login.defs for accounts to come, shadow for those that take a password today.
import type { Proof, ShadowEntry } from '@bongsu/core';
import { settingLast, settingSource, takesPassword, text, wholeNumber } from '@bongsu/core';
import { nameList } from '../../../criteria/name-list.ts';
import type { LoginDefs } from '../../../probes/login-defs.ts';
import type { Shadow } from '../../../probes/shadow.ts';
import type { Missing, PolicyLimits, PolicyPart } from './part.ts';

type AgeLimits = Pick<PolicyLimits, 'maxDays' | 'minDays'>;

/** Accounts shown with their ages. */
const shownMax = 20;

export function ageingPart(defs: LoginDefs, shadow: Shadow, limits: AgeLimits): PolicyPart {
  const { maxDays, minDays } = limits;
  /** No number means no limit, and no least time (login.defs(5), shadow(5)). */
  const withinMax = (days: number | null): boolean => days !== null && days >= 0 && days <= maxDays;
  const aboveMin = (days: number | null): boolean => (days ?? 0) >= minDays;
  const holders = shadow.entries.filter(takesPassword);
  const tooOld = holders.filter((entry) => !withinMax(entry.maxDays));
  const tooFresh = holders.filter((entry) => !aboveMin(entry.minDays));
  const missing: Missing[] = [];
  const tell = (rule: Missing['rule'], ko: string, en: string): void => void missing.push({ rule, what: text(ko, en) });
  if (!withinMax(daysOf(defs, 'PASS_MAX_DAYS')))
    tell('max-age', '최대 사용기간(PASS_MAX_DAYS)', 'maximum age (PASS_MAX_DAYS)');
  if (!aboveMin(daysOf(defs, 'PASS_MIN_DAYS')))
    tell('min-age', '최소 사용기간(PASS_MIN_DAYS)', 'minimum age (PASS_MIN_DAYS)');
  if (!shadow.present)
    for (const rule of ['max-age', 'min-age'] as const)
      tell(rule, '기존 계정의 사용기간(shadow 없음)', 'ages of existing accounts (no shadow file)');
  if (tooOld.length > 0)
    tell('max-age', `기존 계정의 최대 사용기간(${nameList(tooOld)})`, `maximum age of ${nameList(tooOld)}`);
  if (tooFresh.length > 0)
    tell('min-age', `기존 계정의 최소 사용기간(${nameList(tooFresh)})`, `minimum age of ${nameList(tooFresh)}`);
  return {
    missing,
    proofs: [
      { ...defsProof(defs, 'PASS_MAX_DAYS', `0 to ${maxDays}`), rules: ['max-age'] },
      { ...defsProof(defs, 'PASS_MIN_DAYS', `${minDays} or more`), rules: ['min-age'] },
      ...[...holders.slice(0, shownMax).map((entry) => holderProof(entry, limits)), ...leftOut(shadow.entries)].map(
        (proof): PolicyPart['proofs'][number] => ({ ...proof, rules: ['max-age', 'min-age'] }),
      ),
    ],
  };
}

function daysOf(defs: LoginDefs, key: string): number | null {
  return wholeNumber(settingLast(defs.settings, key)?.value);
}

function defsProof(defs: LoginDefs, key: string, expected: string): Required<Proof> {
  const setting = settingLast(defs.settings, key);
  return setting
    ? { source: settingSource(setting), found: `${key} ${setting.value || '(empty)'}`, expected }
    : { source: '/etc/login.defs', found: `${key} not set`, expected };
}

function holderProof(entry: ShadowEntry, { minDays, maxDays }: AgeLimits): Required<Proof> {
  return {
    source: `/etc/shadow:${entry.line}`,
    found: `${entry.name} (${entry.state}): min ${entry.minDays ?? 'none'}, max ${entry.maxDays ?? 'none'}`,
    expected: `min ${minDays} or more, max ${maxDays} or less`,
  };
}

/** Accounts that no password opens have none to age: named, so that nobody takes them for forgotten. */
function leftOut(entries: readonly ShadowEntry[]): Required<Proof>[] {
  const locked = entries.filter((entry) => !takesPassword(entry));
  return locked.length === 0
    ? []
    : [
        {
          source: '/etc/shadow',
          found: `left out, no password opens them: ${nameList(locked)}`,
          expected: 'no age is asked of them',
        },
      ];
}
