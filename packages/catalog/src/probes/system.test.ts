// What a host says it is: its release by either place, in every way of writing it, and nothing taken for known that is not.
import type { FileRecord, NoteRecord } from '@bongsu/core';
import { recordsOf } from '@bongsu/core';
import { expect, it } from 'vitest';
import { system } from './system.ts';

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

const [etc, usr] = ['/etc/os-release', '/usr/lib/os-release'];
const note = (key: string, value: string): NoteRecord => ({ kind: 'note', key, values: [value] });
const read = (...records: (FileRecord | NoteRecord)[]) => system.read(recordsOf(records));

it.each([
  ['amzn', 'amazon-linux'],
  ['rhel', 'rhel'],
  ['rocky', 'rhel'],
  ['almalinux', 'rhel'],
  ['centos', 'rhel'],
  ['ol', 'rhel'],
  ['ubuntu', 'ubuntu'],
  ['debian', 'debian'],
  ['alpine', 'other'],
  ['', 'other'],
])('%s is of the family %s', (id, family) => {
  expect(read(file(etc, `ID=${id}`))).toMatchObject({ family, distro: id });
});

it.each([
  ['VERSION_ID="9.4"', '9.4'],
  ["VERSION_ID='9.4'", '9.4'],
  ['  VERSION_ID=9.4  ', '9.4'],
  ['VERSION_ID="9.4', '"9.4'],
  ['VERSION_ID=9"4"', '9"4"'],
  ['VERSION_ID="9"4', '"9"4'],
  ['#VERSION_ID=9.4', ''],
  ['x VERSION_ID=9.4', ''],
  ['', ''],
])('%s is version %j', (text, version) => expect(read(file(etc, `ID=x\n${text}`))).toMatchObject({ version }));

it.each([
  ['ID=rocky\nPRETTY_NAME="Rocky Linux 9.4"', 'Rocky Linux 9.4'],
  ['ID=rocky', 'rocky'],
  ['NAME=x', 'Linux'],
])('%j is called %s', (text, prettyName) => expect(read(file(etc, text))).toMatchObject({ prettyName }));

it('looks below /usr where /etc has no release, and knows a host without any by nothing', () => {
  const below = file(usr, 'ID=debian');
  expect(read(below)).toMatchObject({ distro: 'debian' });
  expect(read(file(etc, 'ID=x', { state: 'absent', type: '' }), below)).toMatchObject({ distro: 'debian' });
  expect(read(file(etc, 'ID=x', { type: 'dir' }), below)).toMatchObject({ distro: 'debian' });
  expect(read(file(etc, 'ID=ubuntu'), below)).toMatchObject({ distro: 'ubuntu' });
  expect(read()).toEqual({
    family: 'other',
    distro: '',
    version: '',
    prettyName: 'Linux',
    container: false,
    live: false,
  });
});

it.each([etc, usr])('does not guess where %s could not be read', (path) => {
  const fact = read(file(path, '', { state: 'unreadable', type: '' }));
  expect(fact).toEqual({ unread: { ko: `${path}를 읽을 수 없음`, en: `${path} could not be read` } });
});

it('is read on an image too', () => expect(system.live).toBe(false));

it('takes a container and a booted system by their word alone', () => {
  expect(read(note('container', 'yes'), note('live', '1'))).toMatchObject({ container: true, live: true });
  expect(read(note('container', 'no'), note('live', '0'))).toMatchObject({ container: false, live: false });
});
