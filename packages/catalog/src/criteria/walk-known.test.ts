// What a site knows of is taken out of what was found, of the listed and of the counted.
import { expect, it } from 'vitest';
import type { WalkedFile } from '../probes/file-walk.ts';
import { isKnown, knownPaths, withoutKnown } from './walk-known.ts';

const file = (path: string, change: Partial<WalkedFile> = {}): WalkedFile => ({
  path,
  cut: false,
  mode: 0o4755,
  uid: 0,
  gid: 0,
  type: 'regular file',
  system: false,
  ...change,
});

it.each([
  ['/opt/app/bin/x', false, true],
  ['/opt/app', false, false],
  ['/opt/apps/x', false, false],
  ['/usr/bin/y', false, true],
  ['/usr/bin/y', true, false],
  ['/usr/bin/yy', false, false],
])('%s, cut %s: known is %s', (path, cut, known) => {
  expect(isKnown(file(path, { cut }), ['/opt/app/', '/usr/bin/y'])).toBe(known);
});

it('counts what stays, in system places and in all', () => {
  const listed = [file('/opt/app/x'), file('/usr/bin/y', { system: true }), file('/usr/bin/z', { system: true })];
  expect(withoutKnown({ total: 90, systemTotal: 40, listed }, ['/opt/app/', '/usr/bin/y'])).toEqual({
    total: 88,
    systemTotal: 39,
    listed: [listed[2]],
  });
  expect(knownPaths.default).toEqual([]);
});
