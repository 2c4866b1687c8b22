// A schedule in State Manager's words: its expression in UTC, the times it stands for, and why it cannot be one.
import type { CampaignLimits, Schedule } from '@bongsu/core';
import { Cron } from 'croner';

/** A rate is half an hour or more (Systems Manager User Guide, "Reference: Cron and rate expressions"). */
const rateMinutesMin = 30;
const minutesOf = { minute: 1, hour: 60, day: 1_440 } as const;
/** Runs looked at for the two that follow each other soonest: a week of those that come twice an hour. */
const runsLooked = 400;
/** Seconds beyond delivery and execution for the transfers, and for clocks that differ. */
const marginSeconds = 300;

export type Times = Pick<Schedule, 'cron' | 'timeZone'>;

/** Minutes of `rate(12 hours)`; null where it is no rate. */
export function rateMinutes(cron: string): number | null {
  const [, count = '', unit] = /^rate\(([1-9][0-9]{0,4}) (minute|hour|day)s?\)$/.exec(cron) ?? [];
  return unit === undefined ? null : Number(count) * minutesOf[unit as keyof typeof minutesOf];
}

/** What State Manager is given, or why it has no such times. */
export function associationExpression({ cron, timeZone }: Times): { expression: string } | { fault: string } {
  const rate = rateMinutes(cron);
  if (rate !== null)
    return rate < rateMinutesMin
      ? { fault: `State Manager takes no rate below ${rateMinutesMin} minutes, this one is ${rate}` }
      : { expression: cron };
  const fields = cron.trim().split(/\s+/);
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  if (fields.length !== 5) return { fault: 'five fields: minute hour day month weekday, or a rate' };
  if (month !== '*') return { fault: `State Manager's cron has no months to choose from, this one says ${month}` };
  if (day !== '*' && weekday !== '*')
    return { fault: 'State Manager takes a day of the month or a weekday, and not both' };
  const hours = numbers(hour, 0, 23);
  if (numbers(minute, 0, 59) === null || hours === null || (day !== '*' && numbers(day, 1, 31) === null))
    return { fault: 'State Manager reads numbers, lists, ranges and steps alone' };
  const weekdays = weekday === '*' ? null : numbers(weekday.replaceAll(/[A-Za-z]{3}/g, dayNumber), 0, 7);
  if (weekday !== '*' && weekdays === null) return { fault: 'State Manager reads weekdays as numbers or SUN to SAT' };
  const shift = hoursAhead(timeZone);
  if (shift === null)
    return { fault: `State Manager's cron is in UTC, from which ${timeZone} is not always the same whole hours apart` };
  return shifted({ minute, hours, day, weekdays }, shift, timeZone);
}

function shifted(
  { minute, hours, day, weekdays }: { minute: string; hours: number[]; day: string; weekdays: number[] | null },
  shift: number,
  timeZone: string,
): { expression: string } | { fault: string } {
  const days = new Set(hours.map((one) => Math.floor((one - shift) / 24)));
  const [turn = 0] = days;
  if (day !== '*' && (turn !== 0 || days.size > 1))
    return { fault: `in UTC these hours of ${timeZone} fall on another day of the month: choose others, or UTC` };
  if (weekdays !== null && days.size > 1)
    return { fault: `in UTC these hours of ${timeZone} fall on two days: make two schedules, or choose UTC` };
  const hour = listed(hours.map((one) => (one - shift + 48) % 24));
  // Sunday is 1 at AWS. One of the two days must be left open.
  const weekday =
    weekdays === null ? (day === '*' ? '*' : '?') : listed(weekdays.map((one) => ((one + turn + 7) % 7) + 1));
  return {
    expression: `cron(${minute} ${hours.length === 24 ? '*' : hour} ${day === '*' ? '?' : day} * ${weekday} *)`,
  };
}

const listed = (values: readonly number[]): string => [...new Set(values)].sort((a, b) => a - b).join(',');
const names = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const dayNumber = (name: string): string => String(names.indexOf(name.toUpperCase()));

/** The values of a field in which `*`, lists, ranges and steps stand; null where it holds anything else. */
function numbers(field: string, min: number, max: number): number[] | null {
  const values: number[] = [];
  for (const part of field.split(',')) {
    const read = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/([1-9]\d?))?$/.exec(part);
    if (read === null) return null;
    const [, first, last, step] = read;
    const from = first === undefined ? min : Number(first);
    const to = first === undefined || (last === undefined && step !== undefined) ? max : Number(last ?? first);
    if (from < min || to > max || from > to) return null;
    for (let value = from; value <= to; value += Number(step ?? 1)) values.push(value);
  }
  return values;
}

/** Whole hours that a zone is ahead of UTC; null where it changes in a year, or is not whole. */
function hoursAhead(timeZone: string): number | null {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offsets = new Set(
    Array.from({ length: 12 }, (_, month) => {
      const at = new Date(Date.UTC(2026, month, 15));
      return format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    }),
  );
  const [only = ''] = offsets;
  const read = /^GMT(?:([+-]\d\d):00)?$/.exec(only);
  return offsets.size !== 1 || read === null ? null : Number(read[1] ?? 0);
}

/** The first times after a moment. Those of a rate are counted from that moment on. */
export function timesAfter({ cron, timeZone }: Times, after: Date, count: number): Date[] {
  const rate = rateMinutes(cron);
  if (rate === null) return new Cron(cron, { timezone: timeZone, paused: true }).nextRuns(count, after);
  return Array.from({ length: count }, (_, index) => new Date(after.getTime() + (index + 1) * rate * 60_000));
}

/** When the period began that holds a moment. That of a rate begins with it. */
export function periodBegin({ cron, timeZone }: Times, at: Date): Date {
  if (rateMinutes(cron) !== null) return at;
  // The time that is now counts too.
  return new Cron(cron, { timezone: timeZone, paused: true }).previousRuns(1, new Date(at.getTime() + 1000))[0] ?? at;
}

/** How long a run may take until its results must be there. */
export function associationSeconds({ deliverySeconds, executionSeconds }: CampaignLimits): number {
  return deliverySeconds + executionSeconds + marginSeconds;
}

/** Seconds between the two runs that follow each other soonest. */
export function shortestPeriod(times: Times, from: Date): number {
  const runs = timesAfter(times, from, rateMinutes(times.cron) === null ? runsLooked : 2).map((one) => one.getTime());
  return Math.min(...runs.slice(1).map((one, index) => (one - (runs[index] ?? one)) / 1000));
}

/** Why a schedule's periods cannot hold what is to happen in each, with the numbers; null where they can. */
export function periodFault(times: Times, limits: CampaignLimits, from: Date): string | null {
  const shortest = shortestPeriod(times, from);
  const need = associationSeconds(limits);
  if (shortest >= need) return null;
  const { deliverySeconds, executionSeconds } = limits;
  return `it runs again after ${shortest} s, delivery ${deliverySeconds} s + execution ${executionSeconds} s + margin ${marginSeconds} s need ${need} s: run it more seldom, or lower the limits`;
}
