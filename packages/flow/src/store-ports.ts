// One store that keeps everything, under the names by which the steps ask for each of its parts.
import type {
  AnswerStore,
  AssociationStore,
  CampaignStore,
  DeliveryStore,
  EvidenceStore,
  FindingStore,
  PacerStore,
  RecordStore,
  SnapshotStore,
  VerdictStore,
} from '@bongsu/core';
import { dealtResults } from './dealt-results.ts';

export interface WholeStore
  extends AnswerStore,
    AssociationStore,
    CampaignStore,
    DeliveryStore,
    EvidenceStore,
    FindingStore,
    PacerStore,
    RecordStore,
    SnapshotStore,
    VerdictStore {}

export function storePorts<Store extends WholeStore>(store: Store) {
  return {
    snapshots: store,
    campaigns: store,
    evidence: store,
    verdicts: store,
    findings: store,
    answers: store,
    pacer: store,
    records: store,
    deliveries: store,
    dealt: dealtResults(),
    kept: store,
  };
}
