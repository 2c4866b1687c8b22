// A su that cannot be seen is a gap, wherever it lies.
import { isUnread, recordsOf } from '@bongsu/core';
import { expect, it } from 'vitest';
import { statedFiles } from '../../stated-files.ts';
import { suNeeds } from './su.ts';

it.each([
  ['/usr/bin/su', true],
  ['/bin/su', true],
  ['/etc/shadow', false],
])('%s', (path, gap) => {
  const hidden = statedFiles({ [path]: '' }).map((file) => ({ ...file, state: 'unreadable' as const }));
  expect(isUnread(suNeeds.modes.read(recordsOf(hidden)))).toBe(gap);
});
