// What a campaign needs of the world; each port may be another process's too.
import type {
  AnswerStore,
  AssociationStore,
  Associations,
  CampaignStore,
  Channel,
  Clock,
  Commands,
  DeliveryStore,
  Estate,
  EvidenceStore,
  Exchange,
  FindingStore,
  Ids,
  PacerStore,
  Progress,
  RecordStore,
  Region,
  SnapshotStore,
  VerdictStore,
} from '@bongsu/core';
import type { DealtResults } from './dealt-results.ts';
import type { ResultReceiver } from './receive-results.ts';
import type { Signing } from './record.ts';

export interface CampaignPorts {
  readonly estate: Pick<Estate, 'instances' | 'nodes'>;
  readonly commands: Commands;
  readonly associations: Associations;
  readonly kept: AssociationStore;
  readonly exchange: Exchange;
  readonly campaigns: CampaignStore;
  readonly evidence: EvidenceStore;
  readonly dealt: DealtResults;
  readonly verdicts: VerdictStore;
  readonly findings: FindingStore;
  readonly answers: Pick<AnswerStore, 'answerList'>;
  readonly snapshots: SnapshotStore;
  readonly records: RecordStore;
  readonly signing: Signing;
  /** Calls made since it was asked last. */
  callsTake(): Readonly<Record<string, number>>;
  readonly deliveries: DeliveryStore;
  readonly channels: readonly Channel[];
  /** What a notice points to; null where there is nothing to open. */
  readonly link: ((campaignId: string) => string) | null;
  /** Certificates that vouch for identities of instances in a Region; none where absent. */
  readonly certificates?: (region: Region) => readonly string[];
  readonly pacer: PacerStore;
  /** Where S3 tells a queue of results; absent: they are listed. */
  readonly results?: ResultReceiver;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly progress: Progress;
}
