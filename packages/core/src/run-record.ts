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
      /** Whose it was; absent in records of before these were written down. */
      readonly accountId?: AccountId;
      readonly region?: Region;
      readonly instanceId?: InstanceId;
      readonly commandId?: string | null;
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
  /** A node that an association ran on and that the inventory did not know; it stands in no sum. */
  | {
      readonly kind: 'newcomer';
      readonly accountId: AccountId;
      readonly region: Region;
      readonly instanceId: InstanceId;
      readonly seen: 'result' | 'execution';
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
  /** Of a key in AWS KMS, signed with the hashes; absent for a key of one's own. */
  readonly keyArn?: string;
  /** When it was signed, where that was not as the campaign ended; signed with the hashes, by the signer's clock. */
  readonly signedAt?: Instant;
  readonly signature: string | null;
  /** Why it is not signed; null where it is. */
  readonly unsigned: string | null;
}

/**
 * Ed25519 (RFC 8032) over the hashes, by a local key; ECDSA P-256 with SHA-256 over them, by KMS; and Ed25519 over the SHA-256 of them,
 * by KMS, which for Ed25519 takes the message itself and no more than 4,096 bytes of it (KMS API reference, Sign).
 */
export const signatureAlgorithms = ['Ed25519', 'ECDSA-P256-SHA256', 'Ed25519-SHA256'] as const;
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number];

/** The public half of what signs. */
export interface SigningKey {
  readonly algorithm: SignatureAlgorithm;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  /** null: a key of one's own. */
  readonly keyArn: string | null;
}

/** Why nothing could be signed, in words for a person: a key that is disabled, denied, away or of another kind. */
export interface SigningFault {
  readonly fault: string;
}

export interface Signer {
  key(): Promise<SigningKey | SigningFault>;
  /** The signature over what the key's algorithm signs; ECDSA's in DER. */
  sign(message: Uint8Array): Promise<Uint8Array | SigningFault>;
}

/** A record that waits for its signature. */
export interface UnsignedRecord {
  readonly campaignId: string;
  readonly endedAt: Instant;
  readonly why: string;
}

export interface RecordStore {
  /** Keeps the record of a campaign; a campaign that ran again has several. `unsigned`: why it is not signed yet; null where it is. */
  recordPut(campaignId: string, endedAt: Instant, lines: string, unsigned: string | null): Promise<void>;
  /** The newest; null where there is none. */
  recordGet(campaignId: string): Promise<string | null>;
  /** Those that wait for a signature, oldest first. */
  recordsUnsigned(): Promise<readonly UnsignedRecord[]>;
  /** One of those; null where it is signed by now, or was never there. */
  recordUnsigned(campaignId: string, endedAt: Instant): Promise<string | null>;
  /** Puts the signed lines in the place of the unsigned ones; false, and nothing changed, where somebody signed before. */
  recordSigned(campaignId: string, endedAt: Instant, lines: string): Promise<boolean>;
  /** Adds calls made for a campaign, by API. */
  callsAdd(campaignId: string, calls: Readonly<Record<string, number>>): Promise<void>;
  callsGet(campaignId: string): Promise<Readonly<Record<string, number>>>;
}
