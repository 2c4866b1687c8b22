// One instance in motion: its machine as EC2 sees it and its agent as Systems Manager sees it.
import { labAgentVersion } from '../agent/agent.ts';
import type { LabClock } from '../endpoint/contract.ts';
import type { Seeded } from '../world/seeded.ts';
import type { InstanceSpec, RootSpec } from '../world/spec.ts';

/** A lost agent was last heard this long before the lab started. */
const lostMilliseconds = 2 * 3600 * 1000;

export interface HostNode {
  agentVersion: string;
  platformType: 'Linux' | 'Windows' | 'MacOS';
  platformName: string;
  platformVersion: string;
  computerName: string;
  ipAddress: string;
}

export interface Host {
  readonly accountId: string;
  readonly region: string;
  readonly instanceId: string;
  readonly spec: InstanceSpec;
  readonly tags: Readonly<Record<string, string>>;
  readonly reservationId: string;
  readonly imageId: string;
  readonly instanceType: string;
  readonly privateIp: string;
  /** The activation a hybrid node was registered with; null for an instance of EC2. */
  readonly activationId: string | null;
  readonly launchedAt: Date;
  state: 'running' | 'stopped' | 'terminated';
  agent: 'online' | 'offline' | 'none';
  lastPingAt: number;
  /** What the agent says of its host; null until one has registered. */
  node: HostNode | null;
  /** True once an agent from outside speaks for this host; the lab's own agent then stays away. */
  outsideAgent: boolean;
}

export interface HostPlace {
  readonly accountId: string;
  readonly region: string;
  readonly index: number;
  readonly spec: InstanceSpec;
  /** Drawn from the seed where absent. */
  readonly launchedAt?: Date;
  readonly roots: ReadonlyMap<string, RootSpec>;
  readonly clock: LabClock;
  readonly seeded: Seeded;
}

const windows = { platformName: 'Microsoft Windows Server 2022 Datacenter', platformVersion: '10.0.20348' };
const instanceTypes = ['t3.micro', 't3.small', 'm6i.large', 'c6i.large', 'r6i.large'] as const;

function nodeOf(place: HostPlace, privateIp: string): HostNode {
  const { spec, roots } = place;
  const root = spec.platform === 'Windows' ? windows : roots.get(spec.root);
  if (!root) throw new Error(`instance ${spec.instanceId} names the unknown root ${spec.root}`);
  return {
    agentVersion: labAgentVersion,
    platformType: spec.platform ?? 'Linux',
    platformName: root.platformName,
    platformVersion: root.platformVersion,
    computerName: spec.instanceId.startsWith('mi-') ? spec.name : `${spec.name}.${place.region}.compute.internal`,
    ipAddress: privateIp,
  };
}

/** The role of the host's instance profile; null where it has none, as no hybrid node has. */
export function roleNameOf({ spec, activationId }: Host): string | null {
  return activationId === null ? (spec.profile === undefined ? 'BongsuInstance' : spec.profile) : null;
}

/** Boots one instance of the world; refuses one whose root is not known. */
export function bootHost(place: HostPlace): Host {
  const { accountId, region, index, spec, clock, seeded } = place;
  const hybrid = spec.instanceId.startsWith('mi-');
  const subnet = seeded.number(`subnet ${accountId} ${region}`, 200);
  const privateIp = `${hybrid ? 172 : 10}.${hybrid ? 16 : subnet}.${Math.floor(index / 250)}.${(index % 250) + 4}`;
  const node = nodeOf(place, privateIp);
  const agent = spec.agent ?? 'online';
  // Three neighbours are launched together, as an auto scaling group would.
  const reservation = `${accountId} ${region} ${Math.floor(index / 3)}`;
  return {
    accountId,
    region,
    instanceId: spec.instanceId,
    spec,
    // Nobody gives a hybrid node the Name tag that EC2's console asks for.
    tags: hybrid ? { ...spec.tags } : { Name: spec.name, ...spec.tags },
    reservationId: `r-0${seeded.hex(`reservation ${reservation}`, 16)}`,
    imageId: `ami-0${seeded.hex(`image ${region} ${spec.root}`, 16)}`,
    instanceType: instanceTypes[seeded.number(`type ${spec.instanceId}`, instanceTypes.length)] ?? 't3.micro',
    privateIp,
    activationId: hybrid ? uuidOf(seeded.hex(`activation ${accountId} ${region}`, 32)) : null,
    launchedAt:
      place.launchedAt ?? new Date(Date.UTC(2025, 0, 1) + seeded.number(`launch ${reservation}`, 300) * 86_400_000),
    state: spec.state ?? 'running',
    agent,
    lastPingAt: clock.now() - (agent === 'online' ? 0 : lostMilliseconds),
    node: agent === 'none' ? null : node,
    outsideAgent: false,
  };
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** True where EC2 knows the host: hybrid nodes stand elsewhere. */
export function isOfEc2(host: Host): boolean {
  return host.activationId === null;
}

/** True where Systems Manager shows the host at all. */
export function isManaged(host: Host): boolean {
  return host.node !== null && host.state === 'running';
}

/** True where an agent would take a message now. */
export function isReachable(host: Host): boolean {
  return isManaged(host) && host.agent === 'online';
}

/** True where the service finds somebody to deliver to. */
export function isDeliverable(host: Host): boolean {
  return host.state === 'running' && host.spec.simulated !== 'undeliverable';
}

/** True where the agent really takes what lies there for it. */
export function takesMessages(host: Host): boolean {
  return isReachable(host) && host.spec.simulated !== 'never-delivered';
}
