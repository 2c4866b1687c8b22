// sshd_config as sshd reads it: first value, Include in its place, Match blocks, and the words by which they are chosen.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { matchMayApply, parseSshdDump, sshdGlobal, sshdSettings } from './sshd-config.ts';

const file = (text: string, path = '/etc/ssh/sshd_config'): FileRecord => ({
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

const lines = (text: string): [string, string][] =>
  sshdSettings([file(text)]).map(({ keyword, value }) => [keyword, value]);

it.each<[string, [string, string][]]>([
  ['PermitRootLogin no', [['permitrootlogin', 'no']]],
  ['  PermitRootLogin\t  no  \r', [['permitrootlogin', 'no']]],
  ['PermitRootLogin=no', [['permitrootlogin', 'no']]],
  ['PermitRootLogin = no', [['permitrootlogin', 'no']]],
  ['"PermitRootLogin" no', [['permitrootlogin', 'no']]],
  ['PermitRootLogin "no"', [['permitrootlogin', 'no']]],
  ['PermitRootLogin no   # said the auditor', [['permitrootlogin', 'no']]],
  ['Banner /etc/a#b', [['banner', '/etc/a#b']]],
  ['AllowUsers "a b" c', [['allowusers', '"a b" c']]],
  ['Banner say "x"', [['banner', 'say "x"']]],
  ['Banner "x" it', [['banner', '"x" it']]],
  ['X11Forwarding no', [['x11forwarding', 'no']]],
  ['PermitRootLogin', []],
  ['#PermitRootLogin no', []],
  ['  # PermitRootLogin no', []],
  ['-PermitRootLogin no', []],
  ['', []],
])('%j', (text, settings) => expect(lines(text)).toEqual(settings));

const included = (pattern: string, ...paths: string[]): string[] =>
  sshdSettings([
    file(`Include ${pattern}\nLast 1`),
    ...paths.map((path) => file(`Path ${path}`, path)),
    { ...file('Path dir', '/etc/ssh/d/dir.conf'), type: 'dir' },
    { ...file('Path gone', '/etc/ssh/d/gone.conf'), state: 'absent' },
  ])
    .filter(({ keyword }) => keyword === 'path')
    .map(({ value }) => value);

it.each<[string, string[], string[]]>([
  ['/etc/ssh/d/*.conf', ['/etc/ssh/d/b.conf', '/etc/ssh/d/a.conf'], ['/etc/ssh/d/a.conf', '/etc/ssh/d/b.conf']],
  ['d/*.conf', ['/etc/ssh/d/a.conf'], ['/etc/ssh/d/a.conf']],
  [
    '"/etc/ssh/d/a.conf" /etc/ssh/d/b.conf',
    ['/etc/ssh/d/a.conf', '/etc/ssh/d/b.conf'],
    ['/etc/ssh/d/a.conf', '/etc/ssh/d/b.conf'],
  ],
  ['"/etc/ssh/my d/*"', ['/etc/ssh/my d/a'], ['/etc/ssh/my d/a']],
  ['/etc/ssh/d/?.conf', ['/etc/ssh/d/a.conf', '/etc/ssh/d/ab.conf'], ['/etc/ssh/d/a.conf']],
  ['/etc/ssh/d/*.conf', ['/etc/ssh/d/axconf', '/etc/ssh/d/a.conf.bak', '/x/etc/ssh/d/a.conf'], []],
  ['/etc/ssh/d/*', ['/etc/ssh/d/.hidden', '/etc/ssh/d/e/f'], []],
  ['/etc/ssh/d/.*', ['/etc/ssh/d/.hidden'], ['/etc/ssh/d/.hidden']],
  ['/etc/ssh/d/a(1)+.conf', ['/etc/ssh/d/a(1)+.conf'], ['/etc/ssh/d/a(1)+.conf']],
])('Include %s of %j', (pattern, paths, found) => expect(included(pattern, ...paths)).toEqual(found));

it('follows an Include in its place, and ends the Match of an included file with it', () => {
  const settings = sshdSettings([file('A 1\nInclude /etc/ssh/x\nB 2'), file('C 3\nMatch User kim\nD 4', '/etc/ssh/x')]);
  expect(settings.map(({ keyword, match, path, line }) => [keyword, match, path, line])).toEqual([
    ['a', null, '/etc/ssh/sshd_config', 1],
    ['c', null, '/etc/ssh/x', 1],
    ['d', 'User kim', '/etc/ssh/x', 3],
    ['b', null, '/etc/ssh/sshd_config', 3],
  ]);
});

it('gives an Include within a Match the criteria of the block', () => {
  const settings = sshdSettings([file('Match User kim\nInclude /etc/ssh/x'), file('A 1', '/etc/ssh/x')]);
  expect(settings[0]?.match).toBe('User kim');
});

it('stops at sixteen levels, as sshd does', () => {
  expect(sshdSettings([file('A 1\nInclude /etc/ssh/sshd_config')])).toHaveLength(17);
});

it('has nothing of a host without a configuration', () => expect(sshdSettings([])).toEqual([]));

it.each([
  ['A 1\nA 2', '1'],
  ['Match User kim\nA 1\nMatch all\nA 2', '2'],
  ['Match User kim\nA 1\nMatch ALL \nA 2', '2'],
  ['Match all,x\nA 1\nMatch all\nA 2', '2'],
  ['Match User all\nA 1', undefined],
  ['B 1', undefined],
])('%j holds globally: %s', (text, value) => expect(sshdGlobal(sshdSettings([file(text)]), 'a')?.value).toBe(value));

it.each([
  ['User root', true],
  ['user=root', true],
  ['User  kim,root', true],
  ['User "kim,root"', true],
  ['User kim', false],
  ['User   kim', false],
  ['User aroot,root', true],
  ['User ro*', true],
  ['User r??t', true],
  ['User *,!root', false],
  ['User !root,*', false],
  ['User !kim', false],
  ['User !kim,root', true],
  ['Address 10.0.0.0/8', true],
  ['Address 10.0.0.0/8 User kim', false],
  ['Group users', true],
  ['LocalUser kim', true],
])('Match %s may be root: %s', (criteria, may) => expect(matchMayApply(criteria, 'root')).toBe(may));

it('keeps the first of a repeated keyword of sshd -T', () => {
  const dump = parseSshdDump(['Port 22', '  ListenAddress  [::]:22   x ', 'port 23', '', 'usedns']);
  expect([...dump]).toEqual([
    ['port', '22'],
    ['listenaddress', '[::]:22 x'],
    ['usedns', ''],
  ]);
});

it('reads a line whatever its blanks, quotes and comments', () => {
  const text = '\n  # Port 1\n#Port 2\nPort    22  # here\nPort\t=\t23 \r\n"UsePAM" "yes"\nPort\nBanner "a b" # c';
  expect(
    sshdSettings([file('Port 1', '/etc/other'), file(text)]).map(({ keyword, value, line }) => [keyword, value, line]),
  ).toEqual([
    ['port', '22', 4],
    ['port', '23', 5],
    ['usepam', 'yes', 6],
    ['banner', 'a b', 8],
  ]);
});
