// When a schedule starts a campaign, and what is said of the times at which it did not.
import type { Schedule } from '@bongsu/core';
import { expect, it } from 'vitest';
import { scheduleDue, scheduleNext } from './schedule.ts';

/** Every night at two in Seoul: 17:00 UTC of the day before. */
const nightly: Schedule = { name: 'nightly', cron: '0 2 * * *', timeZone: 'Asia/Seoul', blackouts: [] };
const since = new Date('2026-03-01T00:00:00Z');
const first = {
  name: 'nightly',
  dueAt: since.toISOString(),
  outcome: 'configured',
  campaignId: null,
  why: '',
} as const;
const due = (now: string, known: Parameters<typeof scheduleDue>[1] = [], schedule = nightly) =>
  scheduleDue(schedule, [first, ...known], new Date(now)).map(({ dueAt, outcome, why }) => [
    dueAt.slice(0, 16),
    outcome,
    why,
  ]);

it('starts when its time has come, and is late for an hour at most', () => {
  expect(due('2026-03-01T16:59:59Z')).toEqual([]);
  expect(due('2026-03-01T17:00:00Z')).toEqual([['2026-03-01T17:00', 'started', '']]);
  expect(due('2026-03-01T18:00:00Z')).toEqual([['2026-03-01T17:00', 'started', '']]);
  expect(due('2026-03-01T18:00:01Z')).toEqual([['2026-03-01T17:00', 'missed', 'noticed 3601 s later']]);
});
it('counts from when it was first seen', () => expect(scheduleDue(nightly, [], since)).toEqual([first]));
it('reports what was missed, and starts only the newest', () => {
  expect(due('2026-03-03T17:05:00Z').map(([at, outcome]) => [at, outcome])).toEqual([
    ['2026-03-01T17:00', 'missed'],
    ['2026-03-02T17:00', 'missed'],
    ['2026-03-03T17:00', 'started'],
  ]);
});
it('does not speak twice of a time', () => {
  const run = {
    name: 'nightly',
    dueAt: '2026-03-01T17:00:00.000Z',
    outcome: 'started',
    campaignId: 'c',
    why: '',
  } as const;
  expect(due('2026-03-01T17:10:00Z', [run])).toEqual([]);
  expect(due('2026-03-01T17:10:00Z', [{ ...run, name: 'other' }])).toHaveLength(1);
});
it('leaves out days without work, counted in its own time zone', () => {
  const holidays = { ...nightly, blackouts: [{ from: '2026-03-02', to: '2026-03-03', why: '설 연휴' }] };
  expect(due('2026-03-01T17:00:00Z', [], holidays)).toEqual([['2026-03-01T17:00', 'blackout', '설 연휴']]);
  expect(scheduleNext(holidays, since)?.toISOString()).toBe('2026-03-03T17:00:00.000Z');
  expect(scheduleNext(nightly, since)?.toISOString()).toBe('2026-03-01T17:00:00.000Z');
  const freeze = { from: '2026-03-01', to: '2026-06-30', why: 'freeze' };
  for (const [timeZone, end] of [
    ['Asia/Seoul', '2026-06-30T15:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-06-30T10:00:00.000Z'],
    ['America/New_York', '2026-07-01T04:00:00.000Z'],
  ] as const)
    expect(
      scheduleNext(
        { ...nightly, cron: '*/5 * * * *', timeZone, blackouts: [freeze] },
        new Date('2026-03-02T00:00:00Z'),
      )?.toISOString(),
    ).toBe(end);
});
