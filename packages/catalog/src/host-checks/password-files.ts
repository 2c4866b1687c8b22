// Hosts whose password policy is set in full, for cases to weaken one part of.
import type { CaseFile } from '@bongsu/core';
import { al2Stack, debianAuth, debianPam, rhelPam, rhelStock } from './pam-files.ts';

export const main = '/etc/security/pwquality.conf';
export const history = '/etc/security/pwhistory.conf';
export const dropIn = '/etc/security/pwquality.conf.d/50-site.conf';
export const defs = '/etc/login.defs';
export const shadow = '/etc/shadow';
export const strong = 'minlen = 8\ndcredit = -1\nucredit = -1\nlcredit = -1\nocredit = -1\nenforce_for_root\n';
export const ages = 'PASS_MAX_DAYS\t90\nPASS_MIN_DAYS\t1\n';
export const aged = 'root:sha512:19700:1:90:7::\nbin:locked:19700:0:99999:7::\nec2-user:locked:19700:0:99999:7::\n';
export const remembered = rhelStock.replace(
  'password    sufficient',
  'password    requisite   pam_pwhistory.so use_authtok\npassword    sufficient',
);

export function rhel(over: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return {
    ...rhelPam(remembered),
    [main]: strong,
    [history]: 'remember = 4\nenforce_for_root\n',
    [defs]: ages,
    [shadow]: aged,
    ...over,
  };
}

export function debian(password: string, over: Readonly<Record<string, CaseFile>> = {}): Record<string, CaseFile> {
  return { ...debianPam(debianAuth, password), [main]: strong, [defs]: ages, [shadow]: aged, ...over };
}

export const debianStrong = `password requisite pam_pwquality.so retry=3
password requisite pam_pwhistory.so remember=4 use_authtok enforce_for_root
password [success=1 default=ignore] pam_unix.so obscure use_authtok try_first_pass yescrypt
`;
export const al2Line = 'pam_pwquality.so try_first_pass local_users_only retry=3 authtok_type=';

export function al2With(options: string): Record<string, CaseFile> {
  const stack = al2Stack('')
    .replace(al2Line, `${al2Line} ${options}`)
    .replace(
      'password    sufficient',
      'password    requisite   pam_pwhistory.so remember=5 use_authtok enforce_for_root\npassword    sufficient',
    );
  return { ...rhel(), ...rhelPam(stack), [main]: 'absent', [history]: 'absent' };
}
