// The settings of csh start-up files.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { parseRecords } from '../records.ts';
import { cshSettings } from './csh-settings.ts';

function fileOf(text: string, head = 'present\tfile\t644\t0\t0\t1\t'): FileRecord {
  const [record] = parseRecords(`#file\t/etc/csh.cshrc\t${head}\n|${text.replaceAll('\n', '\n|')}\n`);
  if (record?.kind !== 'file') throw new Error('no file');
  return record;
}

/** Settings as `line name=value`, and `?` where one may not be reached. */
function settings(text: string): string[] {
  return cshSettings(fileOf(text)).map(
    ({ line, name, value, conditional }) => `${line} ${name}=${value ?? '(unset)'}${conditional ? ' ?' : ''}`,
  );
}

it.each([
  ['set autologout = 10 # min', ['1 autologout=10']],
  ['set autologout=60\r', ['1 autologout=60']],
  ['  set  autologout  =  "15"', ['1 autologout=15']],
  ['set autologout = (30 5)', ['1 autologout=30']],
  ['set autologout = ( 30  5 )', ['1 autologout=30']],
  ['set -r  -rf  autologout = 5', ['1 autologout=5']],
  ['set autologout', ['1 autologout=']],
  ['set autologout =', ['1 autologout=']],
  ['unset  autologout', ['1 autologout=(unset)']],
  ['set path = ( . $path ) # here', ['1 path=.:$path']],
  ["set path=(/usr/bin  '/opt/x')", ['1 path=/usr/bin:/opt/x']],
  ['set path = ( "/x;yy" . ); umask 022', ['1 path=/x;yy:.', '1 umask=022']],
  ['setenv PATH "${PATH}:."', ['1 path=${PATH}:.']],
  ['setenv  PATH  /x:$path:${path}', ['1 path=/x:$PATH:$PATH']],
  ['setenv PATH "/a b:."', ['1 path=/a b:.']],
  ['umask  022', ['1 umask=022']],
  // Below a condition.
  ['if ($?prompt) then\n  umask 002\nendif\numask 022', ['2 umask=002 ?', '4 umask=022']],
  ['  if (1) then\n if (2) then\n endif\n umask 002\n  endif\numask 022', ['4 umask=002 ?', '6 umask=022']],
  ['switch ($x)\ncase a:\n umask 002\nendsw\numask 022', ['3 umask=002 ?', '5 umask=022']],
  ['foreach x (a b)\n umask 002\nend', ['2 umask=002 ?']],
  ['while (1)\n umask 002\nend\numask 022', ['2 umask=002 ?', '4 umask=022']],
  ['endif\nif (1) then\n umask 002\nendif', ['3 umask=002 ?']],
  ['if (1) umask 002', ['1 umask=002 ?']],
  ['if(1)umask 002', ['1 umask=002 ?']],
  ['  if  ( -e /x )  umask 002', ['1 umask=002 ?']],
  ['if (1) then\n umask 022\nelse if (2) umask 002\nendif', ['2 umask=022 ?', '3 umask=002 ?']],
  ['echo while\nset x = endif\numask 022', ['3 umask=022']],
  ['if (1) then\n set x = endif\n umask 002', ['3 umask=002 ?']],
  // None of these.
  ['# umask 022', []],
  ['#umask 022', []],
  ['echo x#y; umask 022 #; umask 002', ['1 umask=022']],
  ['echo umask 022; echo setenv PATH .; echo unset autologout', []],
  ['unset path; set pathological = 1; set path[1] = .; setenv PATHS .; set prompt = x', []],
  ['umask', []],
] as const)('%j', (text, found) => expect(settings(text)).toEqual(found));

it('reads nothing that is not there, nor a folder', () => {
  expect(cshSettings(undefined)).toEqual([]);
  expect(cshSettings(fileOf('umask 022', 'absent'))).toEqual([]);
  expect(cshSettings(fileOf('umask 022', 'present\tdir\t755\t0\t0\t1\t'))).toEqual([]);
});
