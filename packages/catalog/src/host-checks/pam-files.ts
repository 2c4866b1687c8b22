// PAM files that cases speak of, as the distributions ship or generate them.

/** authselect of RHEL 8 and 9 and AL2023: `sssd` profile without features. */
const authselectAuth = `auth        required                                     pam_env.so
auth        required                                     pam_faildelay.so delay=2000000
auth        [default=1 ignore=ignore success=ok]         pam_usertype.so isregular
auth        [default=1 ignore=ignore success=ok]         pam_localuser.so
auth        sufficient                                   pam_unix.so nullok
auth        [default=1 ignore=ignore success=ok]         pam_usertype.so isregular
auth        sufficient                                   pam_sss.so forward_pass
auth        required                                     pam_deny.so
account     required                                     pam_unix.so
account     sufficient                                   pam_localuser.so
account     required                                     pam_permit.so
`;
/** The same with the feature \`with-faillock\`. */
const authselectLocked = authselectAuth
  .replace('delay=2000000\n', 'delay=2000000\nauth        required      pam_faillock.so preauth silent\n')
  .replace(
    'auth        required                                     pam_deny',
    'auth        required      pam_faillock.so authfail\nauth        required   pam_deny',
  )
  .replace(
    'account     required                                     pam_unix',
    'account     required      pam_faillock.so\naccount     required   pam_unix',
  );
const authselectPassword = `password    requisite                                    pam_pwquality.so local_users_only
password    sufficient                                   pam_unix.so yescrypt shadow nullok use_authtok
password    required                                     pam_deny.so
session     required                                     pam_unix.so
`;

const login = `auth       substack     system-auth
auth       include      postlogin
account    required     pam_nologin.so
account    include      system-auth
password   include      system-auth
session    include      system-auth
`;
const sshd = login.replaceAll('system-auth', 'password-auth');
const passwd = `auth       include      system-auth
account    include      system-auth
password   substack     system-auth
-password   optional    pam_gnome_keyring.so use_authtok
password   substack     postlogin
`;
const postlogin = `session     [success=1 default=ignore] pam_succeed_if.so service !~ gdm* service !~ su* quiet
session     [default=1]   pam_lastlog.so nowtmp showfailed
session     optional      pam_lastlog.so silent noupdate showfailed
`;

/** A RHEL family host: its services around the two stacks. */
export function rhelPam(stack: string, remote: string = stack): Record<string, string> {
  return {
    '/etc/pam.d/login': login,
    '/etc/pam.d/sshd': sshd,
    '/etc/pam.d/passwd': passwd,
    '/etc/pam.d/postlogin': postlogin,
    '/etc/pam.d/system-auth': stack,
    '/etc/pam.d/password-auth': remote,
  };
}

export const rhelStock = authselectAuth + authselectPassword;
export const rhelLocked = authselectLocked + authselectPassword;

/** Amazon Linux 2: system-auth-ac by authconfig, with arguments on the lines. */
export function al2Stack(faillock: string): string {
  const lock = faillock === '' ? '' : `auth        required      pam_faillock.so preauth silent audit ${faillock}\n`;
  const failed = faillock === '' ? '' : `auth        [default=die] pam_faillock.so authfail audit ${faillock}\n`;
  const account = faillock === '' ? '' : 'account     required      pam_faillock.so\n';
  return `#%PAM-1.0
# This file is auto-generated.
auth        required      pam_env.so
${lock}auth        sufficient    pam_unix.so nullok try_first_pass
${failed}auth        requisite     pam_succeed_if.so uid >= 1000 quiet_success
auth        required      pam_deny.so
${account}account     required      pam_unix.so
account     sufficient    pam_succeed_if.so uid < 1000 quiet
account     required      pam_permit.so
password    requisite     pam_pwquality.so try_first_pass local_users_only retry=3 authtok_type=
password    sufficient    pam_unix.so sha512 shadow nullok try_first_pass use_authtok
password    required      pam_deny.so
`;
}

/** Debian and Ubuntu: the common files that pam-auth-update writes, around given primary blocks. */
export function debianPam(auth: string, password: string): Record<string, string> {
  return {
    '/etc/pam.d/login':
      'auth optional pam_faildelay.so delay=3000000\n@include common-auth\n@include common-account\n@include common-session\n@include common-password\n',
    '/etc/pam.d/sshd':
      '@include common-auth\naccount required pam_nologin.so\n@include common-account\n@include common-session\n@include common-password\n',
    '/etc/pam.d/passwd': '@include common-password\n',
    '/etc/pam.d/common-auth': `${auth}auth\trequisite\t\t\tpam_deny.so\nauth\trequired\t\t\tpam_permit.so\nauth\toptional\t\t\tpam_cap.so\n`,
    '/etc/pam.d/common-account':
      'account\t[success=1 new_authtok_reqd=done default=ignore]\tpam_unix.so \naccount\trequisite\t\t\tpam_deny.so\naccount\trequired\t\t\tpam_permit.so\n',
    '/etc/pam.d/common-password': `${password}password\trequisite\t\t\tpam_deny.so\npassword\trequired\t\t\tpam_permit.so\n`,
    '/etc/pam.d/common-session':
      'session\t[default=1]\t\t\tpam_permit.so\nsession\trequisite\t\t\tpam_deny.so\nsession\trequired\t\t\tpam_permit.so\nsession\trequired\tpam_unix.so \n',
  };
}

export const debianAuth = 'auth\t[success=1 default=ignore]\tpam_unix.so nullok\n';
export const debianPassword = 'password\t[success=1 default=ignore]\tpam_unix.so obscure yescrypt\n';
