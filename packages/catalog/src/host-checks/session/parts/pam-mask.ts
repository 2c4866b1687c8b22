// The mask that pam_umask gives a session: its argument, else login.defs, relaxed for users with a group of their own.
// Source: pam_umask(8) of Linux-PAM 1.5.
import type { Held, ShellLogin } from '@bongsu/core';
import { pamArgument, pamModules, pamStack, parseUmask, settingLast } from '@bongsu/core';
import type { LoginDefs } from '../../../probes/login-defs.ts';
import type { Pam } from '../../../probes/pam.ts';

/** Null where no session stack has the module. */
export function pamMask(stacks: Pam, defs: LoginDefs, login: ShellLogin): Held<number | null> | null {
  const module = ['sshd', 'login', 'common-session', 'system-auth', 'postlogin']
    .flatMap((service) => pamModules(pamStack(stacks.stacks, service, 'session')))
    .find((one) => one.target === 'pam_umask');
  if (!module) return null;
  const argument = pamArgument(module, 'umask');
  const setting = settingLast(defs.settings, 'UMASK');
  const source =
    argument === undefined && setting ? `${setting.path}:${setting.line}` : `${module.path}:${module.line}`;
  const mask = parseUmask(argument ?? setting?.value ?? '', 0);
  if (mask === null) return { value: null, source, fixed: false };
  const enabled = settingLast(defs.settings, 'USERGROUPS_ENAB');
  const relaxes =
    !module.args.includes('nousergroups') &&
    (module.args.includes('usergroups') || enabled?.value.toLowerCase() === 'yes');
  if (!relaxes || login.uid === 0 || !login.privateGroup) return { value: mask, source, fixed: false };
  // The group gets the owner's bits: 022 becomes 002.
  const relaxed = (mask & ~0o070) | ((mask >> 3) & 0o070);
  const by =
    enabled && !module.args.includes('usergroups')
      ? `, ${enabled.path}:${enabled.line} USERGROUPS_ENAB`
      : ', usergroups';
  return { value: relaxed, source: `${source}${by}`, fixed: false };
}
