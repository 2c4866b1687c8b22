// The announced ends of support, to be compared with learn.microsoft.com/lifecycle.
import { expect, it } from 'vitest';
import { windowsSupportEnd } from './windows-support.ts';

it.each([
  ['7601', '2020-01-14', '2024-01-09'],
  ['9200', '2023-10-10', '2026-10-13'],
  ['9600', '2023-10-10', '2026-10-13'],
  ['14393', '2027-01-12', null],
  ['17763', '2029-01-09', null],
  ['20348', '2031-10-14', null],
  ['26100', '2034-10-10', null],
])('build %s until %s, paid until %s', (build, standard, last) => {
  expect(windowsSupportEnd(build)).toEqual({ standard, last });
});

it('knows nothing of an annual channel', () => {
  expect(windowsSupportEnd('25398')).toBeUndefined();
});
