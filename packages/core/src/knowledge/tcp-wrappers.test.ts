// The files of the TCP wrappers, line by line.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { wrapperDenial, wrapperRules } from './tcp-wrappers.ts';

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

it('reads rules with their daemons, clients and options', () => {
  const text =
    '\n  # ALL: ALL\n sshd,  vsftpd :[fd00::1]/8 , 10. :ALLOW\r\nsshd\rin.ftpd: ALL: spawn x : Deny\n\\\nALL: \\\n A\n: B\nsshd: ALL \\';
  const rules = wrapperRules(undefined, file('/d', text));
  expect(rules.map(({ line, text: said, allows, daemons, clients }) => [line, said, allows, daemons, clients])).toEqual(
    [
      [3, 'sshd,  vsftpd :[fd00::1]/8 , 10. :ALLOW', true, ['sshd', 'vsftpd'], ['[fd00__1]/8', '10.']],
      [4, 'sshd\rin.ftpd: ALL: spawn x : Deny', false, ['sshd', 'in.ftpd'], ['ALL']],
      [7, 'ALL:  A', false, ['ALL'], ['A']],
      [8, ': B', false, [], ['B']],
      [9, 'sshd: ALL \\', false, ['sshd'], ['ALL', '\\']],
    ],
  );
  expect(rules.every(({ path }) => path === '/d')).toBe(true);
  expect(wrapperRules(undefined, undefined)).toEqual([]);
});

it.each([
  ['sshd: ALL EXCEPT 10.0.0.1', 'ALL: ALL', '/d'],
  ['sshd: ALL', 'ALL: ALL', undefined],
  ['sshd: 10. ALL', 'ALL: ALL', '/d'],
  ['vsftpd: ALL', 'ALL: ALL', '/d'],
  ['sshd: ALL: deny', '', '/a'],
  ['', 'ALL: 10.', undefined],
] as const)('allow %j, deny %j: denied by %s', (allow, deny, path) => {
  expect(wrapperDenial(wrapperRules(file('/a', allow), file('/d', deny)), 'sshd')?.path).toBe(path);
});
