// Which method hashes a new password, by pam_unix and by the programs beside PAM, and how it came to that.
import { keyValues, loginDefs, settingLast } from '@bongsu/core';
import { expect, it } from 'vitest';
import { statedFiles } from '../../stated-files.ts';
import { otherMethods, pamMethods } from './hash-methods.ts';
import { passwordStacks } from './stacks.ts';

function defsOf(text: string) {
  const [file] = statedFiles({ '/etc/login.defs': text });
  return { settings: loginDefs(file), present: true };
}

const told = ({ method, kind, source, found }: ReturnType<typeof pamMethods>[number]): string =>
  `${method} ${kind} | ${source} | ${found}`;

const line = 'password required pam_unix.so';
const place = '/etc/pam.d/passwd:1';

it.each([
  [' sha512 shadow', 'ENCRYPT_METHOD MD5\n', [`sha512 sha512 | ${place} | ${line} sha512 shadow`]],
  [' yescrypt sha256', '', [`sha256 sha256 | ${place} | ${line} yescrypt sha256`]],
  [' sha512 try_md5', '', [`sha512 sha512 | ${place} | ${line} sha512 try_md5`]],
  [' blowfish', '', [`blowfish bcrypt | ${place} | ${line} blowfish`]],
  [' gost_yescrypt', '', [`gost_yescrypt gost-yescrypt | ${place} | ${line} gost_yescrypt`]],
  [
    '',
    'UMASK 022\nENCRYPT_METHOD SHA512\nENCRYPT_METHOD MD5\n',
    [`sha512 sha512 | ${place} | ${line}, so ENCRYPT_METHOD SHA512 of /etc/login.defs:2`],
  ],
  [
    '',
    'ENCRYPT_METHOD BCRYPT\n',
    [`des des | ${place} | ${line}, and ENCRYPT_METHOD BCRYPT is unknown to pam_unix: DES`],
  ],
  [
    '',
    'ENCRYPT_METHOD X_SHA512\n',
    [`des des | ${place} | ${line}, and ENCRYPT_METHOD X_SHA512 is unknown to pam_unix: DES`],
  ],
  ['', 'UMASK 022\n', [`des des | ${place} | ${line}, and no ENCRYPT_METHOD in login.defs: DES`]],
])('pam_unix.so%s beside %j', (args, defs, methods) => {
  const passwd = `${line}${args}\npassword optional pam_unix_site.so md5\npassword optional my_pam_unix.so md5\n`;
  const stacks = passwordStacks(statedFiles({ '/etc/pam.d/passwd': passwd }));
  expect(pamMethods(stacks, defsOf(defs)).map(told)).toEqual(methods);
});

it.each([
  ['UMASK 022\n', '', []],
  [
    'ENCRYPT_METHOD SHA512\nMD5_CRYPT_ENAB yes\n',
    'crypt_style = md5\n',
    ['sha512 sha512 | /etc/login.defs:1 | ENCRYPT_METHOD SHA512', 'md5 md5 | /etc/libuser.conf:1 | crypt_style md5'],
  ],
  ['MD5_CRYPT_ENAB YES\n', '', ['md5 md5 | /etc/login.defs:1 | MD5_CRYPT_ENAB YES']],
  ['MD5_CRYPT_ENAB no\n', '', ['des des | /etc/login.defs:1 | MD5_CRYPT_ENAB no']],
])('login.defs %j and libuser.conf %j', (defs, style, methods) => {
  const [file] = statedFiles({ '/etc/libuser.conf': style });
  const cryptStyle = settingLast(keyValues(file), 'crypt_style');
  expect(otherMethods(defsOf(defs), { cryptStyle }).map(told)).toEqual(methods);
});
