// How long passwords may and must be kept: login.defs for accounts to come, shadow for those that take a password today.
import type { Proof, ShadowEntry, Text } from '@bongsu/core';
import { settingLast, takesPassword, text, wholeNumber } from '@bongsu/core';
import type { LoginDefs } from '../../../probes/login-defs.ts';
import type { Shadow } from '../../../probes/shadow.ts';
import type { PolicyPart } from './part.ts';

const maxDays = 90;
const minDays = 1;
/** Names shown in one line of proof or reason. */
const namesMax = 20;

export function ageingPart(defs: LoginDefs, shadow: Shadow): PolicyPart {
  const holders = shadow.entries.filter(takesPassword);
  const tooOld = holders.filter((entry) => !withinMax(entry.maxDays));
  const tooFresh = holders.filter((entry) => !aboveMin(entry.minDays));
  const missing: Text[] = [];
  if (!withinMax(daysOf(defs, 'PASS_MAX_DAYS')))
    missing.push(text('최대 사용기간(PASS_MAX_DAYS)', 'maximum age (PASS_MAX_DAYS)'));
  if (!aboveMin(daysOf(defs, 'PASS_MIN_DAYS')))
    missing.push(text('최소 사용기간(PASS_MIN_DAYS)', 'minimum age (PASS_MIN_DAYS)'));
  if (!shadow.present)
    missing.push(text('기존 계정의 사용기간(shadow 없음)', 'ages of existing accounts (no shadow file)'));
  if (tooOld.length > 0)
    missing.push(text(`기존 계정의 최대 사용기간(${names(tooOld)})`, `maximum age of ${names(tooOld)}`));
  if (tooFresh.length > 0)
    missing.push(text(`기존 계정의 최소 사용기간(${names(tooFresh)})`, `minimum age of ${names(tooFresh)}`));
  return {
    missing,
    proofs: [
      defsProof(defs, 'PASS_MAX_DAYS', `0 to ${maxDays}`),
      defsProof(defs, 'PASS_MIN_DAYS', `${minDays} or more`),
      ...holders.slice(0, namesMax).map(holderProof),
      ...leftOut(shadow.entries),
    ],
  };
}

function daysOf(defs: LoginDefs, key: string): number | null {
  return wholeNumber(settingLast(defs.settings, key)?.value ?? '');
}

/** No number means no limit (login.defs(5), shadow(5)). */
function withinMax(days: number | null): boolean {
  return days !== null && days >= 0 && days <= maxDays;
}

function aboveMin(days: number | null): boolean {
  return days !== null && days >= minDays;
}

function defsProof(defs: LoginDefs, key: string, expected: string): Proof {
  const setting = settingLast(defs.settings, key);
  return setting
    ? { source: `${setting.path}:${setting.line}`, found: `${key} ${setting.value || '(empty)'}`, expected }
    : { source: '/etc/login.defs', found: `${key} not set`, expected };
}

function holderProof(entry: ShadowEntry): Proof {
  return {
    source: `/etc/shadow:${entry.line}`,
    found: `${entry.name} (${entry.state}): min ${entry.minDays ?? 'none'}, max ${entry.maxDays ?? 'none'}`,
    expected: `min ${minDays} or more, max ${maxDays} or less`,
  };
}

/** Accounts that no password opens have none to age: named, so that nobody takes them for forgotten. */
function leftOut(entries: readonly ShadowEntry[]): Proof[] {
  const locked = entries.filter((entry) => !takesPassword(entry));
  return locked.length === 0
    ? []
    : [{ source: '/etc/shadow', found: `left out, no password opens them: ${names(locked)}` }];
}

function names(entries: readonly ShadowEntry[]): string {
  const shown = entries.slice(0, namesMax).map((entry) => entry.name);
  const more = entries.length - shown.length;
  return [...shown, ...(more > 0 ? [`+${more}`] : [])].join(', ');
}
