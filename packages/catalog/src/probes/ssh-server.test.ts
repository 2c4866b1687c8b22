// Whether SSH and Telnet answer, by what systemd, the super-servers and the files say; and why sshd could not tell for itself.
import type { CommandRecord, FileRecord } from '@bongsu/core';
import { isUnread, recordsOf } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import type { SshServer } from './ssh-server.ts';
import { sshServer } from './ssh-server.ts';

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

const gone = (path: string): FileRecord => file(path, '', { state: 'absent', type: '' });
const hidden = (path: string): FileRecord => file(path, '', { state: 'unreadable', type: '' });
const said = (label: string, answer: string, change: Partial<CommandRecord> = {}): CommandRecord => ({
  kind: 'command',
  label,
  exitCode: 0,
  missing: false,
  stdout: answer === '' ? [] : answer.split('\n'),
  stderr: [],
  ...change,
});
const config = file('/etc/ssh/sshd_config', 'Port 22');
const binary = file('/usr/sbin/sshd');
const read = (...records: (FileRecord | CommandRecord)[]) => sshServer.read(recordsOf(records));
function fact(...records: (FileRecord | CommandRecord)[]): SshServer {
  const server = read(...records);
  if (isUnread(server)) throw new Error(server.unread.en);
  return server;
}

it('is installed by its program or its configuration', () => {
  expect(fact().installed).toBe(false);
  expect(fact(gone('/usr/sbin/sshd'), gone('/etc/ssh/sshd_config')).installed).toBe(false);
  expect(fact(config).installed).toBe(true);
  expect(fact(binary, said('sshd-T', 'port 22')).installed).toBe(true);
});

it('cannot tell without a configuration and without an answer of sshd', () => {
  expect(read(binary)).toEqual({
    unread: { ko: 'sshd_config가 없고 sshd -T도 답하지 않음', en: 'no sshd_config, and sshd -T did not answer' },
  });
  expect(isUnread(read(binary, gone('/etc/ssh/sshd_config')))).toBe(true);
});

it('cannot tell where a piece of the configuration is hidden, unless sshd answers', () => {
  const piece = hidden('/etc/ssh/sshd_config.d/a.conf');
  expect(read(config, piece)).toEqual({
    unread: { ko: `${piece.path}를 읽을 수 없음`, en: `${piece.path} could not be read` },
  });
  expect(isUnread(read(config, piece, said('sshd-T', 'port 22')))).toBe(false);
  expect(isUnread(read(config, hidden('/etc/securetty')))).toBe(false);
});

it.each<[CommandRecord | null, string]>([
  [null, 'not asked: the root is not booted'],
  [said('sshd-T', '', { missing: true, exitCode: 127 }), 'no sshd program'],
  [said('sshd-T', '', { exitCode: 1, stderr: ['first', 'no hostkeys'] }), 'no hostkeys'],
  [said('sshd-T', '', { exitCode: 1, stderr: ['x'.repeat(130)] }), 'x'.repeat(120)],
  [said('sshd-T', '', { exitCode: 255 }), 'exit code 255'],
])('says why sshd could not tell: %j', (dump, fault) => {
  const server = fact(config, ...(dump ? [dump] : []));
  expect(server.effective).toBeNull();
  expect(server.effectiveFault).toBe(fault);
});

it('takes the answer of sshd only where it ended well', () => {
  expect(fact(config, said('sshd-T', 'port 22')).effective?.get('port')).toBe('22');
  expect(fact(config, said('sshd-T', 'port 22', { exitCode: 1 })).effective).toBeNull();
});

describe('may run', () => {
  const units = ['ssh.service', 'sshd.service', 'ssh.socket', 'sshd.socket'];
  const off = units.flatMap((unit) => [said(`active ${unit}`, 'inactive'), said(`enabled ${unit}`, 'disabled')]);

  it('without a word of systemd, and not where it says that all are off', () => {
    expect(fact(config).mayRun).toBe(true);
    expect(fact(config, said('active ssh.service', '', { missing: true, exitCode: 127 })).mayRun).toBe(true);
    expect(fact(config, ...off).mayRun).toBe(false);
    expect(fact(config, said('active ssh.service', '')).mayRun).toBe(false);
  });

  it.each(
    units.flatMap((unit) => [
      ...['active', 'activating', 'reloading'].map((word) => [`active ${unit}`, word] as const),
      ...['enabled', 'enabled-runtime'].map((word) => [`enabled ${unit}`, word] as const),
    ]),
  )('where %s answers %s', (label, word) => {
    expect(fact(config, ...off.filter((one) => one.label !== label), said(label, word)).mayRun).toBe(true);
  });

  it.each(['deactivating', 'inactive', 'failed', 'static', 'disabled', 'not-active', 'active?'])(
    'not by %s',
    (word) => {
      expect(fact(config, said('active sshd.service', word), said('enabled sshd.service', word)).mayRun).toBe(false);
    },
  );
});

describe('Telnet', () => {
  const xinetd = '/etc/xinetd.d/telnet';
  const wants = '/etc/systemd/system/sockets.target.wants/telnet.socket';

  it.each<[string, (FileRecord | CommandRecord)[], string | null]>([
    ['nothing of it', [], null],
    ['an active socket', [said('active telnet.socket', 'active')], 'telnet.socket'],
    [
      'a socket of another state',
      [said('active telnet.socket', 'active-not'), said('enabled telnet.socket', 'enabled-not')],
      null,
    ],
    ['a socket that would start', [said('enabled telnet.socket', 'enabled')], 'telnet.socket'],
    ['an inactive socket', [said('active telnet.socket', 'inactive'), said('enabled telnet.socket', 'disabled')], null],
    ['a link that would start it', [file(wants)], wants],
    ['no such link', [gone(wants)], null],
    ['xinetd that nobody asked for', [file(xinetd, 'service telnet\n{\n}')], xinetd],
    ['xinetd that runs', [file(xinetd, 'x'), said('active xinetd.service', 'active')], xinetd],
    [
      'xinetd that would start',
      [file(xinetd, 'x'), said('active xinetd.service', 'inactive'), said('enabled xinetd.service', 'enabled')],
      xinetd,
    ],
    ['xinetd that does not run', [file(xinetd, 'x'), said('active xinetd.service', 'inactive')], null],
    ['a file of xinetd that is disabled', [file(xinetd, 'x\n  disable  =  YES')], null],
    ['a file of xinetd that says so of no', [file(xinetd, '  disable = no yes')], xinetd],
    ['a file of xinetd with a comment', [file(xinetd, '# disable = yes')], xinetd],
    ['a file of xinetd with another word', [file(xinetd, 'disable = yesterday')], xinetd],
    ['no file of xinetd', [gone(xinetd)], null],
    ['a line of inetd', [file('/etc/inetd.conf', 'ftp x\n  telnet stream')], '/etc/inetd.conf'],
    ['a comment of inetd', [file('/etc/inetd.conf', '#telnet stream\ntelnetx stream\nx telnet y')], null],
    ['no inetd', [gone('/etc/inetd.conf')], null],
  ])('%s', (_name, records, telnet) => expect(fact(config, ...records).telnet).toBe(telnet));

  const login = file('/etc/pam.d/login', 'auth required pam_securetty.so');
  it.each<[string, FileRecord[], boolean]>([
    ['a list without pseudo-terminals', [login, file('/etc/securetty', 'tty1\n#pts/0')], true],
    [
      'a line that begins with blanks',
      [file('/etc/pam.d/remote', '  auth  required  pam_securetty.so'), file('/etc/securetty')],
      true,
    ],
    [
      'a stack of several lines',
      [file('/etc/pam.d/login', '#%PAM-1.0\nauth required pam_securetty.so'), file('/etc/securetty')],
      true,
    ],
    ['a list with pseudo-terminals', [login, file('/etc/securetty', 'tty1\n  pts/0')], false],
    ['no list', [login, gone('/etc/securetty')], false],
    ['no module', [file('/etc/securetty')], false],
    [
      'a module that is commented',
      [file('/etc/pam.d/login', '#auth required pam_securetty.so'), file('/etc/securetty')],
      false,
    ],
    [
      'a module of another kind',
      [file('/etc/pam.d/login', 'session auth pam_securetty.so'), file('/etc/securetty')],
      false,
    ],
    ['a module elsewhere', [file('/etc/login', 'auth required pam_securetty.so'), file('/etc/securetty')], false],
    ['a file of PAM that is not there', [{ ...login, state: 'absent' }, file('/etc/securetty')], false],
  ])('is guarded by %s', (_name, files, guarded) => expect(fact(config, ...files).telnetGuarded).toBe(guarded));
});
