// The mask that pam_umask gives a session: its argument, else login.defs, relaxed for users with a group of their own.
// Source: pam_umask(8) of Linux-PAM 1.5.
import type { Held, PamModule, ShellLogin } from '@bongsu/core';
import { pamArgument, pamModules, pamStack, parseUmask, settingLast, settingSource } from '@bongsu/core';
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
  const source = argument === undefined && setting ? settingSource(setting) : `${module.path}:${module.line}`;
  const word = argument ?? setting?.value;
  const mask = word === undefined ? null : parseUmask(word, 0);
  const by = relaxedBy(module, defs);
  if (mask === null || by === null || login.uid === 0 || !login.privateGroup)
    return { value: mask, source, fixed: false };
  // The group gets the owner's bits: 022 becomes 002.
  const relaxed = (mask & ~0o070) | ((mask >> 3) & 0o070);
  return { value: relaxed, source: `${source}, ${by}`, fixed: false };
}

/** What gives users with a group of their own a weaker mask; null where nothing does. */
function relaxedBy({ args }: PamModule, defs: LoginDefs): string | null {
  if (args.includes('nousergroups')) return null;
  if (args.includes('usergroups')) return 'usergroups';
  const enabled = settingLast(defs.settings, 'USERGROUPS_ENAB');
  return enabled?.value.toLowerCase() === 'yes' ? `${settingSource(enabled)} USERGROUPS_ENAB` : null;
}
