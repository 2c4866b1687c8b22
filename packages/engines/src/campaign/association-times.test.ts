// Schedules in State Manager's words, held against the times that they stand for, and the refusals of those that have none.
import { Cron } from 'croner';
import { describe, expect, it, test } from 'vitest';
import { scheduleDue, scheduleNext } from './schedule.ts';
import { associationExpression, periodBegin, periodFault, rateMinutes, timesAfter } from './association-times.ts';

const limits = { deliverySeconds: 600, executionSeconds: 900, urlSeconds: 1800, resultBytes: 1, concurrency: 1 };
const from = new Date('2026-03-01T00:00:00Z');
const said = (cron: string, timeZone = 'UTC') => {
  const made = associationExpression({ cron, timeZone });
  return 'expression' in made ? made.expression : `no: ${made.fault}`;
};

test.each([
  ['0 2 * * *', 'UTC', 'cron(0 2 ? * * *)'],
  ['0 2 * * *', 'Asia/Seoul', 'cron(0 17 ? * * *)'],
  ['30 */6 * * *', 'UTC', 'cron(30 0,6,12,18 ? * * *)'],
  ['15 * * * *', 'Asia/Seoul', 'cron(15 * ? * * *)'],
  ['0 2 * * 6', 'Asia/Seoul', 'cron(0 17 ? * 6 *)'],
  ['0 2 * * SUN', 'Asia/Seoul', 'cron(0 17 ? * 7 *)'],
  ['0 2 * * mon-fri', 'Asia/Seoul', 'cron(0 17 ? * 1,2,3,4,5 *)'],
  ['0 10 * * 7', 'Asia/Seoul', 'cron(0 1 ? * 1 *)'],
  ['0 12 15 * *', 'Asia/Seoul', 'cron(0 3 15 * ? *)'],
  ['rate(12 hours)', 'Asia/Seoul', 'rate(12 hours)'],
])('%s in %s', (cron, timeZone, expected) => expect(said(cron, timeZone)).toBe(expected));

/** Times of an expression of ours, read again as the five fields that it was made of. */
function timesOf(expression: string, count: number): string[] {
  const [minute, hour, day, month, weekday = ''] = expression.slice(5, -1).split(' ');
  const days = weekday.replaceAll(/\d/g, (one) => String(Number(one) - 1)).replace('?', '*');
  const cron = new Cron([minute, hour, day?.replace('?', '*'), month, days].join(' '), { timezone: 'UTC' });
  return cron.nextRuns(count, from).map((one) => one.toISOString());
}

test.each(['0 2 * * *', '0 9 * * 1,3', '45 3 * * 0', '10 8-20/4 * * *', '5 23 28 * *', '0 2 * * 6'])(
  'means the same times: %s of Seoul',
  (cron) => {
    const times = timesAfter({ cron, timeZone: 'Asia/Seoul' }, from, 40).map((one) => one.toISOString());
    expect(timesOf(said(cron, 'Asia/Seoul'), 40)).toEqual(times);
  },
);

describe('refused, and why', () => {
  test.each([
    ['0 2 1 1 *', 'UTC', /no months to choose from, this one says 1$/],
    ['0 2 1 * 1', 'UTC', /and not both/],
    ['0 2 1 * *', 'Asia/Seoul', /another day of the month/],
    ['0 2,12 * * 1', 'Asia/Seoul', /fall on two days/],
    ['0 2 * * *', 'America/New_York', /not always the same whole hours/],
    ['0 2 * * *', 'Asia/Kolkata', /not always the same whole hours/],
    ['0 2 * * 1#2', 'UTC', /weekdays/],
    ['*x 2 * * *', 'UTC', /numbers, lists, ranges/],
    ['0 2 L * *', 'UTC', /numbers, lists, ranges/],
    ['0 0 2 * * *', 'UTC', /five fields/],
    ['rate(20 minutes)', 'UTC', /no rate below 30 minutes, this one is 20/],
    ['rate(0 hours)', 'UTC', /five fields/],
  ])('%s in %s', (cron, timeZone, why) => expect(said(cron, timeZone)).toMatch(why));
});

it('reads rates', () => {
  expect([rateMinutes('rate(1 day)'), rateMinutes('rate(90 minutes)'), rateMinutes('0 2 * * *')]).toEqual([
    ...[1440, 90],
    null,
  ]);
  expect(timesAfter({ cron: 'rate(12 hours)', timeZone: 'UTC' }, from, 2).map((one) => one.toISOString())).toEqual([
    ...['2026-03-01T12:00:00.000Z', '2026-03-02T00:00:00.000Z'],
  ]);
});

it('says the next time of a rate from the last that is known', () => {
  const schedule = {
    name: 's',
    cron: 'rate(12 hours)',
    timeZone: 'UTC',
    blackouts: [],
    delivery: 'association',
  } as const;
  const started = { name: 's', dueAt: from.toISOString(), outcome: 'started', campaignId: 'c', why: '' } as const;
  const due = (now: string) => scheduleDue(schedule, [started], new Date(now)).map((one) => [one.dueAt, one.outcome]);
  expect(scheduleDue(schedule, [], from)).toMatchObject([{ outcome: 'started', campaignId: null }]);
  expect(due('2026-03-01T11:59:59Z')).toEqual([]);
  expect(due('2026-03-01T12:00:00Z')).toEqual([['2026-03-01T12:00:00.000Z', 'started']]);
  // State Manager has run both; the accounts of the first are lost, those of the second are not.
  expect(due('2026-03-02T03:00:00Z')).toEqual([
    ['2026-03-01T12:00:00.000Z', 'missed'],
    ['2026-03-02T00:00:00.000Z', 'started'],
  ]);
  expect(scheduleNext(schedule, new Date('2026-03-01T13:00:00Z'), new Date('2026-03-01T12:00:00Z'))).toEqual(
    new Date('2026-03-02T00:00:00Z'),
  );
});

it('begins at once, or with the next time where that is near', () => {
  const schedule = { name: 's', cron: '0 2 * * *', timeZone: 'UTC', blackouts: [], delivery: 'association' } as const;
  const first = (now: string) => scheduleDue(schedule, [], new Date(now)).map((one) => one.outcome);
  expect([first('2026-03-01T01:00:00Z'), first('2026-03-01T01:00:01Z'), first('2026-03-01T02:00:00Z')]).toEqual([
    ...[['started'], ['configured'], ['started']],
  ]);
});

it('plans a period again after an hour where its plan was refused, as a part of the period that goes on', () => {
  const schedule = { name: 's', cron: '0 2 * * *', timeZone: 'UTC', blackouts: [], delivery: 'association' } as const;
  const missed = {
    name: 's',
    dueAt: '2026-03-01T02:00:00.000Z',
    outcome: 'missed',
    campaignId: null,
    why: 'x',
  } as const;
  const due = (now: string) => scheduleDue(schedule, [missed], new Date(now)).map((one) => [one.dueAt, one.outcome]);
  expect(due('2026-03-01T02:59:59Z')).toEqual([]);
  expect(due('2026-03-01T03:00:00Z')).toEqual([['2026-03-01T03:00:00.000Z', 'started']]);
  const begin = (at: string) => periodBegin(schedule, new Date(at)).toISOString();
  expect(begin('2026-03-01T03:00:00Z')).toBe('2026-03-01T02:00:00.000Z');
  expect(begin('2026-03-01T02:00:00.000Z')).toBe('2026-03-01T02:00:00.000Z');
  expect(begin('2026-03-01T01:59:59Z')).toBe('2026-02-28T02:00:00.000Z');
  expect(periodBegin({ cron: 'rate(1 day)', timeZone: 'UTC' }, from)).toBe(from);
});

it('refuses periods that cannot hold a run, with the numbers', () => {
  expect(periodFault({ cron: '0 * * * *', timeZone: 'UTC' }, limits, from)).toBeNull();
  expect(periodFault({ cron: 'rate(30 minutes)', timeZone: 'UTC' }, limits, from)).toBeNull();
  expect(periodFault({ cron: '*/29 * * * *', timeZone: 'UTC' }, limits, from)).toBe(
    'it runs again after 120 s, delivery 600 s + execution 900 s + margin 300 s need 1800 s: run it more seldom, or lower the limits',
  );
  const slow = { ...limits, executionSeconds: 86_400 };
  expect(periodFault({ cron: '0 2 * * *', timeZone: 'Asia/Seoul' }, slow, from)).toMatch(
    /^it runs again after 86400 s/,
  );
});
