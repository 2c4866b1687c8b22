// The password stacks of a host, and whether a module in them can refuse a new password before it is stored.
import type { FileRecord, PamModule, PamStep } from '@bongsu/core';
import { pamModules, pamRun, pamStack } from '@bongsu/core';

export interface PasswordStack {
  readonly service: string;
  readonly steps: readonly PamStep[];
}

/** `passwd` or the stack that it would include, and password-auth, which sshd uses for expired passwords on the RHEL family. */
export function passwordStacks(stacks: readonly FileRecord[]): PasswordStack[] {
  const stackOf = (service: string): PasswordStack => ({ service, steps: pamStack(stacks, service, 'password') });
  const there = (name: string): boolean => stacks.some((file) => file.path === `/etc/pam.d/${name}`);
  const first = ['passwd', 'common-password', 'system-auth'].find((name) => stackOf(name).steps.length > 0);
  return [first ?? 'passwd', ...(there('password-auth') ? ['password-auth'] : [])].map(stackOf);
}

/** The first module of these kinds that is called before pam_unix and whose refusal ends the change; undefined where none does. */
export function refusing(stack: PasswordStack, ...kinds: readonly string[]): PamModule | undefined {
  const { called } = pamRun(stack.steps, accepts);
  const store = called.findIndex((module) => module.target === 'pam_unix');
  return called.slice(0, Math.max(0, store)).find((module) => {
    if (!kinds.includes(module.target)) return false;
    return !pamRun(stack.steps, (one) => (sameLine(one, module) ? refusal : accepts(one))).granted;
  });
}

/** The modules of these kinds in a stack, called or not. */
export function named(stack: PasswordStack, ...kinds: readonly string[]): PamModule[] {
  return pamModules(stack.steps).filter((module) => kinds.includes(module.target));
}

const refusal = 'authtok_err';

function accepts(module: PamModule): string {
  return module.target === 'pam_deny' ? refusal : 'success';
}

function sameLine(one: PamModule, other: PamModule): boolean {
  return one.path === other.path && one.line === other.line;
}
