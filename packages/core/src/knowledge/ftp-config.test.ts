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
  expect(listedUsers(file('/u', '#root\n root \nbin # x\n')).map(({ name }) => name)).toEqual(['root']);
});

it.each([
  ['(vsFTPd 3.0.5)', true],
  ['Welcome to Pure-FTPd', true],
  ['FTP 1.2 here', true],
  ['Authorized users only', false],
  ['', false],
  ['Server 10.0.0.1 ready', false],
])('%s names a product: %s', (greeting, named) => expect(namesProduct(greeting)).toBe(named));
