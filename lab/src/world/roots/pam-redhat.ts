// PAM stacks and password policy files of the Red Hat family, plain or hardened.
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';

export interface RedhatPam {
  /** Where the two stacks really stand: `authselect` (links from pam.d), `-ac` files (Amazon Linux 2), or plain. */
  readonly layout: 'authselect' | 'authconfig';
  readonly hash: 'sha512' | 'yescrypt';
  readonly lockout: boolean;
  readonly history: boolean;
  /** `pam_faillock.so` takes its settings from the line (old) or from faillock.conf. */
  readonly faillockConf: boolean;
  /** Newer releases set the umask of a session from login.defs. */
  readonly umask: boolean;
}

function stack(pam: RedhatPam): string {
  const lock = pam.faillockConf ? '' : ' audit deny=5 unlock_time=900';
  // libpwquality takes enforce_for_root in its file since 1.4.1 (its NEWS); the 1.2.3 of Amazon Linux 2 on the line alone.
  const root = pam.history ? ' enforce_for_root' : '';
  const quality = pam.faillockConf
    ? 'local_users_only'
    : `try_first_pass local_users_only retry=3 authtok_type=${root}`;
  const history = pam.faillockConf ? 'use_authtok' : 'use_authtok remember=4 enforce_for_root';
  return lines([
    '#%PAM-1.0',
    'auth        required                                     pam_env.so',
    'auth        required                                     pam_faildelay.so delay=2000000',
    ...(pam.lockout
      ? [`auth        required                                     pam_faillock.so preauth silent${lock}`]
      : []),
    'auth        sufficient                                   pam_unix.so nullok',
    ...(pam.lockout
      ? [
          `auth        ${pam.faillockConf ? 'required' : '[default=die]'}                                     pam_faillock.so authfail${lock}`,
        ]
      : []),
    'auth        required                                     pam_deny.so',
    '',
    ...(pam.lockout ? ['account     required                                     pam_faillock.so'] : []),
    'account     required                                     pam_unix.so',
    '',
    `password    requisite                                    pam_pwquality.so ${quality}`,
    ...(pam.history
      ? [
          `password    ${pam.faillockConf ? 'requisite' : 'required'}                                    pam_pwhistory.so ${history}`,
        ]
      : []),
    `password    sufficient                                   pam_unix.so ${pam.hash} shadow nullok use_authtok`,
    'password    required                                     pam_deny.so',
    '',
    'session     optional                                     pam_keyinit.so revoke',
    'session     required                                     pam_limits.so',
    'session     required                                     pam_unix.so',
  ]);
}

/** The stacks and the services that use them. */
export function pamRedhat(pam: RedhatPam, suRestricted: boolean): Files {
  const text = stack(pam);
  const [place, link] = pam.layout === 'authselect' ? ['/etc/authselect/', '/etc/authselect/'] : ['/etc/pam.d/', ''];
  const suffix = pam.layout === 'authselect' ? '' : '-ac';
  const service = (extra: readonly string[] = []): string =>
    lines([
      '#%PAM-1.0',
      ...extra,
      'auth       include      password-auth',
      'account    include      password-auth',
      'password   include      password-auth',
      'session    include      password-auth',
    ]);
  return {
    [`${place}system-auth${suffix}`]: text,
    [`${place}password-auth${suffix}`]: text,
    '/etc/pam.d/system-auth': { link: `${link}system-auth${suffix}` },
    '/etc/pam.d/password-auth': { link: `${link}password-auth${suffix}` },
    ...(pam.layout === 'authselect'
      ? {
          '/etc/authselect/authselect.conf': lines([
            'sssd',
            ...(pam.lockout ? ['with-faillock'] : []),
            ...(pam.history ? ['with-pwhistory'] : []),
          ]),
        }
      : {}),
    '/etc/pam.d/sshd': service(),
    '/etc/pam.d/login': service(['auth       substack     system-auth']),
    '/etc/pam.d/passwd': lines([
      '#%PAM-1.0',
      'auth       include      system-auth',
      'account    include      system-auth',
      'password   substack     system-auth',
    ]),
    '/etc/pam.d/sudo': lines([
      '#%PAM-1.0',
      'auth       include      system-auth',
      'account    include      system-auth',
      'password   include      system-auth',
    ]),
    '/etc/pam.d/su': lines([
      '#%PAM-1.0',
      'auth		required	pam_env.so',
      'auth		sufficient	pam_rootok.so',
      '# Uncomment the following line to implicitly trust users in the "wheel" group.',
      '#auth		sufficient	pam_wheel.so trust use_uid',
      '# Uncomment the following line to require a user to be in the "wheel" group.',
      `${suRestricted ? '' : '#'}auth		required	pam_wheel.so use_uid`,
      'auth		substack	system-auth',
      'auth		include		postlogin',
      'account		sufficient	pam_succeed_if.so uid = 0 use_uid quiet',
      'account		include		system-auth',
      'password	include		system-auth',
      'session		include		system-auth',
    ]),
    '/etc/pam.d/su-l': lines([
      '#%PAM-1.0',
      'auth		include		su',
      'account		include		su',
      'password	include		su',
      'session		include		su',
    ]),
    '/etc/pam.d/postlogin': lines([
      '#%PAM-1.0',
      ...(pam.umask ? ['session     optional                   pam_umask.so silent'] : []),
    ]),
    '/etc/pam.d/other': lines([
      '#%PAM-1.0',
      'auth     required       pam_deny.so',
      'account  required       pam_deny.so',
      'password required       pam_deny.so',
      'session  required       pam_deny.so',
    ]),
  };
}

/** Policy files as packaged: comments only. */
export function passwordPolicyStock(faillockConf: boolean): Files {
  return {
    '/etc/security/pwquality.conf': lines([
      '# Configuration for systemwide password quality limits',
      '# difok = 1',
      '# minlen = 8',
      '# dcredit = 0',
      '# ucredit = 0',
      '# lcredit = 0',
      '# ocredit = 0',
      '# minclass = 0',
    ]),
    ...(faillockConf
      ? {
          '/etc/security/faillock.conf': lines([
            '# Configuration for locking the user after multiple failed attempts.',
            '# silent',
            '# deny = 3',
            '# unlock_time = 600',
          ]),
        }
      : {}),
  };
}

/** Policy files that ask for length, three classes, root included, a lock after 5, and 4 remembered passwords. */
export function passwordPolicyTidy(faillockConf: boolean): Files {
  return {
    '/etc/security/pwquality.conf': lines([
      'minlen = 9',
      'dcredit = -1',
      'lcredit = -1',
      'ocredit = -1',
      ...(faillockConf ? ['enforce_for_root'] : []),
    ]),
    ...(faillockConf
      ? {
          '/etc/security/faillock.conf': lines(['silent', 'deny = 5', 'unlock_time = 900']),
          '/etc/security/pwhistory.conf': lines(['enforce_for_root', 'remember = 4']),
        }
      : {}),
  };
}
