// FTP servers by their files: which main file each has, and which lists of users each asks, by PAM and by its own settings.
import { describe, expect, it } from 'vitest';
import type { FtpServer } from './ftp-servers.ts';
import { ftpServers } from './ftp-servers.ts';
import { factOf, faultOf, file, gone, hidden } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const lists = (server: FtpServer, ...records: Told) =>
  factOf(ftpServers, ...records)
    .listsOf(server)
    .map(({ file: { path }, kind, source }) => `${kind} ${path} ${source}`);
const pam = (service: string, ...lines: string[]) => file(`/etc/pam.d/${service}`, lines.join('\n'));
const listfile = (path: string, more = 'sense=deny item=user') => `auth required pam_listfile.so ${more} file=${path}`;
const [users, named] = [file('/etc/ftpusers', 'root'), file('/etc/vsftpd/ftpusers', 'root')];

it('does not guess where a file is hidden', () => {
  expect(faultOf(ftpServers, users, hidden('/etc/pam.d/vsftpd'))).toBe('/etc/pam.d/vsftpd could not be read');
});

it('has the first main file of each server', () => {
  const mains = (...paths: string[]) => {
    const { mainOf } = factOf(ftpServers, ...paths.map((path) => file(path)));
    return (['vsftpd', 'proftpd', 'pure-ftpd', 'other'] as const).map((server) => mainOf(server));
  };
  expect(mains()).toEqual(['', '', '', '']);
  expect(mains('/etc/vsftpd.conf', '/etc/proftpd.conf', '/etc/pure-ftpd.conf')).toEqual([
    '/etc/vsftpd.conf',
    '/etc/proftpd.conf',
    '/etc/pure-ftpd.conf',
    '',
  ]);
  expect(mains('/etc/vsftpd.conf', '/etc/vsftpd/vsftpd.conf')[0]).toBe('/etc/vsftpd/vsftpd.conf');
  expect(mains('/etc/proftpd.conf', '/etc/proftpd/proftpd.conf')[1]).toBe('/etc/proftpd/proftpd.conf');
  expect(mains('/etc/pure-ftpd.conf', '/etc/pure-ftpd/pure-ftpd.conf')[2]).toBe('/etc/pure-ftpd/pure-ftpd.conf');
});

it('reads the settings of the main files', () => {
  const fact = factOf(
    ftpServers,
    file('/etc/vsftpd.conf', 'ssl_enable=YES'),
    file('/etc/proftpd.conf', 'RootLogin off'),
    file('/etc/pure-ftpd/conf/TLS', '2'),
  );
  expect(fact.vsftpd).toMatchObject([{ key: 'ssl_enable', value: 'YES' }]);
  expect(fact.proftpd).toMatchObject([{ key: 'rootlogin', value: 'off' }]);
  expect(fact.pureFtpd).toMatchObject([{ key: 'TLS', value: '2' }]);
});

it('has a file only where it is one and is there', () => {
  const fact = factOf(ftpServers, gone('/a'), file('/b', '', { type: 'dir' }), file('/b', 'x'), file('/c'));
  expect(['/a', '/b', '/c', '/d'].map((path) => fact.file(path)?.lines)).toEqual([undefined, ['x'], [], undefined]);
});

describe('vsftpd', () => {
  const conf = (...lines: string[]) => file('/etc/vsftpd.conf', lines.join('\n'));

  it('asks the lists of its stack in PAM', () => {
    const stack = [
      '# a comment',
      listfile('/etc/vsftpd/ftpusers'),
      listfile('/etc/ftpusers', 'item=user sense=allow'),
      listfile('/etc/ftpusers', 'item=group sense=deny'),
      listfile('/etc/gone'),
      'auth required pam_listfile.so item=user sense=deny',
      'auth required pam_other.so item=user sense=deny file=/etc/ftpusers',
    ];
    const found = ['deny /etc/vsftpd/ftpusers /etc/pam.d/vsftpd:2', 'allow /etc/ftpusers /etc/pam.d/vsftpd:3'];
    const records = [users, named, pam('vsftpd', ...stack)];
    expect(lists('vsftpd', conf('pam_service_name=vsftpd'), ...records)).toEqual(found);
    // Without a name it is `ftp`.
    expect(lists('vsftpd', conf(), ...records)).toEqual([]);
    expect(lists('vsftpd', conf(), users, pam('ftp', listfile('/etc/ftpusers')))).toEqual([
      'deny /etc/ftpusers /etc/pam.d/ftp:1',
    ]);
  });

  const list = file('/etc/vsftpd/user_list', 'root');
  const debian = file('/etc/vsftpd.user_list', 'root');
  const own = file('/etc/own', 'root');

  it.each<[string, string[], Told, string[]]>([
    ['nothing', [], [list], []],
    ['off', ['userlist_enable=NO'], [list], []],
    ['on', ['userlist_enable=YES'], [list], ['deny /etc/vsftpd/user_list userlist_enable=YES, userlist_deny=YES']],
    [
      'on, and the list lets in',
      ['userlist_enable=YES', 'userlist_deny=NO'],
      [list],
      ['allow /etc/vsftpd/user_list userlist_enable=YES, userlist_deny=NO'],
    ],
    [
      'on, with both stock files',
      ['userlist_enable=YES'],
      [list, debian],
      ['deny /etc/vsftpd.user_list userlist_enable=YES, userlist_deny=YES'],
    ],
    [
      'on, with a file of its own',
      ['userlist_enable=YES', 'userlist_file=/etc/own'],
      [list, debian, own],
      ['deny /etc/own userlist_enable=YES, userlist_deny=YES'],
    ],
    ['on, with a file that is gone', ['userlist_enable=YES', 'userlist_file=/etc/gone'], [list], []],
  ])('asks a list of its own: %s', (_name, lines, records, found) => {
    expect(lists('vsftpd', conf(...lines), ...records)).toEqual(found);
  });
});

it('ProFTPD asks /etc/ftpusers unless it is told not to, and its stack in PAM', () => {
  const conf = (text: string) => file('/etc/proftpd.conf', text);
  const stack = pam('proftpd', listfile('/etc/vsftpd/ftpusers'));
  expect(lists('proftpd', conf(''), users)).toEqual(['deny /etc/ftpusers UseFtpUsers on']);
  expect(lists('proftpd', conf('UseFtpUsers on'), users)).toEqual(['deny /etc/ftpusers UseFtpUsers on']);
  expect(lists('proftpd', conf('UseFtpUsers OFF'), users, named, stack)).toEqual([
    'deny /etc/vsftpd/ftpusers /etc/pam.d/proftpd:1',
  ]);
});

it('Pure-FTPd asks its stack in PAM alone', () => {
  expect(lists('pure-ftpd', users, pam('pure-ftpd', listfile('/etc/ftpusers')))).toEqual([
    'deny /etc/ftpusers /etc/pam.d/pure-ftpd:1',
  ]);
  expect(lists('pure-ftpd', users)).toEqual([]);
});

it('another server asks the files of old', () => {
  expect(lists('other', users, file('/etc/ftpd/ftpusers', 'root'))).toEqual([
    'deny /etc/ftpusers ftpd',
    'deny /etc/ftpd/ftpusers ftpd',
  ]);
});
