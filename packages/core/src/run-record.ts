// The signed record of a campaign: what anyone may check later without this program's store, and without trusting it.
import type { CoverageState, Delivery } from './campaign.ts';
import type { AccountId, InstanceId, Instant, Region } from './language.ts';

/** The first line of a record. */
export interface RecordHead {
  readonly kind: 'bongsu-run-record';
  readonly format: 1;
  readonly campaignId: string;
  readonly snapshotId: string;
  readonly createdAt: Instant;
  readonly endedAt: Instant;
  /** Who ran it: the principal that AWS knows, and the user and host it ran as. */
  readonly by: string;
  /** Of the program. */
  readonly version: string;
  /** How targets got their work and gave their results; absent in records of before there were modes. */
  readonly delivery?: Delivery;
  readonly stopped: string | null;
  readonly scriptSha256: string;
  /** SHA-256 of the plan as it was shown and stored. */
  readonly planSha256: string;
  readonly units: readonly string[];
  readonly packs: readonly string[];
  /** How evidence was judged, as JSON. */
  readonly settings: string;
  readonly states: Readonly<Record<string, number>>;
  readonly calls: Readonly<Record<string, number>>;
  readonly targets: number;
}

/** One line for each target, past attempt, refused upload and place that could not be read. */
export type RecordItem =
  | {
      readonly kind: 'target';
      readonly accountId: AccountId;
      readonly region: Region;
      readonly instanceId: InstanceId;
      readonly runId: string;
      readonly attempt: number;
      readonly commandId: string | null;
      readonly state: CoverageState | null;
      readonly detail: string;
      readonly evidenceSha256: string | null;
      /** Over its verdicts, ordered by unit; null where it has none. */
      readonly verdictsSha256: string | null;
    }
  | {
      readonly kind: 'attempt';
      readonly runId: string;
      readonly attempt: number;
      readonly state: CoverageState;
      readonly detail: string;
    }
  | {
      readonly kind: 'refusal';
      readonly key: string;
      readonly reason: string;
      readonly etag: string;
      readonly at: Instant;
    }
  | {
      readonly kind: 'unreadable';
      readonly accountId: AccountId | null;
      readonly region: Region | null;
      readonly call: string;
      readonly code: string;
    };

/** The last line: the hash of every line before it, and one signature over them. */
export interface RecordSeal {
  readonly kind: 'seal';
  readonly sha256: readonly string[];
  readonly algorithm: SignatureAlgorithm | null;
  /** SubjectPublicKeyInfo, base64 of its DER form; null where the record could not be signed. */
  readonly publicKey: string | null;
  readonly signature: string | null;
  /** Why it is not signed; null where it is. */
  readonly unsigned: string | null;
}

/** Ed25519 (RFC 8032) of a local key or AWS KMS, or ECDSA P-256 with SHA-256 of KMS. */
export const signatureAlgorithms = ['Ed25519', 'ECDSA-P256-SHA256'] as const;
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number];

export interface Signer {
  readonly algorithm: SignatureAlgorithm;
  /** SubjectPublicKeyInfo in DER. */
  publicKey(): Promise<Uint8Array>;
  sign(message: Uint8Array): Promise<Uint8Array>;
}

export interface RecordStore {
  /** Keeps the record of a campaign; a campaign that ran again has several. */
  recordPut(campaignId: string, endedAt: Instant, lines: string): Promise<void>;
  /** The newest; null where there is none. */
  recordGet(campaignId: string): Promise<string | null>;
  /** Adds calls made for a campaign, by API. */
  callsAdd(campaignId: string, calls: Readonly<Record<string, number>>): Promise<void>;
  callsGet(campaignId: string): Promise<Readonly<Record<string, number>>>;
}
