// Which services are on, by systemd's word, by the files of an image and by the super-servers; and what listens.
import type { CommandRecord, FileRecord } from '@bongsu/core';
import { isUnread, recordsOf } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import type { HostServices, ServiceNames } from './services.ts';
import { services } from './services.ts';

const file = (path: string, text = '', change: Partial<FileRecord> = {}): FileRecord => ({
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
  ...change,
});
const said = (label: string, answer: string, exitCode = 0): CommandRecord => ({
  kind: 'command',
  label,
  exitCode,
  missing: false,
  stdout: answer === '' ? [] : answer.split('\n'),
  stderr: [],
});
const read = (...records: (FileRecord | CommandRecord)[]) => services.read(recordsOf(records));
function fact(...records: (FileRecord | CommandRecord)[]): HostServices {
  const found = read(...records);
  if (isUnread(found)) throw new Error(found.unread.en);
  return found;
}
const names: ServiceNames = { units: ['a.service', 'a.socket'], inetd: ['a'], programs: ['/usr/sbin/named'] };
const booted = (units: string, files = '', ...more: (FileRecord | CommandRecord)[]) =>
  fact(said('units', units), said('unit-files', files), said('listeners', ''), ...more).use(names);

it('does not guess where a file is hidden, save for programs that only show what lies there', () => {
  expect(read(file('/etc/inetd.conf', '', { state: 'unreadable' }))).toEqual({
    unread: { ko: '/etc/inetd.conf를 읽을 수 없음', en: '/etc/inetd.conf could not be read' },
  });
  expect(isUnread(read(file('/usr/sbin/named', '', { state: 'unreadable' })))).toBe(false);
});

it.each(['listeners', 'unit-files'])('does not guess where systemd answers and %s does not', (label) => {
  expect(read(said('units', ''), said(label, '', 1))).toEqual({
    unread: { ko: `${label} 질문에 답이 없음`, en: `the question for ${label} was not answered` },
  });
  expect(isUnread(read(said('units', '', 1), said(label, '', 1)))).toBe(false);
  expect(isUnread(read(said(label, '', 1)))).toBe(false);
});

describe('on a booted host', () => {
  it.each<[string, string, string, string]>([
    ['a.service loaded active running', '', 'on', 'active'],
    ['a.service loaded activating start', '', 'on', 'active'],
    ['a.service loaded reloading x', '', 'on', 'active'],
    ['● a.service loaded active running', '', 'on', 'active'],
    ['  * a.service loaded active running', '', 'on', 'active'],
    ['a.socket loaded active listening', '', 'on', 'active'],
    ['a.service loaded inactive dead', 'a.service enabled enabled', 'on', 'enabled'],
    ['', 'a.service enabled-runtime x', 'on', 'enabled-runtime'],
    ['', '  a.service   generated  - ', 'on', 'generated'],
    ['', 'a.service disabled', 'off', 'disabled'],
    ['', 'a.service static', 'off', 'static'],
    ['', 'a.service alias', 'off', 'alias'],
    ['', 'a.service enabled-not', 'off', 'enabled-not'],
    ['', 'a.service not-enabled', 'off', 'not-enabled'],
    ['a.service loaded active-not running', '', 'off', 'inactive'],
    ['a.service  not-found   active running', '', 'absent', 'not installed'],
    ['a.service', 'b.service', 'off', 'inactive'],
    ['', 'a.service', 'off', 'inactive'],
    ['', 'a.service masked', 'off', 'masked'],
    ['a.service loaded inactive dead', '', 'off', 'inactive'],
    ['a.service loaded deactivating x', '', 'off', 'inactive'],
    ['a.service loaded active running', 'a.service disabled', 'on', 'active'],
    ['a.service not-found active running', '', 'absent', 'not installed'],
    ['b.service loaded active running', 'a.services enabled', 'absent', 'not installed'],
  ])('%j and %j: %s', (units, files, state, found) => {
    const use = booted(units, files);
    expect(use.state).toBe(state);
    expect(use.proofs[0]?.found).toBe(found);
  });

  it('says whose word it is', () => {
    expect(booted('a.service loaded active running').proofs).toEqual([
      { source: 'systemctl is-active a.service', found: 'active' },
    ]);
    expect(booted('a.service loaded inactive dead', 'a.service enabled').proofs).toEqual([
      { source: 'systemctl is-enabled a.service', found: 'enabled' },
    ]);
    expect(booted('a.service loaded inactive dead').proofs).toEqual([
      { source: 'systemctl is-active a.service', found: 'inactive' },
    ]);
    expect(booted('').proofs).toEqual([{ source: 'a.service, a.socket', found: 'not installed' }]);
  });

  it('quotes what is on, and nothing that is off beside it', () => {
    expect(booted('a.socket loaded active listening', 'a.service disabled').proofs).toEqual([
      { source: 'systemctl is-active a.socket', found: 'active' },
    ]);
  });

  it('shows a program that lies there', () => {
    expect(booted('', '', file('/usr/sbin/named'))).toEqual({
      state: 'off',
      proofs: [{ source: '/usr/sbin/named', found: 'installed' }],
    });
    expect(booted('', '', file('/usr/sbin/named', '', { state: 'absent', type: '' })).state).toBe('absent');
    expect(booted('', 'a.service disabled', file('/usr/sbin/named')).proofs).toHaveLength(2);
  });

  it('does not look into the files of units', () => {
    const wanted = file('/etc/systemd/system/multi-user.target.wants/a.service', '', { type: 'link' });
    expect(booted('', '', wanted).state).toBe('absent');
  });
});

describe('on an image', () => {
  const lib = file('/usr/lib/systemd/system/a.service');
  const wants = file('/etc/systemd/system/multi-user.target.wants/a.service', '', { linkTarget: lib.path });
  const mask = file('/etc/systemd/system/a.service', '', { linkTarget: '/dev/null' });

  it.each<[string, FileRecord[], string, string]>([
    ['nothing', [], 'absent', 'not installed'],
    ['a unit that lies there', [lib], 'off', 'disabled'],
    ['a link that wants it', [wants], 'on', 'enabled'],
    ['both', [lib, wants], 'on', 'enabled'],
    ['both, the other way', [wants, lib], 'on', 'enabled'],
    ['a mask', [mask], 'off', 'masked'],
    ['a mask over a link', [mask, wants], 'off', 'masked'],
    ['a mask after a link', [wants, mask], 'off', 'masked'],
    ['a link that is not there', [{ ...wants, state: 'absent' }], 'absent', 'not installed'],
    ['a file of another kind', [file('/etc/systemd/system/a.service.bak')], 'absent', 'not installed'],
    ['a start script', [file('/etc/rc3.d/S20a')], 'on', 'enabled'],
    ['a start script beside its unit', [lib, file('/etc/rc3.d/S20a')], 'off', 'disabled'],
    ['a script that kills', [file('/etc/rc3.d/K20a')], 'absent', 'not installed'],
    ['another start script', [file('/etc/rc3.d/S20ab')], 'absent', 'not installed'],
    ['a start script of a masked unit', [mask, file('/etc/rc3.d/S20a')], 'off', 'masked'],
    ['a script elsewhere', [file('/opt/etc/rc3.d/S20a')], 'absent', 'not installed'],
    ['a socket', [file('/etc/systemd/system/sockets.target.wants/a.socket')], 'on', 'enabled'],
  ])('%s', (_name, files, state, found) => {
    const use = fact(...files).use(names);
    expect(use.state).toBe(state);
    expect(use.proofs[0]?.found).toBe(found);
  });

  it('names the file that says so', () => {
    expect(fact(lib, wants).use(names).proofs).toEqual([{ source: wants.path, found: 'enabled' }]);
    expect(fact(wants, mask).use(names).proofs).toEqual([{ source: mask.path, found: 'masked' }]);
    expect(fact(file('/etc/rc3.d/S20a')).use(names).proofs[0]?.source).toBe('/etc/rc3.d/S20a');
  });

  it('reads the files too where systemd gave no answer', () => {
    expect(fact(said('units', '', 1), wants).use(names).state).toBe('on');
  });
});

describe('a super-server', () => {
  const block = file('/etc/xinetd.d/a', 'service a\n{\n}');
  const line = file('/etc/inetd.conf', 'a stream tcp nowait root /x');

  it.each<[string, (FileRecord | CommandRecord)[], string]>([
    ['xinetd runs', [said('units', 'xinetd.service loaded active running'), block], 'on'],
    ['xinetd would start', [said('units', ''), said('unit-files', 'xinetd.service enabled'), block], 'on'],
    ['xinetd is off', [said('units', ''), said('unit-files', 'xinetd.service disabled'), block], 'off'],
    ['xinetd is nowhere', [block], 'off'],
    ['xinetd lies there and no unit is known', [block, file('/usr/sbin/xinetd')], 'on'],
    [
      'xinetd lies there and its unit is off',
      [said('units', 'xinetd.service loaded inactive dead'), block, file('/usr/sbin/xinetd')],
      'off',
    ],
    ['the main file of xinetd', [file('/etc/xinetd.conf', 'service a\n{\n}'), file('/usr/sbin/xinetd')], 'on'],
    [
      'a file that only looks so',
      [file('/etc/xinetd.conf.bak', 'service a\n{\n}'), file('/usr/sbin/xinetd')],
      'absent',
    ],
    ['a file elsewhere', [file('/opt/etc/xinetd.d/a', 'service a\n{\n}'), file('/usr/sbin/xinetd')], 'absent'],
    [
      'a block that is off',
      [file('/etc/xinetd.d/a', 'service a\n{\ndisable = yes\n}'), file('/usr/sbin/xinetd')],
      'off',
    ],
    ['another block', [file('/etc/xinetd.d/a', 'service b\n{\n}'), file('/usr/sbin/xinetd')], 'absent'],
    ...['inetd.service', 'openbsd-inetd.service', 'inetutils-inetd.service'].map(
      (unit): [string, (FileRecord | CommandRecord)[], string] => [
        `${unit} runs`,
        [said('units', `${unit} loaded active running`), line],
        'on',
      ],
    ),
    ['inetd lies there', [line, file('/usr/sbin/inetd')], 'on'],
    ['inetd is gone', [line, file('/usr/sbin/inetd', '', { state: 'absent', type: '' })], 'off'],
    [
      'one of its units is on',
      [said('units', ''), said('unit-files', 'inetd.service disabled\nopenbsd-inetd.service enabled'), line],
      'on',
    ],
    [
      'a line of inetd elsewhere',
      [file('/etc/xinetd.d/b', 'a stream tcp nowait root /x'), line, file('/usr/sbin/inetd')],
      'on',
    ],
    [
      'a line that is not of inetd',
      [file('/etc/xinetd.d/b', 'a stream tcp nowait root /x'), file('/usr/sbin/inetd')],
      'absent',
    ],
    ['inetd is nowhere', [line], 'off'],
    ['xinetd does not serve the lines of inetd', [said('units', 'xinetd.service loaded active running'), line], 'off'],
    [
      'a folder is no file of it',
      [file('/etc/inetd.conf', 'a stream tcp nowait root /x', { type: 'dir' }), file('/usr/sbin/inetd')],
      'absent',
    ],
  ])('%s', (_name, records, state) => expect(fact(...records).use(names).state).toBe(state));

  it('says where, and whether it is on', () => {
    expect(fact(block, file('/usr/sbin/xinetd')).use(names).proofs).toEqual([
      { source: '/etc/xinetd.d/a:1', found: 'a on' },
    ]);
    expect(fact(line).use(names).proofs).toEqual([{ source: '/etc/inetd.conf:1', found: 'a off' }]);
  });

  it('counts for nothing where a service has no name there', () => {
    expect(fact(block, file('/usr/sbin/xinetd')).use({ units: ['a.service'] }).state).toBe('absent');
  });
});

it.each([
  [
    'tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:(("sshd",pid=1,fd=3))',
    { protocol: 'tcp', address: '0.0.0.0', port: 22, programs: ['sshd'] },
  ],
  ['  udp UNCONN 0 0 127.0.0.53%lo:53 0.0.0.0:* ', { protocol: 'udp', address: '127.0.0.53', port: 53, programs: [] }],
  ['tcp   LISTEN 0 9 [::1]:631 [::]:*', { protocol: 'tcp', address: '[::1]', port: 631, programs: [] }],
  [
    'tcp LISTEN 0 9 *:513 *:* users:(("a",pid=1,fd=3),("b c",pid=2,fd=4))',
    { protocol: 'tcp', address: '*', port: 513, programs: ['a', 'b c'] },
  ],
  ['tcp LISTEN 0 9 *:http *:*', null],
  ['tcp LISTEN 0 9 *:80x *:*', null],
  ['sctp LISTEN 0 9 *:80 *:*', null],
  ['', null],
])('%j listens', (line, listener) => {
  expect(fact(said('listeners', line)).listeners).toEqual(listener ? [listener] : []);
});
