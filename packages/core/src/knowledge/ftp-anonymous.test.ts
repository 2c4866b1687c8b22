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
  ['anonymous_enable=NO ', false],
  ['anonymous_enable=NONE', true],
  ['anonymous_enable=YESNO', true],
  ['anonymous_enable=a=NO', true],
])('vsftpd: %j', (text, anonymous) => {
  expect(vsftpdAnonymous(file('/etc/vsftpd.conf', text)).anonymous).toBe(anonymous);
});

it('vsftpd: quotes the line that holds', () => {
  const expected = 'anonymous_enable=NO';
  expect(vsftpdAnonymous(file('/v', 'x\nAnonymous_enable= yes\nx')).proof).toEqual({
    source: '/v:2',
    found: 'anonymous_enable=yes',
    expected,
  });
  expect(vsftpdAnonymous(file('/v', '')).proof).toEqual({
    source: '/v',
    found: 'anonymous_enable unset, built-in YES',
    expected,
  });
});

it.each([
  ['/etc/pure-ftpd/conf/NoAnonymous', '\n  yes ', false, '/etc/pure-ftpd/conf/NoAnonymous:2', 'yes'],
  ['/etc/pure-ftpd/conf/NoAnonymous', 'yesno', true, '/etc/pure-ftpd/conf/NoAnonymous:1', 'yesno'],
  ['/etc/pure-ftpd/conf/NoAnonymous', 'noyes', true, '/etc/pure-ftpd/conf/NoAnonymous:1', 'noyes'],
  ['/p', '\nNoAnonymous   on', false, '/p:2', 'on'],
  ['/p', '  noanonymous 1 # x', false, '/p:1', '1'],
  ['/p', 'xNoAnonymous yes', true, 'pure-ftpd', null],
  ['/p', 'NoAnonymousyes yes', true, 'pure-ftpd', null],
  ['/p', 'NoAnonymous', true, 'pure-ftpd', null],
] as const)('Pure-FTPd: %s of %j lets in: %s', (path, text, anonymous, source, value) => {
  const found = value === null ? 'NoAnonymous unset, built-in no' : `NoAnonymous ${value}`;
  expect(pureFtpdAnonymous([file(path, text)])).toEqual({
    anonymous,
    proof: { source, found, expected: 'NoAnonymous yes' },
  });
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
  it('says where the block is', () => {
    const expected = 'no <Anonymous> block';
    expect(proftpdAnonymous(file(main, 'User x\r\n  <anonymous ~ftp >\r'), [], []).proof).toEqual({
      source: `${main}:2`,
      found: '<anonymous ~ftp >',
      expected,
    });
    expect(proftpdAnonymous(file(main, ''), [], []).proof).toEqual({
      source: main,
      found: 'no <Anonymous> block that lets in',
      expected,
    });
  });
  it('closes what is open, whatever stands between', () => {
    const block = '<Anonymous ~ftp>\n</Anonymous>';
    expect(judge(`</Limit>\n<IfDefine NO>\n<IfModule x>\n</IfDefine>\n${block}`)).toBe(true);
    expect(judge(`<IfDefine NO>\n<IfModule x>\n</IfModule>\n</Limit>\n${block}\n</IfDefine>`)).toBe(false);
    expect(judge(`<IfDefine !YES>\n${block}\n</IfDefine>`, [], ['YES'])).toBe(false);
    expect(judge(`<IfDefine NO>\nDefine A\n</IfDefine>\n<IfDefine A>\n${block}\n</IfDefine>`)).toBe(false);
    expect(judge(`<IfModule NO>\n${block}\n</IfModule>`)).toBe(true);
  });
  it('reads the files that are named and no others', () => {
    const block = '<Anonymous ~ftp>\n</Anonymous>';
    const at = (path: string, text: string) => judge(text, [file(path, block)]);
    expect(at('/d/x1.conf', 'Include "/d/x?.conf"')).toBe(true);
    expect(at('/d/x.conf', 'Include /d/x?.conf')).toBe(false);
    expect(at('/d/xaconf', 'Include /d/x.conf')).toBe(false);
    expect(at('/e/x.conf', 'Include /d/')).toBe(false);
    expect(at('/d/sub/x.conf', 'Include /d/')).toBe(false);
    const chain = (length: number) =>
      Array.from({ length }, (_, step) => file(`/c/${step}`, step === length - 1 ? block : `Include /c/${step + 1}`));
    expect(judge('Include /c/0', chain(8))).toBe(true);
    expect(judge('Include /c/0', chain(9))).toBe(false);
    expect(judge('Include /c/0', [file('/c/0', 'Include /c/0')])).toBe(false);
  });
  it('takes no other denial for one of every login', () => {
    const block = (text: string) => judge(`<Anonymous ~ftp>\n${text}\n</Anonymous>`);
    expect(block('<limit login>\nDenyAll\n</limit>')).toBe(false);
    expect(block('<Limit LOGIN>\nAllowAll\n</Limit>')).toBe(true);
    expect(block('<Directory login>\nDenyAll\n</Directory>')).toBe(true);
    expect(judge('<Anonymous ~a>\n</Anonymous>\n<Limit LOGIN>\nDenyAll\n</Limit>')).toBe(true);
    expect(judge('<Anonymous ~a>\n</Anonymous>\n<Anonymous ~b>\n<Limit LOGIN>\nDenyAll\n</Limit>\n</Anonymous>')).toBe(
      true,
    );
    expect(
      judge(
        '<Anonymous ~a>\n<Limit LOGIN>\nDenyAll\n</Limit>\n</Anonymous>\n<Anonymous ~b>\n<Limit LOGIN>\nDenyAll\n</Limit>\n</Anonymous>',
      ),
    ).toBe(false);
  });
  it('knows a block that denies every login', () => {
    expect(judge('<Anonymous ~ftp>\n<Limit LOGIN>\nDenyAll\n</Limit>\n</Anonymous>')).toBe(false);
    expect(judge('<Anonymous ~ftp>\n<Limit WRITE>\nDenyAll\n</Limit>\n</Anonymous>')).toBe(true);
  });
});
