// Which stack changes a password, and whether a module in it can refuse one.
import type { FileRecord } from '@bongsu/core';
import { expect, it } from 'vitest';
import { statedFiles } from '../../stated-files.ts';
import { passwordStacks, refusing } from './stacks.ts';

function pamFiles(texts: Readonly<Record<string, string>>): FileRecord[] {
  return statedFiles(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`/etc/pam.d/${name}`, text])));
}

const password = 'password required pam_unix.so';

it.each([
  [{ passwd: password, 'common-password': password, 'system-auth': password }, ['passwd']],
  [{ passwd: 'auth include system-auth', 'system-auth': password }, ['system-auth']],
  [{ 'common-password': password, 'system-auth': password }, ['common-password']],
  [{ 'system-auth': password, 'password-auth': password }, ['system-auth', 'password-auth']],
  [{ login: password }, ['passwd']],
])('of %j', (texts, services) => {
  expect(passwordStacks(pamFiles(texts)).map(({ service }) => service)).toEqual(services);
});

it.each([
  ['as authselect writes it', { passwd: `password requisite pam_pwquality.so\n${password}` }, 1],
  ['an optional line', { passwd: `password optional pam_pwquality.so\n${password}` }, 0],
  ['behind pam_unix', { passwd: `${password}\npassword requisite pam_pwquality.so` }, 0],
  ['without pam_unix', { passwd: 'password requisite pam_pwquality.so' }, 0],
  [
    'a control that overlooks its refusal',
    { passwd: `password [success=ok authtok_err=ignore default=die] pam_pwquality.so\n${password}` },
    0,
  ],
  [
    'a jump over pam_deny',
    { passwd: `password [success=1 default=ignore] pam_pwquality.so\npassword requisite pam_deny.so\n${password}` },
    1,
  ],
  [
    'the same line number in the file that it includes',
    { passwd: 'password optional pam_pwquality.so\npassword include store', store: password },
    0,
  ],
])('%s', (_name, texts, found) => {
  const [stack] = passwordStacks(pamFiles(texts));
  expect(stack && refusing(stack, 'pam_pwquality') ? 1 : 0).toBe(found);
});
