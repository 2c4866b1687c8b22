// Judges one host's evidence with every check: facts that were not read become "unknown", never a pass.
import type {
  Basis,
  EvidenceManifest,
  FactGap,
  Host,
  HostCheck,
  HostEvidence,
  Judgement,
  JudgeSettings,
  Probe,
  ProbeState,
  Records,
  Text,
  Unread,
  Verdict,
} from '@bongsu/core';
import { isUnread, parseRecords, recordsOf, strictSettings } from '@bongsu/core';
import { chosenValues } from './basis.ts';

export interface JudgeOrder {
  readonly checks: readonly HostCheck[];
  /** The probe that says what host this is; without its fact nothing is judged. */
  readonly system: Probe<Host>;
  readonly evidence: HostEvidence;
  /** The guide's letter and values where absent. */
  readonly settings?: JudgeSettings;
}

type Read = { readonly fact: unknown } | { readonly gap: FactGap };

/** One verdict for each check, in their order. Pure: the same evidence gives the same verdicts. */
export function judgeHost(order: JudgeOrder): Verdict[] {
  const records = new Map<string, Records | FactGap>();
  const reads = new Map<Probe<unknown>, Read>();
  // Two probes may read the same records each in its own way; one probe's fact is the same for every check.
  const read = (probe: Probe<unknown>): Read => {
    let known = reads.get(probe);
    if (known) return known;
    let seen = records.get(probe.name);
    if (!seen) records.set(probe.name, (seen = recordsFor(probe.name, order.evidence)));
    reads.set(probe, (known = 'fault' in seen ? { gap: seen } : readFact(probe, seen)));
    return known;
  };
  const host = read(order.system);
  const settings = order.settings ?? strictSettings;
  return order.checks.map((check) => verdictOf(check, host, read, settings));
}

function verdictOf(
  check: HostCheck,
  host: Read,
  read: (probe: Probe<unknown>) => Read,
  settings: JudgeSettings,
): Verdict {
  const untold: Basis = { profile: settings.profile, changed: [] };
  try {
    const out = 'gap' in host ? null : check.outOfScope?.(host.fact as Host);
    if (out) return saidOf(check.id, out, untold);
  } catch (bug) {
    return unknown(check.id, [{ probe: check.id, fault: faultText(bug) }], untold);
  }
  const facts: Record<string, unknown> = {};
  const gaps: FactGap[] = 'gap' in host ? [host.gap] : [];
  for (const [name, probe] of Object.entries(check.needs)) {
    const result = read(probe);
    // Several facts of one probe have one gap.
    if ('gap' in result) {
      const { gap } = result;
      if (!gaps.some((one) => one.probe === gap.probe && one.fault.en === gap.fault.en)) gaps.push(gap);
    } else facts[name] = result.fact;
  }
  if (gaps.length > 0 || 'gap' in host) return unknown(check.id, gaps, untold);
  const { values, basis } = chosenValues(check, host.fact as Host, settings);
  try {
    // The facts were read by the very probes that typed them.
    return saidOf(check.id, check.judge(facts as never, host.fact as Host, values), basis);
  } catch (bug) {
    return unknown(check.id, [{ probe: check.id, fault: faultText(bug) }], basis);
  }
}

function saidOf(unit: string, said: Judgement | Unread, basis: Basis): Verdict {
  if (isUnread(said)) return unknown(unit, [{ probe: unit, fault: said.unread }], basis);
  return { unit, ...said, gaps: [], basis };
}

function unknown(unit: string, gaps: readonly FactGap[], basis: Basis): Verdict {
  const join = (lang: keyof Text): string => gaps.map((gap) => `${gap.probe}: ${gap.fault[lang]}`).join('; ');
  const reason: Text = { ko: `판단할 수 없음: ${join('ko')}`, en: `cannot be judged: ${join('en')}` };
  return { unit, status: 'unknown', reason, evidence: [], gaps, basis };
}

function recordsFor(name: string, evidence: HostEvidence): Records | FactGap {
  const outcome = evidence.manifest.probes.find((probe) => probe.name === name);
  const raw = evidence.raw[name];
  if (!outcome || raw === undefined)
    return { probe: name, fault: { ko: '증적에 없음', en: 'not part of this evidence' } };
  const { state } = outcome;
  if (state !== 'ok') return { probe: name, fault: probeFault(state, outcome, evidence.manifest) };
  try {
    return recordsOf(parseRecords(raw));
  } catch (fault) {
    return { probe: name, fault: faultText(fault) };
  }
}

function readFact(probe: Probe<unknown>, records: Records): Read {
  try {
    const fact = probe.read(records);
    return isUnread(fact) ? { gap: { probe: probe.name, fault: fact.unread } } : { fact };
  } catch (fault) {
    return { gap: { probe: probe.name, fault: faultText(fault) } };
  }
}

function probeFault(
  state: Exclude<ProbeState, 'ok'>,
  outcome: EvidenceManifest['probes'][number],
  manifest: EvidenceManifest,
): Text {
  switch (state) {
    case 'timeout':
      return { ko: `${outcome.seconds}초 뒤 시간 초과`, en: `timed out after ${outcome.seconds} s` };
    case 'truncated':
      return { ko: '출력이 한도를 넘음', en: 'its output passed the limit' };
    case 'skipped':
      return manifest.live
        ? { ko: '실행되지 않음', en: 'was not run' }
        : { ko: '구동 중인 시스템이 필요함', en: 'needs a running system' };
    case 'failed':
      return { ko: `종료 코드 ${outcome.exitCode}`, en: `ended with exit code ${outcome.exitCode}` };
  }
}

function faultText(fault: unknown): Text {
  const message = fault instanceof Error ? fault.message : 'fault';
  return { ko: `증적을 해석할 수 없음 (${message})`, en: `the evidence could not be read (${message})` };
}
