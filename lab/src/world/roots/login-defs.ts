// /etc/login.defs by family: ages, umask and how passwords are hashed.
import { lines } from './accounts.ts';

export interface LoginDefs {
  readonly maxDays: string;
  readonly minDays: string;
  readonly umask: string;
  /** Users with a group of their own get its bits relaxed by pam_umask. */
  readonly ownGroups: 'yes' | 'no';
  readonly hash: 'SHA512' | 'YESCRYPT';
  /** Debian and Ubuntu have no such line. */
  readonly minLength?: string;
  readonly superPath?: string;
}

export const loginDefsStock = { maxDays: '99999', minDays: '0' } as const;
export const loginDefsTidy = { maxDays: '90', minDays: '1' } as const;

export function loginDefs(defs: LoginDefs): string {
  return lines([
    '# Configuration control definitions for the shadow package.',
    'MAIL_DIR	/var/spool/mail',
    ...(defs.superPath === undefined ? [] : [`ENV_SUPATH	PATH=${defs.superPath}`]),
    `UMASK		${defs.umask}`,
    `PASS_MAX_DAYS	${defs.maxDays}`,
    `PASS_MIN_DAYS	${defs.minDays}`,
    ...(defs.minLength === undefined ? [] : [`PASS_MIN_LEN	${defs.minLength}`]),
    'PASS_WARN_AGE	7',
    'UID_MIN			 1000',
    'UID_MAX			60000',
    'GID_MIN			 1000',
    'GID_MAX			60000',
    `USERGROUPS_ENAB ${defs.ownGroups}`,
    `ENCRYPT_METHOD ${defs.hash}`,
  ]);
}
