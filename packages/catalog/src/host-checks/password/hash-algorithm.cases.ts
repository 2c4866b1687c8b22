// Cases of password.hash-algorithm; password fields are as the probes name them, never a hash.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import { al2Stack, debianAuth, debianPam, debianPassword, rhelPam, rhelStock } from '../pam-files.ts';

const defs = '/etc/login.defs';
const shadow = '/etc/shadow';
const style = '/etc/libuser.conf';
const rhelSha = rhelStock.replace('pam_unix.so yescrypt', 'pam_unix.so sha512');
const rhelBare = rhelStock.replace('pam_unix.so yescrypt', 'pam_unix.so');

function accountsWith(kim: string): Record<string, CaseFile> {
  return {
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\nkim:x:1000:1000::/home/kim:/bin/bash\n',
    '/etc/group': 'root:x:0:\n',
    [shadow]: `root:locked:19700:0:99999:7::\nkim:${kim}:19700:0:99999:7::\n`,
    [defs]: 'ENCRYPT_METHOD SHA512\n',
    [style]: 'absent',
  };
}

function rhel(
  stack = rhelSha,
  over: Readonly<Record<string, CaseFile>> = {},
  kim = 'sha512',
): Record<string, CaseFile> {
  return { ...accountsWith(kim), ...rhelPam(stack), ...over };
}

function debian(
  password: string,
  kim: string,
  over: Readonly<Record<string, CaseFile>> = {},
): Record<string, CaseFile> {
  return { ...accountsWith(kim), ...debianPam(debianAuth, password), ...over };
}

const unix = (argument: string): string => `password\t[success=1 default=ignore]\tpam_unix.so obscure ${argument}\n`;

export const hashAlgorithmCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: rocky8,
    files: rhel(rhelSha, { [style]: '#\n#\ncrypt_style = sha512\n' }),
    expect: 'pass',
    because: 'crypt_style sha512',
  },
  { name: 'stock', host: al2, files: rhel(al2Stack('')), expect: 'pass' },
  { name: 'stock', host: ubuntu20, files: debian(unix('sha512'), 'sha512'), expect: 'pass' },
  { name: 'an image', host: image(al2023), files: rhel(), expect: 'pass' },
  {
    name: 'yescrypt in PAM beside SHA512 in login.defs: PAM decides, and both will do',
    host: debian12,
    files: debian(debianPassword, 'yescrypt'),
    expect: 'pass',
    because: 'pam_unix.so obscure yescrypt',
    trap: 'U-13/2026(2) U-13/2026(3)',
  },
  ...['sha256', 'gost-yescrypt', 'scrypt', 'bcrypt', 'locked-sha512', 'locked', 'none'].map((kim) => ({
    name: `${kim} in shadow`,
    host: ubuntu24,
    files: debian(debianPassword, kim),
    expect: 'pass' as const,
    trap: 'U-13/2026(1) U-13/2026(2)',
  })),
  ...['md5', 'des', 'bsdi', 'other', 'invalid'].map((kim) => ({
    name: `${kim} in shadow, which a new setting does not rewrite`,
    host: ubuntu22,
    files: debian(debianPassword, kim),
    expect: 'fail' as const,
    because: 'weak hashes are stored for kim',
    trap: 'U-13/2026(1) U-13/2026(4)',
  })),
  {
    name: 'a weak hash behind a lock mark is still there',
    host: rocky9,
    files: rhel(rhelSha, {}, 'locked-md5'),
    expect: 'fail',
    because: 'kim: locked (md5 kept)',
    trap: 'U-13/2026(1)',
  },
  {
    name: 'a weak hash in passwd',
    host: al2,
    files: rhel(rhelSha, { '/etc/passwd': 'kim:des:1000:1000::/home/kim:/bin/sh\n' }),
    expect: 'fail',
    because: '/etc/passwd:1',
  },
  {
    name: 'md5 in PAM',
    host: debian12,
    files: debian(unix('md5'), 'yescrypt'),
    expect: 'fail',
    because: 'md5',
    trap: 'U-13/2026(3)',
  },
  { name: 'bigcrypt in PAM', host: rocky8, files: rhel(rhelStock.replace('yescrypt', 'bigcrypt')), expect: 'fail' },
  { name: 'the last argument wins', host: debian12, files: debian(unix('md5 sha512'), 'sha512'), expect: 'pass' },
  {
    name: 'the last argument wins',
    host: debian12,
    files: debian(unix('sha512 md5'), 'sha512'),
    expect: 'fail',
    because: 'md5',
  },
  {
    name: 'only one of the two stacks is weak',
    host: rocky9,
    files: { ...rhel(), '/etc/pam.d/password-auth': rhelStock.replace('yescrypt', 'md5') },
    expect: 'fail',
    because: '/etc/pam.d/password-auth',
  },
  {
    name: 'without an argument login.defs decides',
    host: rocky9,
    files: rhel(rhelBare),
    expect: 'pass',
    because: 'so ENCRYPT_METHOD SHA512 of /etc/login.defs:1',
  },
  {
    name: 'without an argument and without login.defs it is DES',
    host: rocky9,
    files: rhel(rhelBare, { [defs]: 'absent' }),
    expect: 'fail',
    because: 'DES',
  },
  {
    name: 'a value that pam_unix does not know is DES, though shadow-utils knows it',
    host: debian12,
    files: debian(unix(''), 'sha512', { [defs]: 'ENCRYPT_METHOD BCRYPT\n' }),
    expect: 'fail',
    because: 'unknown to pam_unix',
  },
  {
    name: 'MD5 in login.defs alone is what programs beside PAM take',
    host: rocky8,
    files: rhel(rhelSha, { [defs]: 'ENCRYPT_METHOD MD5\n' }),
    expect: 'fail',
    because: 'ENCRYPT_METHOD MD5',
  },
  {
    name: 'MD5_CRYPT_ENAB without ENCRYPT_METHOD',
    host: al2,
    files: rhel(rhelSha, { [defs]: 'MD5_CRYPT_ENAB yes\n' }),
    expect: 'fail',
  },
  { name: 'a commented method', host: al2, files: rhel(rhelSha, { [defs]: '#ENCRYPT_METHOD MD5\n' }), expect: 'pass' },
  {
    name: 'md5 in libuser.conf',
    host: rocky8,
    files: rhel(rhelSha, { [style]: 'crypt_style = md5\n' }),
    expect: 'fail',
    because: 'libuser.conf:1',
  },
  {
    name: 'a style that is no plain word',
    host: al2,
    files: rhel(rhelSha, { [style]: 'crypt_style = masked\n' }),
    expect: 'fail',
  },
  {
    name: 'neither pam_unix nor login.defs tells',
    host: rocky9,
    files: rhel('password required pam_sss.so\n', { [defs]: 'absent' }),
    expect: 'manual',
    because: 'what hashes new passwords',
  },
  {
    name: 'a shadow line that was masked',
    host: rocky9,
    files: rhel(rhelSha, { [shadow]: 'root:locked:19700:0:99999:7::\nmasked\n' }),
    expect: 'manual',
    because: 'kim?',
  },
  {
    name: 'shadow that cannot be read',
    host: rocky9,
    files: rhel(rhelSha, { [shadow]: 'unreadable' }),
    expect: 'unknown',
  },
  {
    name: 'PAM files that cannot be read',
    host: rocky9,
    files: rhel(rhelSha, { '/etc/pam.d/sshd': 'unreadable' }),
    expect: 'unknown',
  },
  {
    name: 'libuser.conf that cannot be read',
    host: al2,
    files: rhel(rhelSha, { [style]: 'unreadable' }),
    expect: 'unknown',
  },
  {
    name: 'stored hashes are counted by their kind',
    host: debian12,
    files: debian(debianPassword, 'yescrypt', {
      '/etc/passwd': ['root', 'kim', 'lee', 'han'].map((who, at) => `${who}:x:${at}:0::/:/bin/sh\n`).join(''),
      [shadow]: 'root:locked:1:0:9:7::\nkim:yescrypt:1:0:9:7::\nlee:sha512:1:0:9:7::\nhan:yescrypt:1:0:9:7::\n',
    }),
    expect: 'pass',
    because: '"yescrypt 2, sha512 1"',
  },
  {
    name: 'no hash is stored',
    host: al2023,
    files: rhel(rhelSha, {}, 'locked'),
    expect: 'pass',
    because: 'no hash is stored',
  },
  {
    name: 'two weak methods are both named',
    host: rocky8,
    files: rhel(rhelStock.replace('yescrypt', 'bigcrypt'), { [defs]: 'ENCRYPT_METHOD MD5\n' }),
    expect: 'fail',
    because: 'a weak algorithm is set (bigcrypt, md5)',
  },
  {
    name: 'a policy that wants yescrypt alone',
    host: debian12,
    files: debian(debianPassword, 'sha512'),
    parameters: { accepted: ['yescrypt'] },
    expect: 'fail',
    because: 'weak',
  },
];
