// Selectors of syslog as rsyslog reads them.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { keepingRule, selects, syslogInclude, syslogRule, syslogRules } from './syslog-rules.ts';

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
  ['*.emerg', 'cron', 'emerg', true],
  ['*.emerg', 'cron', 'alert', false],
  ['*.alert', 'cron', 'alert', true],
  ['*.alert', 'cron', 'crit', false],
  ['*.crit', 'cron', 'crit', true],
  ['*.crit', 'cron', 'err', false],
  ['*.notice', 'cron', 'notice', true],
  ['*.notice', 'cron', 'info', false],
  ['*.notice', 'cron', 'err', true],
  ['*.panic', 'cron', 'emerg', true],
  ['*.error', 'cron', 'err', true],
  ['*.error', 'cron', 'warning', false],
  ['*.=err', 'cron', 'err', true],
  ['*.*;*.!=err', 'cron', 'err', false],
  ['*.*;*.!=err', 'cron', 'crit', true],
])('%s takes %s.%s: %s', (selector, facility, severity, taken) =>
  expect(selects(selector, facility, severity)).toBe(taken),
);

const file = (path: string, text: string): FileRecord => ({
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

it('reads rules with their places, and none that writes nowhere', () => {
  const text =
    '# x\nauthpriv.*\t/var/log/secure\nmail.* ~\ncron.* /dev/null\n*.emerg :omusrmsg:*\n$ModLoad imuxsock\nmodule(load="x.y")';
  expect(syslogRules(file('/r', text), []).map(({ selector, source, ends }) => [selector, source, ends])).toEqual([
    ['authpriv.*', '/r:2', false],
    ['mail.*', '/r:3', true],
    ['*.emerg', '/r:5', false],
  ]);
});

it('follows includes to their places, and takes no file that none names', () => {
  const others = [file('/d/a.conf', 'mail.* /a'), file('/d/b.conf.bak', 'mail.* /b'), file('/e/c.conf', 'mail.* /c')];
  const sources = (text: string): string[] => syslogRules(file('/r', text), others).map(({ source }) => source);
  expect(sources('cron.* /x\ninclude\t/d/*.conf\nmail.* /y')).toEqual(['/r:1', '/d/a.conf:1', '/r:3']);
  expect(sources('mail.* /y')).toEqual(['/r:1']);
  expect(sources('include\t/d/')).toEqual(['/d/a.conf:1', '/d/b.conf.bak:1']);
  expect(sources('include\t/d/b*.*k')).toEqual(['/d/b.conf.bak:1']);
  expect(sources('include\t/d/a.conf')).toEqual(['/d/a.conf:1']);
  const circle = [file('/d/a.conf', 'mail.* /a\ninclude\t/d/*.conf')];
  expect(syslogRules(file('/r', 'include\t/d/*.conf'), circle).length).toBeLessThan(10);
});

it.each([
  ['mail.* /x', 'mail.*', '/x', false],
  ['  Mail.*  -/x y  ', 'mail.*', '-/x y', false],
  ['mail.* /var/log/stop', 'mail.*', '/var/log/stop', false],
  ['mail.* ~', 'mail.*', '~', true],
  ['mail.* stop', 'mail.*', 'stop', true],
  ['mail.* stopped', 'mail.*', 'stopped', false],
  ['mail.* /var/dev/null', 'mail.*', '/var/dev/null', false],
])('%j', (text, selector, action, ends) => {
  expect(syslogRule(text, 's')).toEqual({ selector, action, source: 's', ends });
});

it.each(['#mail.* /x', 'mail.* /dev/null', 'mail.* -/dev/null', 'mail.*', 'mail /x', '', '$x.y z'])(
  '%j is no rule',
  (text) => {
    expect(syslogRule(text, 's')).toBeNull();
  },
);

it('knows an include as the probe writes it', () => {
  expect(syslogInclude('include\t/d/*.conf')).toBe('/d/*.conf');
  for (const text of ['xinclude\t/d', 'include\t/d x', 'include /d', '']) expect(syslogInclude(text), text).toBeNull();
});

it('follows five includes into one another, and no more', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, at) => file(`/d/${at}`, at === length - 1 ? 'mail.* /a' : `include\t/d/${at + 1}`));
  expect(syslogRules(file('/r', 'include\t/d/0'), chain(5))).toHaveLength(1);
  expect(syslogRules(file('/r', 'include\t/d/0'), chain(6))).toEqual([]);
});

it('keeps nothing of what an earlier rule ends', () => {
  const kept = (text: string): string | undefined =>
    keepingRule(syslogRules(file('/r', text), []), 'mail', 'info')?.source;
  expect(kept('mail.* /m')).toBe('/r:1');
  expect(kept('cron.* /m')).toBeUndefined();
  expect(kept('mail.* stop\nmail.* /m')).toBeUndefined();
  expect(kept('mail.* /m\nmail.* ~')).toBe('/r:1');
  expect(kept('mail.err ~\nmail.* /m')).toBe('/r:2');
});
