// What the watch for new instances asks of the hands, and by which rules it goes.
import type {
  Account,
  CampaignStore,
  Clock,
  Estate,
  EventPolicy,
  EventStore,
  Exchange,
  Ids,
  Seen,
  SnapshotStore,
} from '@bongsu/core';
import type { PlanOrder } from './plan.ts';

export interface WatchPorts {
  readonly estate: Pick<Estate, 'instances' | 'nodes'>;
  /** May be some seconds old. */
  accounts(): Promise<Seen<Account>>;
  readonly events: EventStore;
  readonly snapshots: Pick<SnapshotStore, 'snapshotPut'>;
  readonly campaigns: CampaignStore;
  readonly exchange: Pick<Exchange, 'credentialSeconds' | 'roleBinding'>;
  readonly clock: Clock;
  /** When this process looked at each place last, in milliseconds since 1970, by its key. */
  readonly looked: Map<string, number>;
  readonly ids: Ids;
}

export interface WatchOrder {
  readonly policy: EventPolicy;
  /** How each campaign is planned. */
  readonly plan: Omit<PlanOrder, 'snapshot'>;
}
