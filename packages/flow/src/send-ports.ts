// What sending needs of the world.
import type { CampaignStore, Clock, Commands, Estate, Exchange, PacerStore, Progress } from '@bongsu/core';

export interface SendPorts {
  readonly commands: Commands;
  readonly exchange: Exchange;
  readonly estate: Pick<Estate, 'instances' | 'nodes'>;
  readonly campaigns: CampaignStore;
  readonly pacer: PacerStore;
  readonly clock: Clock;
  readonly progress: Progress;
}
