// Hosts come, change and go while the lab runs, and AWS tells of it.
import type { LabClock } from '../endpoint/contract.ts';
import type { InstanceSpec } from '../world/spec.ts';
import type { Estate } from './estate.ts';
import { agentCalled, stateChanged } from './events.ts';
import { isOfEc2 } from './host.ts';
import type { Host } from './host.ts';
import type { Post } from './sqs/post.ts';

export interface HostChange {
  readonly state?: 'running' | 'stopped' | 'terminated';
  readonly agent?: 'online' | 'offline';
}

export interface Lifecycle {
  /** What happens to an instance; a RangeError where there is none of that id. */
  change(instanceId: string, change: HostChange): void;
  /** A new host, whose agent registers some time after its start; a RangeError where its account, Region or root is not known. */
  launch(accountId: string, region: string, spec: InstanceSpec): void;
  host(instanceId: string): Host;
}

export interface LifecycleGround {
  readonly estate: Estate;
  readonly clock: LabClock;
  readonly post: Post;
  /** Gives a host that has become reachable what waits for it. */
  readonly nudge: (host: Host) => void;
  /** Seconds from a host's start to its agent's first call. */
  readonly registrationSeconds: number;
}

/** On the way to a state EC2 tells of another one (EC2 user guide, instance lifecycle). */
const through = { running: 'pending', stopped: 'stopping', terminated: 'shutting-down' } as const;

/** Changes over an estate, each told to the queues that wait for it. */
export function createLifecycle({ estate, clock, post, nudge, registrationSeconds }: LifecycleGround): Lifecycle {
  const hostOf = (instanceId: string): Host => {
    const host = estate.host(instanceId);
    if (!host) throw new RangeError(`no instance ${instanceId} in this world`);
    return host;
  };
  const tellState = (host: Host): void => {
    if (!isOfEc2(host)) return;
    for (const state of [through[host.state], host.state]) post.hostEvent(stateChanged(estate, host, state));
  };
  const tellAgent = (host: Host): void => post.hostEvent(agentCalled(estate, host, 'UpdateInstanceInformation'));
  const soon = (action: () => void): void => {
    clock.at(clock.now() + 1000 * registrationSeconds, action);
  };

  return {
    host: hostOf,
    change: (instanceId, change) => {
      const host = hostOf(instanceId);
      const before = { state: host.state, agent: host.agent };
      if (change.agent === 'offline' && host.agent === 'online') host.lastPingAt = clock.now();
      host.state = change.state ?? host.state;
      host.agent = change.agent ?? host.agent;
      if (host.state !== before.state) tellState(host);
      if (host.state === 'running' && host.agent === 'online' && host.node !== null) {
        if (before.state !== 'running') soon(() => tellAgent(host));
        else if (before.agent !== 'online') tellAgent(host);
      }
      nudge(host);
    },
    launch: (accountId, region, spec) => {
      const host = estate.add(accountId, region, spec);
      const { node } = host;
      host.node = null;
      tellState(host);
      if (node === null || host.agent !== 'online') return;
      soon(() => {
        if (host.state !== 'running') return;
        host.node = node;
        host.lastPingAt = clock.now();
        if (!isOfEc2(host)) post.hostEvent(agentCalled(estate, host, 'RegisterManagedInstance'));
        tellAgent(host);
        nudge(host);
      });
    },
  };
}
