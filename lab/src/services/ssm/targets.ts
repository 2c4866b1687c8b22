// Which hosts a SendCommand means: by instance id, or by tags.
import { AwsError } from '../../endpoint/contract.ts';
import type { Shape } from '../../endpoint/contract.ts';
import { requireLength, requirePattern, validationError } from '../constraint.ts';
import { isManaged } from '../host.ts';
import type { Host } from '../host.ts';

/** At most 50 instance ids, 5 targets, 50 values each (Systems Manager API reference, SendCommand). */
const limits = { instanceIds: 50, targets: 5, values: 50 } as const;
const instanceIdPattern = /^(i-(\w{8}|\w{17})|mi-\w{17})$/;

export function invalidInstanceId(ids: readonly string[], accountId: string): AwsError {
  return new AwsError(
    'InvalidInstanceId',
    `Instances [[${ids.join(', ')}]] not in a valid state for account ${accountId}`,
  );
}

/** Refuses malformed and repeated ids. */
export function requireInstanceIds(ids: readonly string[]): void {
  requireLength(ids, 'instanceIds', limits.instanceIds);
  for (const id of ids) requirePattern(id, 'instanceIds', instanceIdPattern);
  if (new Set(ids).size < ids.length) {
    throw new AwsError('DuplicateInstanceId', "You can't specify a managed node ID more than once.");
  }
}

function isMeant(host: Host, target: Shape): boolean {
  const key = String(target.Key);
  const values: string[] = target.Values ?? [];
  if (key.toLowerCase() === 'instanceids') return values.includes(host.instanceId) || values.includes('*');
  if (key === 'tag-key') return values.some((value) => Object.hasOwn(host.tags, value));
  if (!key.startsWith('tag:')) throw new AwsError('NotImplementedInLab', `The lab knows no target ${key}.`, 501);
  const own = host.tags[key.slice('tag:'.length)];
  return own !== undefined && values.includes(own);
}

/**
 * The hosts meant. Ids must name nodes that Systems Manager knows, stopped ones included; targets take the managed
 * nodes that match all of them, and may be none.
 */
export function hostsMeant(input: Shape, hosts: ReadonlyMap<string, Host>, accountId: string): readonly Host[] {
  const ids: string[] = input.InstanceIds ?? [];
  const targets: Shape[] = input.Targets ?? [];
  if (ids.length > 0 === targets.length > 0) {
    throw new AwsError('ValidationException', 'Specify either InstanceIds or Targets, and not both.');
  }
  if (ids.length > 0) {
    requireInstanceIds(ids);
    const known = ids.flatMap((id) => hosts.get(id) ?? []).filter((host) => host.node && host.state !== 'terminated');
    const unknown = ids.filter((id) => !known.some((host) => host.instanceId === id));
    if (unknown.length > 0) throw invalidInstanceId(unknown, accountId);
    return known;
  }
  requireTargets(targets);
  return [...hosts.values()].filter((host) => isManaged(host) && isTargeted(host, targets));
}

/** Refuses too many targets, and empty ones. */
export function requireTargets(targets: readonly Shape[]): void {
  requireLength(targets, 'targets', limits.targets);
  for (const target of targets) {
    if (!(target.Values?.length > 0)) throw validationError('[]', 'targets.values', 'Member must not be empty');
    requireLength(target.Values, 'targets.values', limits.values);
  }
}

/** True where all targets mean the host; no targets mean nobody. */
export function isTargeted(host: Host, targets: readonly Shape[]): boolean {
  return targets.length > 0 && targets.every((target) => isMeant(host, target));
}
