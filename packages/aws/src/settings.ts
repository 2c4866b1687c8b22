// What this room must be told: whose accounts, by which role, in which Regions, and where results are exchanged.
import type { AccountId, Region } from '@bongsu/core';

/** Where evidence is kept for good: the audit bucket, which may be another account's. */
export interface EvidenceBucket {
  readonly bucket: {
    readonly name: string;
    readonly region: Region;
    /** Absent: the central account's. */
    readonly accountId?: AccountId;
  };
  /** Ends in `/`, or is empty. */
  readonly prefix: string;
  /** A key of KMS; absent: as the bucket encrypts by default. */
  readonly kmsKeyId?: string;
  /** Object Lock keeps each object so long; the bucket must have been made with it. */
  readonly retentionDays?: number;
  /** COMPLIANCE: nobody at all can shorten it. Absent: GOVERNANCE. */
  readonly retentionMode?: 'GOVERNANCE' | 'COMPLIANCE';
}

export interface AwsSettings {
  /** Profile of the SDK's own configuration files; absent: the SDK's default chain. */
  readonly profile?: string;
  readonly accounts:
    | { readonly kind: 'organization'; readonly exclude?: readonly AccountId[] }
    | { readonly kind: 'list'; readonly accountIds: readonly AccountId[] };
  /** Name of the role that each member account has for Bongsu, with its path where it has one. */
  readonly roleName: string;
  /** The external id that each member's trust policy asks for. */
  readonly externalId: string;
  readonly regions: readonly Region[] | 'enabled';
  /** The bucket of the central account through which scripts and results pass. */
  readonly bucket: { readonly name: string; readonly region: Region };
  /** Absent: evidence stays on this machine. */
  readonly evidence?: EvidenceBucket;
  /** Hosts put their results with their instance's role: the bucket's policy is asked for what binds each to its own. */
  readonly roleDelivery?: boolean;
  /** The address of the queue of events; absent: there is none. */
  readonly queueUrl?: string;
  /** The address of the queue to which S3 tells of results; absent: there is none, and they are listed. */
  readonly resultQueueUrl?: string;
  /** ARN of the KMS key that signs run records; absent: a key of one's own does. */
  readonly signingKeyArn?: string;
  /** Whether associations of State Manager are kept in the accounts; absent: they are not. */
  readonly associations?: boolean;
  /** Where calls that belong to no Region of the estate are made (identity, the list of Regions). */
  readonly centralRegion: Region;
  /** Attempts of a read, the first one included; absent: the SDK's own setting (3). Sends are never repeated. */
  readonly maxAttempts?: number;
  /** How long one attempt may wait for an answer, and a stream for its next byte; absent: 30. */
  readonly answerSeconds?: number;
}
