// Compares what the engine says of a stated case with what the case expects, and holds every verdict to what people must be able to read.
import type { Host, HostCase, HostCheck, Probe, Verdict } from '@bongsu/core';
import { caseEvidence } from './case-evidence.ts';
import { judgeHost } from './judge-host.ts';

/** Where the verdict on a case is not as it should be, in one sentence; null where it is. */
export function caseFault(check: HostCheck, one: HostCase, system: Probe<Host>): string | null {
  const [verdict] = judgeHost({
    checks: [check],
    system,
    evidence: caseEvidence(check, one, system),
    settings: { profile: one.profile ?? 'strict', parameters: { [check.id]: one.parameters ?? {} } },
  });
  if (!verdict) return 'no verdict';
  if (verdict.status !== one.expect)
    return `expected ${one.expect}, and it says ${verdict.status}: ${verdict.reason.en}`;
  const said = JSON.stringify([verdict.reason.en, verdict.evidence]);
  const wanted = [...(one.because === undefined ? [] : [one.because]), ...(one.shows ?? [])];
  const missed = wanted.find((word) => !said.includes(word));
  if (missed !== undefined) return `"${missed}" is not in ${said}`;
  const told = one.hides?.find((word) => said.includes(word));
  if (told !== undefined) return `"${told}" is in ${said}`;
  if (verdict.status === 'manual' && !check.question) return 'it is for a person, and the check asks nothing';
  if (verdict.status === 'fail' && !check.fix) return 'it fails, and the check does not say what mends it';
  return unreadable(verdict);
}

/** A verdict without a reason in both languages, or with proof that does not say what was found where. */
function unreadable({ status, reason, evidence, gaps }: Verdict): string | null {
  const shows = status === 'pass' || status === 'fail' || status === 'manual';
  if (shows && evidence.length === 0) return `it says ${status} without evidence`;
  if ([reason, ...gaps.map((gap) => gap.fault)].some(({ ko, en }) => empty(ko) || empty(en)))
    return `a sentence, or a part of it, is empty: ${JSON.stringify(reason)}`;
  if (evidence.some(({ source, found, expected }) => !source || !found || expected === ''))
    return `a proof is empty: ${JSON.stringify(evidence)}`;
  return null;
}

/** Nothing at all, or nothing before or after a colon: what is put together from parts needs each of them. */
function empty(sentence: string): boolean {
  return sentence === '' || /(?:^|[:;] )[:;] |[:;] ?$/.test(sentence);
}
