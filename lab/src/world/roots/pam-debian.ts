// PAM stacks and password policy files of Debian and Ubuntu, plain or hardened.
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';

export interface DebianPam {
  readonly hash: 'sha512' | 'yescrypt';
  /** False: nothing locks; `tally2` is the older module of Ubuntu 20.04. */
  readonly lockout: false | 'faillock' | 'tally2';
  readonly quality: boolean;
  readonly history: boolean;
  /** Ubuntu has pam_umask in common-session, which relaxes the group bits of users with a group of their own; minimal Debian has not. */
  readonly umask: boolean;
  /** Group without whose membership nobody may use su; none leaves the stock file with its line commented. */
  readonly suGroup?: string;
}

/** The common-* files and the services that include them. */
export function pamDebian(pam: DebianPam): Files {
  const skip = pam.lockout === 'faillock' ? 2 : 1;
  const service = lines([
    '@include common-auth',
    'account    required     pam_nologin.so',
    '@include common-account',
    '@include common-session',
    '@include common-password',
  ]);
  return {
    '/etc/pam.d/common-auth': lines([
      '# here are the per-package modules (the "Primary" block)',
      ...(pam.lockout === 'faillock' ? ['auth	requisite			pam_faillock.so preauth'] : []),
      ...(pam.lockout === 'tally2'
        ? ['auth	required			pam_tally2.so onerr=fail audit silent deny=5 unlock_time=900']
        : []),
      `auth	[success=${skip} default=ignore]	pam_unix.so nullok`,
      ...(pam.lockout === 'faillock' ? ['auth	[default=die]			pam_faillock.so authfail'] : []),
      'auth	requisite			pam_deny.so',
      'auth	required			pam_permit.so',
    ]),
    '/etc/pam.d/common-account': lines([
      'account	[success=1 new_authtok_reqd=done default=ignore]	pam_unix.so',
      'account	requisite			pam_deny.so',
      'account	required			pam_permit.so',
      ...(pam.lockout === false ? [] : [`account	required			pam_${pam.lockout}.so`]),
    ]),
    '/etc/pam.d/common-password': lines([
      ...(pam.quality ? ['password	requisite			pam_pwquality.so retry=3'] : []),
      ...(pam.history
        ? ['password	requisite			pam_pwhistory.so remember=4 enforce_for_root use_authtok try_first_pass']
        : []),
      `password	[success=1 default=ignore]	pam_unix.so obscure${pam.quality ? ' use_authtok try_first_pass' : ''} ${pam.hash}`,
      'password	requisite			pam_deny.so',
      'password	required			pam_permit.so',
    ]),
    '/etc/pam.d/common-session': lines([
      'session	[default=1]			pam_permit.so',
      'session	requisite			pam_deny.so',
      'session	required			pam_permit.so',
      ...(pam.umask ? ['session optional			pam_umask.so'] : []),
      'session	required	pam_unix.so',
    ]),
    '/etc/pam.d/sshd': service,
    '/etc/pam.d/login': service,
    '/etc/pam.d/sudo': lines([
      '@include common-auth',
      '@include common-account',
      '@include common-session-noninteractive',
    ]),
    '/etc/pam.d/passwd': '@include common-password\n',
    '/etc/pam.d/common-session-noninteractive': lines([
      'session	[default=1]			pam_permit.so',
      'session	required	pam_unix.so',
    ]),
    '/etc/pam.d/other': lines([
      '@include common-auth',
      '@include common-account',
      '@include common-password',
      '@include common-session',
    ]),
    '/etc/pam.d/su': lines([
      'auth       sufficient pam_rootok.so',
      "# Uncomment this to force users to be a member of group wheel before they can use `su'.",
      pam.suGroup === undefined
        ? '# auth       required   pam_wheel.so'
        : `auth       required   pam_wheel.so use_uid group=${pam.suGroup}`,
      '# auth       sufficient pam_wheel.so trust',
      'session       required   pam_env.so readenv=1',
      '@include common-auth',
      '@include common-account',
      '@include common-session',
    ]),
    '/etc/pam.d/su-l': lines([
      'auth		include		su',
      'account		include		su',
      'password	include		su',
      'session		include		su',
    ]),
    ...(pam.quality
      ? {
          '/etc/security/pwquality.conf': lines([
            'minlen = 9',
            'dcredit = -1',
            'lcredit = -1',
            'ocredit = -1',
            'enforce_for_root',
          ]),
        }
      : {}),
    '/etc/security/faillock.conf':
      pam.lockout === 'faillock'
        ? lines(['deny = 5', 'unlock_time = 900'])
        : lines([
            '# Configuration for locking the user after multiple failed attempts.',
            '# deny = 3',
            '# unlock_time = 600',
          ]),
  };
}
