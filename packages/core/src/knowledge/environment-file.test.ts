// What pam_env takes from /etc/environment, written in every way.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { environmentValue } from './environment-file.ts';

const file = (text: string): FileRecord => ({
  kind: 'file',
  path: '/etc/environment',
  state: 'present',
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: 0,
  linkTarget: '',
  lines: text.split('\n'),
});

it.each([
  ['TMOUT=600', '600'],
  ['  TMOUT=600 # ten minutes', '600'],
  ['TMOUT=600#x', '600'],
  ['export   TMOUT=600', '600'],
  ['TMOUT="600"', '600'],
  ['TMOUT="6 0" x', '6 0'],
  ["TMOUT='a b' # c", 'a b'],
  ['TMOUT= 600', '600'],
  ['TMOUT=', ''],
  ['TMOUT=""', ''],
])('%s', (text, value) => {
  expect(environmentValue(file(`PATH=/bin\n${text}`), 'TMOUT')).toEqual({ value, source: '/etc/environment:2' });
});

it.each(['', '#TMOUT=600', 'XTMOUT=600', 'TMOUT_X=600', 'echo TMOUT=600', 'exportTMOUT=600', 'TMOUT 600'])(
  '%s sets nothing',
  (text) => expect(environmentValue(file(text), 'TMOUT')).toBeNull(),
);

it('takes the last line, and nothing from a file that is not there', () => {
  expect(environmentValue(file('PATH=/a\nPATH=/b'), 'PATH')).toEqual({ value: '/b', source: '/etc/environment:2' });
  expect(environmentValue(undefined, 'PATH')).toBeNull();
});
