// Sendmail's options and Exim's main settings as their servers read them.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { eximSettings } from './exim.ts';
import { privacyOptions } from './sendmail.ts';

const file = (path: string, text: string): FileRecord => ({
  kind: 'file',
  path,
  state: 'present',
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: text.length,
  linkTarget: '',
  lines: text.split('\n'),
});

it('adds privacy options over several lines, and leaves comments out', () => {
  const { flags, source } = privacyOptions(
    file('/s', '#O PrivacyOptions=goaway\nO PrivacyOptions=authwarnings,\n\tnovrfy\nO PrivacyOptions=noexpn\n'),
  );
  expect([...flags]).toEqual(['authwarnings', 'novrfy', 'noexpn']);
  expect(source).toBe('/s:2');
  expect(privacyOptions(null).flags.size).toBe(0);
});

it('reads settings and named lists with lines that go on', () => {
  expect(
    eximSettings(
      file('/e', '# acl_smtp_vrfy = x\nacl_smtp_vrfy = deny\nhostlist relay_from_hosts = 127.0.0.1 : \\\n  ::1\n'),
    ),
  ).toEqual([
    { key: 'acl_smtp_vrfy', value: 'deny', source: '/e:2' },
    { key: 'relay_from_hosts', value: '127.0.0.1 : ::1', source: '/e:3' },
  ]);
});
