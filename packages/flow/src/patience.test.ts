// What passes is waited for, what was refused soon told, what is denied not tried again.
import type { Gap } from '@bongsu/core';
import { expect, it } from 'vitest';
import { patienceSeconds } from './patience.ts';

const gap: Gap = {
  ...{ accountId: null, region: null, call: 's3:PutObject', code: 'Http503', message: '' },
  missingPermission: null,
};
/** Seconds from the first failure to the last try. */
function seconds(fault: Gap): number {
  let sum = 0;
  for (let tries = 1; ; tries += 1) {
    const pause = patienceSeconds(fault, tries);
    if (pause === null) return sum;
    sum += pause;
  }
}

it.each([
  ['passing', { ...gap, passing: true } as const, 900, 1_000],
  ['refused', gap, 20, 60],
  ['denied', { ...gap, missingPermission: 's3:PutObject' }, 0, 0],
])('%s', (_, fault, least, most) => {
  expect(seconds(fault)).toBeGreaterThanOrEqual(least);
  expect(seconds(fault)).toBeLessThanOrEqual(most);
});
