// Whoever reads a log sees that a campaign waits, and for whom.
import type { Tally } from '@bongsu/core';
import { expect, it, onTestFinished, vi } from 'vitest';
import { voiceOf } from '../language/say.ts';
import { screenOpen } from '../screen/screen.ts';
import { whileCounting } from './while-counting.ts';

const sent: Tally = {
  ...{ accountId: '000000000001', region: 'ap-northeast-2', ring: 0, window: null, phase: 'sent', state: null },
  ...{ count: 21, sentFirst: null, sentLast: null, secondsMean: null, secondsSpread: null },
};

it('says the counts of a log twice a minute, as long as the work goes on', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'], now: Date.parse('2026-01-01T00:00:00Z') });
  onTestFinished(() => void vi.useRealTimers());
  const log: string[] = [];
  const stream = { isTTY: false, write: (line: string) => log.push(line) } as unknown as NodeJS.WriteStream;
  const screen = screenOpen({ out: stream, err: stream, noColour: true }, false, () => '');
  const work = Promise.withResolvers<string>();
  const told = whileCounting(
    'c1',
    { targetTally: () => Promise.resolve([sent]) },
    { screen, say: voiceOf('en') },
    work.promise,
  );
  await vi.advanceTimersByTimeAsync(29_000);
  expect(log).toEqual([]);
  await vi.advanceTimersByTimeAsync(62_000);
  expect(log).toEqual(['00:30', '01:00', '01:30'].map((at) => `2026-01-01T00:${at}.000Z pending 21 · total 21\n`));
  work.resolve('over');
  expect(await told).toBe('over');
});
