// Tests of who may come in anonymously by the files of FTP servers.
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { parseRecords } from '../records.ts';
import { proftpdAnonymous, pureFtpdAnonymous, vsftpdAnonymous } from './ftp-anonymous.ts';

function file(path: string, text: string): FileRecord {
  const body = text.split('\n').map((line) => `|${line}\n`);
  return parseRecords(`#file\t${path}\tpresent\tfile\t644\t0\t0\t1\t\n${body.join('')}`)[0] as FileRecord;
}

it.each([
  ['anonymous_enable=NO', false],
  ['anonymous_enable=no', false],
  ['anonymous_enable=0', false],
  ['  anonymous_enable=FALSE', false],
  ['anonymous_enable=NO\nanonymous_enable=YES', true],
  ['#anonymous_enable=NO', true],
  ['anonymous_enable =NO', true],
  ['', true],
])('vsftpd: %j', (text, anonymous) => {
  expect(vsftpdAnonymous(file('/etc/vsftpd.conf', text)).anonymous).toBe(anonymous);
});

it('Pure-FTPd: the built-in lets in', () => {
  expect(pureFtpdAnonymous([]).anonymous).toBe(true);
  expect(pureFtpdAnonymous([file('/etc/pure-ftpd/conf/NoAnonymous', 'yes')]).anonymous).toBe(false);
  expect(
    pureFtpdAnonymous([file('/etc/pure-ftpd/pure-ftpd.conf', '# NoAnonymous yes\nNoAnonymous  no')]).anonymous,
  ).toBe(true);
});

describe('ProFTPD', () => {
  const main = '/etc/proftpd/proftpd.conf';
  const judge = (text: string, more: FileRecord[] = [], defined: string[] = []): boolean =>
    proftpdAnonymous(file(main, text), more, defined).anonymous;
  it('takes a block as open, and a comment not', () => {
    expect(judge('<Anonymous ~ftp>\nUser ftp\n</Anonymous>')).toBe(true);
    expect(judge('# <Anonymous ~ftp>\n#</Anonymous>')).toBe(false);
  });
  it('asks whether the name of an IfDefine is defined', () => {
    const text = '<IfDefine ANONYMOUS_FTP>\n<Anonymous ~ftp>\n</Anonymous>\n</IfDefine>';
    expect(judge(text)).toBe(false);
    expect(judge(text, [], ['ANONYMOUS_FTP'])).toBe(true);
    expect(judge(`Define ANONYMOUS_FTP\n${text}`)).toBe(true);
    expect(judge(text.replace('ANONYMOUS_FTP', '!ANONYMOUS_FTP'))).toBe(true);
  });
  it('follows folders and globs', () => {
    const more = [file('/etc/proftpd/conf.d/a.conf', '<Anonymous ~ftp>\n</Anonymous>')];
    expect(judge('Include /etc/proftpd/conf.d/', more)).toBe(true);
    expect(judge('Include /etc/proftpd/conf.d/*.conf', more)).toBe(true);
    expect(judge('# Include /etc/proftpd/conf.d/', more)).toBe(false);
    expect(judge('<IfDefine X>\nInclude /etc/proftpd/conf.d/\n</IfDefine>', more)).toBe(false);
  });
  it('knows a block that denies every login', () => {
    expect(judge('<Anonymous ~ftp>\n<Limit LOGIN>\nDenyAll\n</Limit>\n</Anonymous>')).toBe(false);
    expect(judge('<Anonymous ~ftp>\n<Limit WRITE>\nDenyAll\n</Limit>\n</Anonymous>')).toBe(true);
  });
});
