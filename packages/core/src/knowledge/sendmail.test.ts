// Options of sendmail.cf, over lines that go on with a blank.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { privacyOptions, sendmailOption } from './sendmail.ts';

const file = (text: string, path = '/etc/mail/sendmail.cf'): FileRecord => ({
  kind: 'file',
  path,
  state: 'present',
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: 0,
  linkTarget: '',
  lines: text.split('\n'),
});

const values = (text: string): string[] => sendmailOption(file(text), 'PrivacyOptions').map(({ value }) => value);

it.each<[string, string[]]>([
  ['O PrivacyOptions=goaway', ['goaway']],
  ['OPrivacyOptions=goaway', ['goaway']],
  ['O   privacyoptions = goaway \r', ['goaway']],
  ['O PrivacyOptions=a\n\tb\n  c', ['a b c']],
  ['O PrivacyOptions=a\nO Other=x\n\tb', ['a']],
  ['O PrivacyOptions=a\n\n\tb', ['a']],
  ['O PrivacyOptions=a\nb c', ['a']],
  ['O PrivacyOptions=a\n#\tb\n\tc', ['a']],
  ['\tb\nO PrivacyOptions=a', ['a']],
  ['O Other=x\n\tb\nO PrivacyOptions=a', ['a']],
  ['O PrivacyOptions=a\nO PrivacyOptions=b', ['a', 'b']],
  ['#O PrivacyOptions=a', []],
  ['xO PrivacyOptions=a', []],
  ['O PrivacyOptions a', []],
])('%j', (text, found) => expect(values(text)).toEqual(found));

it('adds the flags of several lines up, and says where they begin', () => {
  const { flags, source } = privacyOptions(file('\nO PrivacyOptions=NoVRFY,  noexpn,\nO PrivacyOptions=goaway'));
  expect([...flags]).toEqual(['novrfy', 'noexpn', 'goaway']);
  expect(source).toBe('/etc/mail/sendmail.cf:2');
});

it('names the file where no line says anything', () => {
  expect(privacyOptions(file('', '/etc/mail/own.cf'))).toEqual({ flags: new Set(), source: '/etc/mail/own.cf' });
  expect(privacyOptions(null).source).toBe('/etc/mail/sendmail.cf');
});
