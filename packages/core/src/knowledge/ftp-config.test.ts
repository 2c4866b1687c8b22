// The files of three FTP servers as their servers read them.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import {
  listedUsers,
  namesProduct,
  proftpdDirectives,
  pureFtpdSettings,
  vsftpdOn,
  vsftpdSettings,
} from './ftp-config.ts';

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

it('vsftpd: the last holds, blanks around = are no setting, and the built-in stands in', () => {
  const settings = vsftpdSettings(file('/v', '#ssl_enable=NO\nSSL_enable=YES\r\nssl_enable=no\nlocal_enable = YES\n'));
  expect(settings.map(({ key, value, line }) => [key, value, line])).toEqual([
    ['ssl_enable', 'YES', 2],
    ['ssl_enable', 'no', 3],
  ]);
  expect(vsftpdOn(settings, 'ssl_enable', true)).toBe(false);
  expect(vsftpdOn(settings, 'local_enable', true)).toBe(true);
});

it('vsftpd: takes a line from its very beginning, and all of it', () => {
  const settings = vsftpdSettings(file('/v', ' a=YES\nb=YES \nc=x#y\nd= e \n  # f=1\n\t\t# g=1\nh=i\rj\nx-k=1'));
  expect(settings.map(({ key, value }) => [key, value])).toEqual([
    ['b', 'YES'],
    ['c', 'x#y'],
    ['d', ' e'],
    ['h', 'i\rj'],
  ]);
  const on = (value: string) => vsftpdOn([{ key: 'a', value, path: '/v', line: 1 }], 'a', false);
  expect(['yes', 'TRUE', '1', 'no', 'noyes', 'yesno', '10'].map(on)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(vsftpdSettings(undefined)).toEqual([]);
  expect(vsftpdSettings({ ...file('/v', 'a=1'), type: 'dir' })).toEqual([]);
  expect(vsftpdSettings({ ...file('/v', 'a=1'), state: 'unreadable' })).toEqual([]);
});

it('ProFTPD: reads the files that are named and no others, to a depth', () => {
  const more = ["/d/it's.conf", '/d/b.conf', '/d/sub/c.conf', '/e/d.conf'].map((path) => file(path, 'X 1'));
  const paths = (text: string, files = more) =>
    proftpdDirectives('/p', [file('/p', text), ...files]).map(({ path }) => path);
  expect(paths(`Include "/d/it's.conf"`)).toEqual(["/d/it's.conf"]);
  expect(paths('Include /d/')).toEqual(["/d/it's.conf", '/d/b.conf']);
  expect(paths('Include /d/b?conf')).toEqual([]);
  const chain = (length: number) =>
    Array.from({ length }, (_, at) => file(`/c/${at}`, at === length - 1 ? 'X 1' : `Include /c/${at + 1}`));
  expect(paths('Include /c/0', chain(6))).toEqual(['/c/5']);
  expect(paths('Include /c/0', chain(7))).toEqual([]);
  expect(paths('Include /p')).toEqual([]);
});

it('Pure-FTPd: takes its own files alone', () => {
  const found = pureFtpdSettings([
    file('/etc/pure-ftpd/conf/TLS', '  # 1\n 2 \n'),
    file('/etc/pure-ftpd/conf/TLS.bak', '1'),
    file('/srv/etc/pure-ftpd/conf/TLS', '0'),
    file('/etc/other.conf', 'TLS 1'),
    file('/etc/pure-ftpd.conf', '9TLS 1\nTLS\n  MinUID   10 00  \n'),
  ]);
  expect(found.map(({ key, value }) => [key, value])).toEqual([
    ['TLS', '2'],
    ['MinUID', '10 00'],
  ]);
});

it('ProFTPD: directives, sections and includes', () => {
  const files = [
    file('/p', 'ServerIdent off\n#RootLogin on\nInclude /d/\n<Limit LOGIN>\n  DenyAll\n</Limit>\n'),
    file('/d/t.conf', 'TLSEngine on\n'),
  ];
  expect(proftpdDirectives('/p', files).map(({ key, value, path }) => [key, value, path])).toEqual([
    ['serverident', 'off', '/p'],
    ['tlsengine', 'on', '/d/t.conf'],
    ['<limit', 'LOGIN', '/p'],
    ['denyall', '', '/p'],
  ]);
});

it('Pure-FTPd: one file, or one file a key', () => {
  const found = pureFtpdSettings([
    file('/etc/pure-ftpd/conf/TLS', '2\n'),
    file('/etc/pure-ftpd/pure-ftpd.conf', '# TLS 1\nMinUID   1000\n'),
  ]);
  expect(found.map(({ key, value }) => [key, value])).toEqual([
    ['TLS', '2'],
    ['MinUID', '1000'],
  ]);
});

it('a commented name is not listed', () => {
  expect(listedUsers(undefined)).toEqual([]);
  expect(listedUsers(file('/u', '#root\n  root  \nbin # x\n')).map(({ name }) => name)).toEqual(['root']);
});

it.each([
  ['(vsFTPd 3.0.5)', true],
  ['Welcome to Pure-FTPd', true],
  ['FTP 1.2 here', true],
  ['Authorized users only', false],
  ['', false],
  ['Server 10.0.0.1 ready', false],
  ['Server 192.168.100.200 ready', false],
  ['VSFTPD', true],
  ['vs-ftpd', true],
  ['ProFTPD', true],
  ['pureftpd', true],
  ['WU-FTPD', true],
  ['wuftpd', true],
  ['FileZilla', true],
  ['inetutils', true],
  ['ftpd 10.20', true],
  ['ftpd 1.2.30', true],
  ['ftpd 1.2a', true],
  ['ftpd 1.2-x', true],
  ['ftpd v1.2', false],
  ['%V', true],
])('%s names a product: %s', (greeting, named) => expect(namesProduct(greeting)).toBe(named));
