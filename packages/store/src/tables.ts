// The rows as the database holds them; private to this package, each translated in the file of its noun.
import type { Breaker, Bucket, CampaignPack, CampaignPlan, DocumentPin, Gap, ManagedNode, Message } from '@bongsu/core';
import type { ColumnType, Generated, Kysely } from 'kysely';

/** Read as a Date, written as ISO 8601. */
type Time = ColumnType<Date, string, string>;
type TimeOrNull = ColumnType<Date | null, string | null, string | null>;
/** jsonb: read parsed, written as the text that `storableJson` makes. */
type Json<T> = ColumnType<T, string, string>;
/** bigint: drivers give a number, a bigint or text. */
type Big = ColumnType<number | bigint | string, number, number>;

export interface Tables {
  snapshot: { snapshot_id: string; taken_at: Time; imported: boolean; part: Generated<boolean> };
  snapshot_account: { snapshot_id: string; account_id: string; name: string; status: string };
  snapshot_place: { snapshot_id: string; account_id: string; region: string };
  instance: InstanceTable;
  gap: GapTable;
  campaign: CampaignTable;
  script: { sha256: string; script: string };
  target: TargetTable;
  attempt: AttemptTable;
  campaign_place: CampaignPlaceTable;
  pace: { name: string; learnt: ColumnType<Bucket | Breaker | null, string | null, string | null> };
  evidence: EvidenceTable;
  refusal: RefusalTable;
  host_verdict: HostVerdictTable;
  finding: FindingTable;
  finding_change: FindingChangeTable;
  answer: AnswerTable;
  delivery: DeliveryTable;
  schedule_run: { name: string; due_at: Time; outcome: string; campaign_id: string | null; why: string };
  association: AssociationTable;
  newcomer: NewcomerTable;
  run_record: { campaign_id: string; ended_at: Time; unsigned: string | null };
  run_record_part: { campaign_id: string; ended_at: Time; part: number; lines: string };
  campaign_call: { campaign_id: string; call: string; count: Big };
  carried_build: CarriedBuildTable;
  imported_run: ImportedRunTable;
  instance_event: InstanceEventTable;
  event_refusal: EventRefusalTable;
  queue_poll: { url: string; at: Time; gap: ColumnType<Gap | null, string | null, string | null> };
  job_wake: { queue: string; key: string; at: ColumnType<Date, Date, Date>; only_idle: boolean };
}

export type Database = Kysely<Tables>;

export interface InstanceTable {
  snapshot_id: string;
  account_id: string;
  region: string;
  instance_id: string;
  state: string;
  name: string;
  tags: Json<Record<string, string>>;
  image_id: string;
  instance_type: string;
  launched_at: TimeOrNull;
  private_ip: string;
  platform_details: string;
  node: ColumnType<ManagedNode | null, string | null, string | null>;
  node_known: boolean;
}

export interface GapTable {
  snapshot_id: string;
  position: number;
  account_id: string | null;
  region: string | null;
  call: string;
  code: string;
  message: string;
  missing_permission: string | null;
}

export interface CampaignTable {
  campaign_id: string;
  snapshot_id: string;
  created_at: Time;
  ended_at: TimeOrNull;
  ending_at: TimeOrNull;
  phase: string;
  plan: Json<CampaignPlan>;
  script_sha256: string;
  packs: Json<CampaignPack[]>;
  stopped: ColumnType<string | null, string | null, string | null>;
  reopened_at: TimeOrNull;
}

export interface TargetTable {
  campaign_id: string;
  account_id: string;
  region: string;
  instance_id: string;
  name: string;
  run_id: string;
  phase: string;
  state: string | null;
  detail: string;
  command_id: string | null;
  ring: number;
  window_name: string | null;
  attempt: number;
  sends: number;
  intended_at: TimeOrNull;
  look_at: TimeOrNull;
  sent_at: TimeOrNull;
  ended_at: TimeOrNull;
  evidence_sha256: string | null;
}

export interface AttemptTable {
  campaign_id: string;
  run_id: string;
  attempt: number;
  account_id: string;
  region: string;
  instance_id: string;
  command_id: string | null;
  state: string;
  detail: string;
  ended_at: Time;
}

export interface CampaignPlaceTable {
  campaign_id: string;
  account_id: string;
  region: string;
  pin: ColumnType<DocumentPin | null, string | null, string | null>;
  tries: Generated<number>;
  next_at: TimeOrNull;
  seen_at: TimeOrNull;
}

export interface AssociationTable {
  schedule: string;
  account_id: string;
  region: string;
  phase: string;
  association_id: string | null;
  ordered: string;
  seen_at: Time;
  told: string;
  told_at: TimeOrNull;
}

export interface NewcomerTable {
  campaign_id: string;
  account_id: string;
  region: string;
  instance_id: string;
  seen: string;
  at: Time;
  campaign_for: string | null;
}

export interface DeliveryTable {
  delivery_id: string;
  channel: string;
  message: Json<Message>;
  phase: Generated<string>;
  tries: Generated<number>;
  next_at: Time;
  said: Generated<string>;
}

export interface InstanceEventTable {
  event_id: string;
  account_id: string;
  region: string;
  instance_id: string;
  what: string;
  at: Time;
  received_at: Time;
  outcome: string;
  campaign_id: string | null;
  stand_in: string | null;
  detail: string;
  settled_at: TimeOrNull;
}

export interface EventRefusalTable {
  message_id: string;
  reason: string;
  excerpt: string;
  receives: number;
  removed: boolean;
  at: Time;
}

export interface EvidenceTable {
  sha256: string;
  size_bytes: Big;
  kept_at: Generated<Date>;
  keep_until: ColumnType<Date | null, never, never>;
  removed_at: TimeOrNull;
  removed_by: string | null;
}

export interface RefusalTable {
  campaign_id: string;
  position: number;
  /** SHA-256 over key, entity tag and reason: the same refusal told again is one. */
  identity: string;
  key: string;
  run_id: string;
  reason: string;
  size_bytes: Big;
  etag: string;
  at: Time;
  /** Of the bytes kept aside; null where none were read. */
  kept_sha256: string | null;
}

export interface CarriedBuildTable {
  build_id: string;
  built_at: Time;
  by_whom: string;
  script: string;
  script_sha256: string;
  file_sha256: string;
  seal_key: string;
  units: Json<string[]>;
  packs: Json<CampaignPack[]>;
}

export interface ImportedRunTable {
  run_id: string;
  build_id: string;
  evidence_sha256: string;
  campaign_id: string;
  imported_at: Time;
}

export interface HostVerdictTable {
  campaign_id: string;
  account_id: string;
  region: string;
  instance_id: string;
  /** `unit=status` of each, with a blank between. */
  statuses: string;
  /** Gzip of the JSON of all that was said. */
  packed: Uint8Array;
}

export interface FindingTable {
  finding_id: string;
  unit: string;
  subject: string;
  status: string;
  opened_at: Time;
  closed_at: TimeOrNull;
  last_campaign_id: string;
  reopened: number;
}

export interface FindingChangeTable {
  finding_id: string;
  campaign_id: string;
  change: string;
  at: Time;
}

export interface AnswerTable {
  unit: string;
  scope: string;
  verdict: string;
  words: string;
  by_whom: string;
  at: Time;
  expires_at: Time;
}
