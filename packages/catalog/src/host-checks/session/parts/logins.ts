// The two logins whose shells we follow: an ordinary user with a group of its own, as useradd makes it, and root.
import type { ShellLogin } from '@bongsu/core';
import type { ShellProfiles } from '../../../probes/shell-profiles.ts';

/** The first UID that useradd gives (UID_MIN of login.defs on every supported distribution). */
const ordinaryUid = 1000;

export function ordinaryLogin(profiles: ShellProfiles): ShellLogin {
  return loginOf(ordinaryUid, '/home/user', profiles);
}

export function rootLogin(profiles: ShellProfiles): ShellLogin {
  return loginOf(0, '/root', profiles);
}

function loginOf(uid: number, home: string, profiles: ShellProfiles): ShellLogin {
  return { uid, home, privateGroup: true, exists: (path) => profiles.exists(path) };
}
