// What a way of delivering must say of itself: how work goes out in one send, and how a result is known to be its target's.
import type {
  Campaign,
  CampaignLimits,
  Clock,
  Exchange,
  HostPlace,
  Ids,
  Instance,
  Region,
  ResultObject,
  Seen,
  SendOrder,
  Target,
} from '@bongsu/core';

export type Admitted =
  | { readonly kind: 'archive'; readonly source: AsyncIterable<Uint8Array>; readonly bytesMax: number }
  /** Nothing can be said yet, because the send's own outcome is not known. */
  | { readonly kind: 'later' }
  | { readonly kind: 'refused'; readonly reason: string; readonly bytes: Uint8Array };

export interface Arrived {
  readonly source: AsyncIterable<Uint8Array>;
  readonly target: Target;
  readonly limits: CampaignLimits;
  /** Certificates that vouch for identities of instances in a Region. */
  readonly certificates: (region: Region) => readonly string[];
}

export interface DeliveryMode {
  /** Instance ids that one send takes. */
  readonly idsPerSend: number;
  /** Whether hosts of the same send can write beside a target's results: what proves nothing then ends nothing. */
  readonly shared: boolean;
  /** What the keys of a campaign's results begin with; those of a place follow by account and Region. */
  root(campaignId: string): string;
  /** The command document. */
  document(shape: Exchange['urlShape'], limits: CampaignLimits): string;
  /** Run ids of new attempts, by the old; what goes out together shares a part of them. */
  runIds(targets: readonly Target[], ids: Ids): ReadonlyMap<string, string>;
  /** Parameters of one send; all its targets are of one place, and of one batch where there are batches. */
  parameters(campaign: Campaign, targets: readonly Target[], exchange: Exchange): Promise<SendOrder['parameters']>;
  /** Whether a key is one that this target's host was given. */
  ownsKey(target: Target, key: string): boolean;
  /** Where all attempts of a target's host write, and where a key is of: equal for a result of an attempt that was given up. */
  hostOf(target: Target): string;
  hostOfKey(key: string): string;
  /** The most bytes that an object of a result may have. */
  objectBytesMax(limits: CampaignLimits): number;
  /** Why a target cannot be reached in this way; null where it can. */
  unfit(instance: Pick<Instance, 'instanceId' | 'profileArn'>): string | null;
  /** The archive of an object that arrived under a target's key, where the mode holds it for that target's. */
  admit(arrived: Arrived): Promise<Admitted>;
  readonly recurring?: Recurring;
}

/** Where nothing is sent: hosts name their runs themselves, and may give several results in a campaign, of which the first accepted stands. */
export interface Recurring {
  results(
    campaign: Campaign,
    ports: { readonly exchange: Pick<Exchange, 'results'>; readonly clock: Pick<Clock, 'now'> },
  ): Promise<Seen<ResultObject>>;
  /** The run id of the target whose host wrote a key; one of no target where that is nobody. */
  runOf(campaign: Campaign, key: string): string;
  /** Whose result lies under a key; null where it is nobody's. */
  hostOf(key: string): HostPlace | null;
}
