// When associations are due, by the examples of the user guide and by what State Manager refuses.
import { describe, expect, test } from 'vitest';
import { scheduleRead } from './schedule.ts';

const from = Date.UTC(2031, 4, 1, 0, 10, 20);
const next = (expression: string, after = from): string | undefined => {
  const at = scheduleRead(expression)?.(after);
  return at === null || at === undefined ? undefined : new Date(at).toISOString();
};

describe('the next moment', () => {
  test.each([
    ['rate(30 minutes)', '2031-05-01T00:40:20.000Z'],
    ['rate(1 hour)', '2031-05-01T01:10:20.000Z'],
    ['rate(7 days)', '2031-05-08T00:10:20.000Z'],
    ['at(2031-06-01T12:00:00)', '2031-06-01T12:00:00.000Z'],
    ['cron(0 2 ? * * *)', '2031-05-01T02:00:00.000Z'],
    ['cron(0 2 ? * SUN *)', '2031-05-04T02:00:00.000Z'],
    ['cron(30 22 ? * 2-6 *)', '2031-05-01T22:30:00.000Z'],
    ['cron(0/30 * * * ? *)', '2031-05-01T00:30:00.000Z'],
    ['cron(15 10 15 * ? *)', '2031-05-15T10:15:00.000Z'],
    ['cron(0 4 ? * TUE#3 *)', '2031-05-20T04:00:00.000Z'],
    ['cron(0 0 ? * THU *)', '2031-05-08T00:00:00.000Z'],
    ['cron(5,20 0 ? * * *)', '2031-05-01T00:20:00.000Z'],
  ])('of %s is %s', (expression, moment) => expect(next(expression)).toBe(moment));

  test('of a moment that has passed, or a day that never comes, is none', () => {
    expect(next('at(2030-01-01T00:00:00)')).toBeUndefined();
    expect(scheduleRead('cron(0 0 31 * SUN#1 *)')?.(from)).toBeNull();
  });

  test('follows from the one before', () => {
    const hourly = scheduleRead('cron(0 * ? * * *)');
    const moments = [from];
    for (let run = 0; run < 30; run += 1) moments.push(hourly?.(moments.at(-1) ?? 0) ?? 0);
    expect(moments.slice(1).map((at) => at % 3_600_000)).toEqual(Array(30).fill(0));
    expect((moments.at(-1) ?? 0) - (moments[1] ?? 0)).toBe(29 * 3_600_000);
  });
});

test.each(
  ['', 'rate(29 minutes)', 'rate(0 days)', 'rate(1 week)', 'cron(0 2 * *)', 'cron(0 2 ? JAN * *)'].concat([
    ...['cron(60 2 ? * * *)', 'cron(x 2 ? * * *)', 'cron(5-1 2 ? * * *)', 'cron(0 2 ? * FUN *)', 'at(soon)'],
    ...['cron(0/0 2 ? * * *)', 'cron(0 2 ? * 8 *)', 'every day'],
  ]),
)('%j is refused', (expression) => expect(scheduleRead(expression)).toBeNull());
