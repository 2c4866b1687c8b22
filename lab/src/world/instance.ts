// Instances and hybrid nodes of our worlds, their ids drawn from account and name.
import { createHash } from 'node:crypto';
import type { InstanceSpec } from './spec.ts';

/** An instance id as EC2 gives them: `i-0` and sixteen hex digits, the same for the same account and name. */
export function instanceIdOf(accountId: string, name: string): string {
  return `i-0${createHash('sha256').update(`${accountId} ${name}`).digest('hex').slice(0, 16)}`;
}

/** A machine outside of AWS that was registered with an activation: `mi-` and seventeen hex digits, and no instance of EC2. */
export function hybridNode(...[accountId, name, root, more = {}]: Parameters<typeof instance>): InstanceSpec {
  return { ...instance(accountId, name, root, more), instanceId: `mi-${instanceIdOf(accountId, name).slice(2)}` };
}

/** One instance. */
export function instance(
  accountId: string,
  name: string,
  root: string,
  more: Omit<Partial<InstanceSpec>, 'instanceId' | 'name' | 'root'> = {},
): InstanceSpec {
  return { instanceId: instanceIdOf(accountId, name), name, root, ...more };
}
