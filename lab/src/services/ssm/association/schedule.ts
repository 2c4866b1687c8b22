// When an association is due: `rate(…)`, `at(…)` and the `cron(…)` of State Manager, which has no month field to choose from.

/** The next moment after this one, in milliseconds; null where there is none any more. */
export type Schedule = (after: number) => number | null;

const minute = 60_000;
/** A rate is at least half an hour (Systems Manager user guide, cron and rate expressions for associations). */
const rateMinutesMin = 30;
/** Cron expressions that name a day that never comes are given up after so long. */
const searchDays = 400;
const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Reads an expression; null where State Manager would not take it. */
export function scheduleRead(expression: string): Schedule | null {
  const [, kind, inner = ''] = /^(rate|cron|at)\(([^()]*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return rateRead(inner);
  if (kind === 'cron') return cronRead(inner.trim().split(/\s+/));
  const moment = kind === 'at' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(inner) ? Date.parse(`${inner}Z`) : Number.NaN;
  return Number.isNaN(moment) ? null : (after) => (moment > after ? moment : null);
}

function rateRead(text: string): Schedule | null {
  const [, count = '', unit = ''] = /^([1-9]\d{0,4}) (minute|hour|day)s?$/.exec(text) ?? [];
  const minutes = Number(count) * ({ minute: 1, hour: 60, day: 1440 }[unit] ?? 0);
  return minutes >= rateMinutesMin ? (after) => after + minutes * minute : null;
}

/** The values of one field; null where it cannot be read. `*` and `?` are all of them. */
function fieldRead(text: string, min: number, max: number, names: readonly string[] = []): ReadonlySet<number> | null {
  const values = new Set<number>();
  const numberOf = (word: string): number => {
    const named = names.indexOf(word.toUpperCase());
    return named >= 0 ? named + min : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  };
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const all = range === '*' || range === '?';
    const [from, to] = all ? [min, max] : range.split('-').map(numberOf);
    const first = from ?? Number.NaN;
    const last = to ?? (step === undefined ? first : max);
    const by = step === undefined ? 1 : Number(step);
    if (!(first >= min && last <= max && first <= last && by >= 1 && Number.isInteger(by))) return null;
    for (let value = first; value <= last; value += by) values.add(value);
  }
  return values;
}

function cronRead(fields: readonly string[]): Schedule | null {
  const [minutes = '', hours = '', dayOfMonth = '', month, dayOfWeek = '', year] = fields;
  if (fields.length !== 6 || month !== '*' || year !== '*') return null;
  const nth = /^([A-Za-z]{3}|[1-7])#([1-5])$/.exec(dayOfWeek);
  const sets = {
    minutes: fieldRead(minutes, 0, 59),
    hours: fieldRead(hours, 0, 23),
    dayOfMonth: fieldRead(dayOfMonth, 1, 31),
    // Sunday is 1, as everywhere at AWS.
    dayOfWeek: fieldRead(nth?.[1] ?? dayOfWeek, 1, 7, days),
  };
  const { minutes: m, hours: h, dayOfMonth: dom, dayOfWeek: dow } = sets;
  if (m === null || h === null || dom === null || dow === null) return null;
  const isDay = (date: Date): boolean =>
    dom.has(date.getUTCDate()) &&
    dow.has(date.getUTCDay() + 1) &&
    (nth === null || Math.ceil(date.getUTCDate() / 7) === Number(nth[2]));
  return (after) => {
    const start = Math.floor(after / minute) * minute + minute;
    for (let at = start; at < start + searchDays * 1440 * minute; ) {
      const date = new Date(at);
      if (!isDay(date)) at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1);
      else if (h.has(date.getUTCHours()) && m.has(date.getUTCMinutes())) return at;
      else at += minute;
    }
    return null;
  };
}
