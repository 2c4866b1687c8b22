// Runs the cases of a pack through the real reader and judge, and asks each item for both outcomes.
import { system } from '@bongsu/catalog';
import type { HostCase, HostCheck, Text, VerdictStatus } from '@bongsu/core';
import { text } from '@bongsu/core';
import { caseEvidence, judgeHost } from '@bongsu/engines';
import { contentOfPack } from './content.ts';
import type { LoadedPack } from './load-pack.ts';

export interface CaseTested {
  readonly name: string;
  readonly expect: VerdictStatus;
  readonly status: VerdictStatus;
  readonly reason: Text;
  readonly good: boolean;
}

export interface ItemTested {
  readonly code: string;
  readonly unit: string;
  readonly cases: readonly CaseTested[];
  /** What the item lacks, beyond cases that say another thing. */
  readonly faults: readonly Text[];
  readonly good: boolean;
}

export function packTested(pack: LoadedPack): ItemTested[] {
  const { definition } = pack;
  return contentOfPack(pack).cases.map(([check, cases], index) => {
    const tested = cases.map((one) => caseTested(check, one));
    const item = definition.items[index];
    // What a script of the user's says is not ours to prove: its cases are as many as its author wants.
    const faults = definition.kind === 'legacy' ? [] : outcomesMissing(cases, definition.items[index] ?? null);
    return {
      code: item?.code ?? '',
      unit: check.id,
      cases: tested,
      faults,
      good: faults.length === 0 && tested.every((one) => one.good),
    };
  });
}

function caseTested(check: HostCheck, one: HostCase): CaseTested {
  const [verdict] = judgeHost({ checks: [check], system, evidence: caseEvidence(check, one, system) });
  const status = verdict?.status ?? 'unknown';
  const reason = verdict?.reason ?? text('판정 없음', 'no verdict');
  const said = JSON.stringify([reason, verdict?.evidence]);
  const missing = one.because !== undefined && !said.includes(one.because);
  return {
    name: one.name,
    expect: one.expect,
    status,
    reason: missing
      ? text(
          `"${one.because}"이(가) 사유와 증적에 없음: ${reason.ko}`,
          `${JSON.stringify(one.because)} is in neither reason nor evidence: ${reason.en}`,
        )
      : reason,
    good: status === one.expect && !missing,
  };
}

/** An item that can pass must be seen to pass, and one that can fail or ask a person must be seen to do that. */
function outcomesMissing(
  cases: readonly HostCase[],
  item: { readonly pass?: string | null; readonly fail?: string | null } | null,
): Text[] {
  const outcomes = new Set(cases.map((one) => one.expect));
  const canPass = typeof item?.pass === 'string' || typeof item?.fail === 'string';
  const faults: Text[] = [];
  if (canPass && !outcomes.has('pass'))
    faults.push(
      text('pass가 되는 사례(cases)가 없음: 하나를 쓰십시오', 'has no case that expects pass: write one under cases'),
    );
  if (!outcomes.has('fail') && !outcomes.has('manual'))
    faults.push(
      text(
        'fail 또는 manual이 되는 사례(cases)가 없음: 하나를 쓰십시오',
        'has no case that expects fail or manual: write one under cases',
      ),
    );
  return faults;
}
