// Settings files and shadow states.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { keyValues, loginDefs, settingLast, settingSource, wholeNumber } from './key-value.ts';
import { parseShadow, takesPassword } from './shadow.ts';

function fileOf(text: string): FileRecord {
  return {
    kind: 'file',
    path: '/f',
    state: 'present',
    type: 'file',
    mode: 0,
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    linkTarget: '',
    lines: text.split('\n'),
  };
}

describe('loginDefs', () => {
  it('takes words, keeps what follows a value, and leaves whole-line comments out', () => {
    const settings = loginDefs(fileOf('#UMASK 077\nUMASK\t\t022\r\n PASS_MAX_DAYS 90 # days\nUMASK "027"\nEMPTY'));
    expect(settings.map((one) => [one.key, one.value, one.line])).toEqual([
      ['UMASK', '022', 2],
      ['PASS_MAX_DAYS', '90 # days', 3],
      ['UMASK', '027', 4],
      ['EMPTY', '', 5],
    ]);
    expect(settingLast(settings, 'UMASK')?.value).toBe('027');
  });
});

describe('keyValues', () => {
  it('takes `key = value`, `key=value`, `key value` and `key`, and cuts comments anywhere', () => {
    const settings = keyValues(
      fileOf('# minlen = 8\nminlen = 9 # x\nDcredit=-1\nminclass 3\nenforce_for_root\r\nempty ='),
    );
    expect(settings.map((one) => [one.key, one.value])).toEqual([
      ['minlen', '9'],
      ['dcredit', '-1'],
      ['minclass', '3'],
      ['enforce_for_root', ''],
      ['empty', ''],
    ]);
  });

  it('has nothing of a folder or a missing file', () => {
    expect(keyValues({ ...fileOf('a=1'), type: 'dir' })).toEqual([]);
    expect(keyValues(undefined)).toEqual([]);
  });
});

it('takes a value with the blanks around it off, and no value without a key', () => {
  const read = (text: string) => keyValues(fileOf(text)).map(({ key, value, line }) => [key, value, line]);
  expect(read('a   b  \r\n= x\n  c=d # e\n#f\ng\r\nh')).toEqual([
    ['a', 'b', 1],
    ['c', 'd', 3],
    ['g', '', 5],
    ['h', '', 6],
  ]);
});

describe('wholeNumber', () => {
  it.each([
    ['8', 8],
    ['-1', -1],
    ['+2', 2],
    ['', null],
    ['8x', null],
    ['0x8', null],
    [' 8', null],
    ['1e3', null],
  ])('%j', (text, number) => {
    expect(wholeNumber(text)).toBe(number);
  });
});

describe('parseShadow', () => {
  it('reads days, and no number as no limit', () => {
    const [kim, old] = parseShadow(['masked', 'kim:sha512:19000:1:90:7::\r', '#x:y:1:2:3', 'old:locked:19000::::']);
    expect(kim).toEqual({ name: 'kim', state: 'sha512', hash: 'sha512', minDays: 1, maxDays: 90, line: 2 });
    expect(old).toMatchObject({ minDays: null, maxDays: null, line: 4 });
    expect([kim, old].map((entry) => entry && takesPassword(entry))).toEqual([true, false]);
  });
});

it('no reader of lines ever throws', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (lines) => {
      const file = fileOf(lines.join('\n'));
      const found = [...loginDefs(file), ...keyValues(file), ...parseShadow(lines)];
      expect(found.every((one) => one.line >= 1 && one.line <= Math.max(file.lines.length, lines.length))).toBe(true);
    }),
  );
});

it('says where a setting stands', () => {
  expect(settingSource({ key: 'a', value: '1', path: '/f', line: 7 })).toBe('/f:7');
});
