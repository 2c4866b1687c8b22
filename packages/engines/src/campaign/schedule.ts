// Which times of a schedule have come, which of them are too late, and which fall on days without work.
import type { Schedule, ScheduleRun } from '@bongsu/core';
import { Cron } from 'croner';
import { rateMinutes, timesAfter } from './association-times.ts';

/** A time is still good so long after it: longer than a restart takes, shorter than any schedule people set. */
export const lateSecondsMax = 3_600;
/** Times looked back at: what was missed while nobody was here for a year is not counted one by one. */
const missedMax = 100;

/**
 * What became of each time since the last one that is known, oldest first; `started` runs have no campaign yet. Of several good times
 * only the newest is started: a fleet is not checked twice at once. A schedule that was never seen counts from now on; of one by
 * association that is its first period, and a period is good as long as it lasts, for State Manager has run it all the same.
 */
export function scheduleDue(schedule: Schedule, known: readonly ScheduleRun[], now: Date): ScheduleRun[] {
  const seen = known.filter((run) => run.name === schedule.name).map((run) => Date.parse(run.dueAt));
  const byItself = schedule.delivery === 'association';
  // What is left of this period may hold no run: then the next one is waited for.
  const [next] = byItself ? timesAfter(schedule, now, 1) : [];
  const atOnce = byItself && !(next && next.getTime() - now.getTime() < lateSecondsMax * 1000);
  const outcome = atOnce ? 'started' : 'configured';
  if (seen.length === 0) return [{ name: schedule.name, dueAt: now.toISOString(), outcome, campaignId: null, why: '' }];
  const last = Math.max(...seen);
  const newest = known.find((run) => run.name === schedule.name && Date.parse(run.dueAt) === last);
  // State Manager has run it all the same, and what kept the period from being planned may have been mended.
  if (atOnce && newest?.outcome === 'missed' && now.getTime() - last >= lateSecondsMax * 1000)
    return [{ name: schedule.name, dueAt: now.toISOString(), outcome: 'started', campaignId: null, why: '' }];
  const times = timesSince(schedule, last, now);
  const latest = times.at(-1);
  return times.map((time) => {
    const run = { name: schedule.name, dueAt: time.toISOString(), campaignId: null };
    const blackout = blackoutOn(schedule, time);
    if (blackout) return { ...run, outcome: 'blackout', why: blackout.why };
    const late = Math.floor((now.getTime() - time.getTime()) / 1000);
    if (time === latest && (byItself || late <= lateSecondsMax)) return { ...run, outcome: 'started', why: '' };
    return { ...run, outcome: 'missed', why: `noticed ${late} s later` };
  });
}

/** Times after the last known one until now, oldest first; the time that is now counts too. */
function timesSince(schedule: Schedule, last: number, now: Date): Date[] {
  const rate = rateMinutes(schedule.cron);
  if (rate !== null) {
    const count = Math.floor((now.getTime() - last) / (rate * 60_000));
    return timesAfter(schedule, new Date(last), count).slice(-missedMax);
  }
  return new Cron(schedule.cron, { timezone: schedule.timeZone, paused: true })
    .previousRuns(missedMax, new Date(now.getTime() + 1000))
    .filter((time) => time.getTime() > last && time.getTime() <= now.getTime())
    .toReversed();
}

/** The next time on which it would start; null where none is near. A rate goes on from the last time that is known. */
export function scheduleNext(schedule: Schedule, now: Date, last: Date = now): Date | null {
  // No day is left out by State Manager.
  if (rateMinutes(schedule.cron) !== null) return timesAfter(schedule, last, 1)[0] ?? null;
  const cron = new Cron(schedule.cron, { timezone: schedule.timeZone, paused: true });
  let time = cron.nextRun(now);
  for (let looked = 0; time !== null && looked < looksMax; looked += 1) {
    const blackout = blackoutOn(schedule, time);
    if (!blackout) return time;
    // No zone is further ahead than 14 hours: there the day after begins at this time at the earliest.
    const over = Date.parse(blackout.to) + 10 * 3_600_000 - 1;
    time = cron.nextRun(new Date(Math.max(time.getTime(), over)));
  }
  return null;
}

/** A minutely schedule comes 1,560 times between the earliest and the latest end of a day; and there may be many blackouts. */
const looksMax = 20_000;

function blackoutOn({ blackouts, timeZone }: Schedule, time: Date): Schedule['blackouts'][number] | undefined {
  // The Swedish way of writing a date is ISO 8601.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time);
  return blackouts.find(({ from, to }) => from <= day && day <= to);
}
