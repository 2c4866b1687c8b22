// Selectors of syslog as rsyslog reads them.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { selects, syslogRules } from './syslog-rules.ts';

it.each([
  ['*.info;mail.none;authpriv.none;cron.none', 'daemon', 'info', true],
  ['*.info;mail.none;authpriv.none;cron.none', 'mail', 'crit', false],
  ['*.info;mail.none', 'daemon', 'debug', false],
  ['auth,authpriv.*', 'authpriv', 'debug', true],
  ['*.*;auth,authpriv.none', 'authpriv', 'emerg', false],
  ['mail.=err', 'mail', 'crit', false],
  ['*.*;mail.!err', 'mail', 'crit', false],
  ['*.*;mail.!err', 'mail', 'info', true],
  ['cron.warn', 'cron', 'warning', true],
  ['cron.bogus', 'cron', 'emerg', false],
])('%s takes %s.%s: %s', (selector, facility, severity, taken) =>
  expect(selects(selector, facility, severity)).toBe(taken),
);

it('reads rules with their places, and none that discards', () => {
  const text =
    '# x\nauthpriv.*\t/var/log/secure\nmail.* ~\ncron.* /dev/null\n*.emerg :omusrmsg:*\n$ModLoad imuxsock\nmodule(load="x.y")';
  const file: FileRecord = {
    kind: 'file',
    path: '/r',
    state: 'present',
    type: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    linkTarget: '',
    lines: text.split('\n'),
  };
  expect(syslogRules([file]).map(({ selector, source }) => [selector, source])).toEqual([
    ['authpriv.*', '/r:2'],
    ['*.emerg', '/r:5'],
  ]);
});
