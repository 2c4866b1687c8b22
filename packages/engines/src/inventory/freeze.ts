// Freezes a campaign's targets: every instance of the snapshot, either to be checked or already in its end state with the reason.
import type { CoverageState, Exclusion, Gap, Instance, Snapshot } from '@bongsu/core';
import { gapWords } from '@bongsu/core';

export interface FrozenTarget {
  readonly instance: Instance;
  /** null: to be checked. */
  readonly state: CoverageState | null;
  readonly detail: string;
}

/** Every instance of the snapshot exactly once; the order of the tests is the order of what a person would want to know first. */
export function targetsFreeze(snapshot: Snapshot, exclusions: readonly Exclusion[]): FrozenTarget[] {
  return snapshot.instances.map((instance) => ({ instance, ...fate(instance, exclusions, snapshot.gaps) }));
}

function fate(
  instance: Instance,
  exclusions: readonly Exclusion[],
  gaps: readonly Gap[],
): { state: CoverageState | null; detail: string } {
  const exclusion = exclusions.find((one) => excludes(one, instance));
  if (exclusion) return { state: 'excluded', detail: `by ${exclusion.by}: ${exclusion.why}` };
  if (instance.state !== 'running' && instance.state !== 'unknown') return { state: 'stopped', detail: instance.state };
  const platform = platformOf(instance);
  if (platform !== 'Linux') return { state: 'platform-unsupported', detail: platform };
  if (!instance.nodeKnown) return { state: 'undeliverable', detail: nodesUnread(instance, gaps) };
  if (!instance.node) return { state: 'not-managed', detail: 'Systems Manager does not know it' };
  if (instance.node.pingStatus !== 'Online') {
    const since = instance.node.lastPingAt ? `, last ping ${instance.node.lastPingAt}` : '';
    return { state: 'agent-offline', detail: `${instance.node.pingStatus}${since}` };
  }
  return { state: null, detail: '' };
}

function excludes({ instanceIds, tag, exceptTag }: Exclusion, instance: Instance): boolean {
  if (instanceIds?.includes(instance.instanceId)) return true;
  if (exceptTag && !tagged(instance, exceptTag)) return true;
  return tag !== undefined && tagged(instance, tag);
}

function tagged({ tags }: Instance, { key, value }: { readonly key: string; readonly value?: string }): boolean {
  return tags[key] !== undefined && (value === undefined || value === tags[key]);
}

/** The node's own word first; EC2's PlatformDetails says "Windows" for every Windows licence (EC2 API reference, PlatformDetails). */
function platformOf(instance: Instance): string {
  const said = instance.node?.platformType ?? 'unknown';
  if (said !== 'unknown') return said;
  return /windows/i.test(instance.platformDetails) ? 'Windows' : 'Linux';
}

function nodesUnread(instance: Instance, gaps: readonly Gap[]): string {
  const gap = gaps.find(
    (one) =>
      one.accountId === instance.accountId &&
      (one.region === null || one.region === instance.region) &&
      one.call === 'ssm:DescribeInstanceInformation',
  );
  return gap ? gapWords(gap) : 'the list of managed nodes could not be read';
}
