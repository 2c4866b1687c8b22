// What an auditor must not overlook: what was left out or not reached, what people answered, and what was judged by other values than the guide's.
import type { Answer, Text } from '@bongsu/core';
import { text, wholly, hostKey } from '@bongsu/core';
import { detailIn } from '../language/said-in.ts';
import { voiceOf } from '../language/say.ts';
import type { ReportMatter } from './matter.ts';

export interface ReportException {
  readonly kind: 'not-assessed' | 'unreadable' | 'answer' | 'expired-answer' | 'changed-value';
  readonly subject: string;
  readonly what: Text;
  readonly why: Text;
  /** Who answers for it; empty where nobody does. */
  readonly by: string;
  /** Dates, empty where there are none. */
  readonly from: string;
  readonly until: string;
}

const same = (words: string): Text => text(words, words);
const korean = voiceOf('ko');
const nobody = { by: '', from: '', until: '' };

/** In the order of their weight: hosts nobody judged, places nobody read, then answers and values. */
export function exceptionsOf(matter: ReportMatter): ReportException[] {
  return [...notAssessed(matter), ...unreadable(matter), ...answers(matter), ...changedValues(matter)];
}

function notAssessed({ targets }: ReportMatter): ReportException[] {
  return targets
    .filter((target) => !wholly(target))
    .map((target) => ({
      kind: 'not-assessed',
      subject: `${hostKey(target)} ${target.name}`.trimEnd(),
      what: text(korean(`state.${target.state ?? 'pending'}`), target.state ?? 'pending'),
      why: text(detailIn(target.detail, korean), target.detail),
      ...nobody,
    }));
}

function unreadable({ coverage }: ReportMatter): ReportException[] {
  return coverage.unreadable.flatMap((place) =>
    place.faults.map((gap) => ({
      kind: 'unreadable' as const,
      subject: [place.accountId ?? '*', place.region ?? '*'].join('/'),
      what: same(`${gap.call}: ${gap.code}`),
      why: same(gap.missingPermission ?? gap.message),
      ...nobody,
    })),
  );
}

function answers({ answers: all, items, madeAt }: ReportMatter): ReportException[] {
  const counted = new Set(items.flatMap((item) => item.answer ?? []).map(answerKey));
  const asked = new Set(items.filter((item) => item.answer || item.expired).map((item) => item.unit));
  return all
    .filter((answer) => counted.has(answerKey(answer)) || (asked.has(answer.unit) && answer.expiresAt <= madeAt))
    .map((answer) => ({
      kind: counted.has(answerKey(answer)) ? ('answer' as const) : ('expired-answer' as const),
      subject: `${answer.unit} ${answer.scope}`,
      what: same(answer.verdict),
      why: same(answer.words),
      by: answer.by,
      from: answer.at.slice(0, 10),
      until: answer.expiresAt.slice(0, 10),
    }));
}

function answerKey({ unit, scope, at }: Answer): string {
  return `${unit} ${scope} ${at}`;
}

/** One line for each unit, value and reason, with how many hosts were judged by it. */
function changedValues({ items }: ReportMatter): ReportException[] {
  const seen = items.flatMap((item) => item.basis.changed.map((change) => ({ unit: item.unit, change })));
  const groups = Map.groupBy(seen, ({ unit, change }) =>
    JSON.stringify([unit, change.name, change.value, change.why.en]),
  );
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { unit, change } = first;
    return [
      {
        kind: 'changed-value' as const,
        subject: unit,
        what: text(
          `${change.name} = ${change.value} (가이드 ${change.guide}), 호스트 ${all.length}대`,
          `${change.name} = ${change.value} (the guide: ${change.guide}), ${all.length} hosts`,
        ),
        why: change.why,
        by: change.by,
        from: '',
        until: '',
      },
    ];
  });
}
