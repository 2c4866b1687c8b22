// The agent's cuts at their edges.
import { expect, test } from 'vitest';
import { combinedText, goText, streamText } from './output.ts';
import { timeoutOf } from './shell-script.ts';

test('a stream is cut from 24,000 bytes on', () => {
  expect(streamText(Buffer.alloc(23_999, 'a'))).toHaveLength(23_999);
  const cut = streamText(Buffer.alloc(24_000, 'a'));
  expect(cut).toHaveLength(24_000);
  expect(cut.endsWith('a--output truncated--')).toBe(true);
});

test.each([
  [100, 0],
  [5_000, 0],
  [0, 5_000],
  [5_000, 100],
  [100, 5_000],
  [5_000, 5_000],
])('combined output of %i and %i bytes fits', (out, err) => {
  const text = combinedText(Buffer.alloc(out, 'o'), Buffer.alloc(err, 'e'));
  expect(text.length).toBeLessThanOrEqual(2_500);
  expect(text.includes('---Output truncated---')).toBe(out > 2_500);
  expect(text.includes('---Error truncated----')).toBe(err > 2_500);
  if (out > 0) expect(text).toContain('o');
  if (err > 0) expect(text).toContain('----------ERROR-------');
});

test.each([
  [[0x61, 0xff, 0x62], 'a\uFFFDb'],
  [[0xe2, 0x82, 0xac], '€'],
  [[0xe2, 0x82], '\uFFFD\uFFFD'],
  [[0xed, 0xa0, 0x80], '\uFFFD\uFFFD\uFFFD'],
  [[0xc0, 0xaf], '\uFFFD\uFFFD'],
  [[0xf0, 0x9f, 0x94, 0xa5, 0xff], '🔥\uFFFD'],
  [[0xef, 0xbf, 0xbd, 0xff], '\uFFFD\uFFFD'],
])('bytes %j as Go writes them', (bytes, text) => {
  expect(goText(Buffer.from(bytes))).toBe(text);
});

test.each([
  ['5', 5],
  [5, 5],
  ['4', 3_600],
  [172_800, 172_800],
  [172_801, 3_600],
  ['60.9', 60],
  ['', 3_600],
  [undefined, 3_600],
  ['{{ t }}', 3_600],
  [null, 3_600],
])('timeoutSeconds %j', (given, seconds) => {
  expect(timeoutOf(given)).toBe(seconds);
});
