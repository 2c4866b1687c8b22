// When a maintenance window takes a command.
import type { MaintenanceWindow } from '@bongsu/core';
import { expect, it } from 'vitest';
import { cronFault, windowsEnd, windowsOpen } from './windows.ts';

/** Nights from 02:00 to 04:00 in Seoul, which is 17:00 to 19:00 UTC of the day before. */
const nights: MaintenanceWindow = { name: 'nights', cron: '0 2 * * *', timeZone: 'Asia/Seoul', minutes: 120 };
const limits = { deliverySeconds: 600, executionSeconds: 900, urlSeconds: 1800, resultBytes: 1, concurrency: 1 };
const at = (time: string) => windowsOpen({ windows: [nights], limits }, new Date(`2026-03-01T${time}Z`));

it('is open from its first second until what is begun would outlast it', () => {
  expect(at('16:59:59').open).toEqual([]);
  expect(at('17:00:00').open).toEqual(['nights']);
  expect(at('18:34:59').open).toEqual(['nights']);
  expect(at('18:35:00').open).toEqual([]);
});
it('says when it opens next', () => {
  expect(at('16:00:00').nextAt).toBe(Date.parse('2026-03-01T17:00:00Z'));
  expect(at('18:00:00').nextAt).toBe(Date.parse('2026-03-02T17:00:00Z'));
  expect(windowsOpen({ limits }, new Date())).toEqual({ open: [], nextAt: null });
});
it('keeps local time where clocks are put forward', () => {
  const berlin = { ...nights, timeZone: 'Europe/Berlin', cron: '0 3 * * *' };
  const open = (time: string) => windowsOpen({ windows: [berlin], limits }, new Date(time)).open.length;
  expect([open('2026-03-28T02:10:00Z'), open('2026-03-29T01:10:00Z'), open('2026-03-29T02:50:00Z')]).toEqual([1, 1, 0]);
});
it('says what is wrong with an expression or a zone', () => {
  expect(cronFault('0 2 * * 1-5', 'Asia/Seoul')).toBeNull();
  expect(cronFault('0 25 * * *', 'Asia/Seoul')?.field).toBe('cron');
  expect(cronFault('0 0 30 2 *', 'UTC')?.message).toContain('never comes');
  expect(cronFault('0 2 * * *', 'Asia/Soul')?.field).toBe('timeZone');
});
it('ends with the last opening that begins in time', () => {
  const [from, until] = [new Date('2026-03-01T00:00:00Z'), new Date('2026-03-02T18:00:00Z')];
  expect(windowsEnd([nights], from, until)?.toISOString()).toBe('2026-03-02T19:00:00.000Z');
  expect(windowsEnd([nights], new Date('2026-03-03T00:00:00Z'), until)).toBeNull();
});
