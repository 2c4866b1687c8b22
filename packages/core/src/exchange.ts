// What the story asks of the bucket of the central account: scripts go out by it, results come in.
import type { AccountId, Instant, Region } from './language.ts';
import type { Gap, Seen } from './snapshot.ts';

export interface ResultObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly writtenAt: Instant;
  readonly etag: string;
}

/** What the keys of all results begin with, of those that hosts put with their own role, and end with. */
export const resultKeys = { prefix: 'v1/', rolePrefix: 'role/', suffix: '.tar.gz' } as const;

/** An object as S3 hands it out: what it is by S3's own word, and its bytes. */
export interface OpenedResult {
  readonly object: ResultObject;
  readonly source: AsyncIterable<Uint8Array>;
  /** Lets go of what was not read. */
  close(): void;
}

/** A signed form: lets its holders write below one prefix, and read or list nothing. */
export interface UploadForm {
  /** Where it is posted to. */
  readonly url: string;
  /** The form's fields besides `key` and `file`, by the names S3 gives them. */
  readonly policy: string;
  readonly credential: string;
  readonly date: string;
  readonly signature: string;
  /** Of a session; empty where the credentials have none. */
  readonly token: string;
}

/** Where hosts put objects with a role of their own. */
export interface ObjectAddress {
  /** Ends in `/`. */
  readonly url: string;
  readonly region: Region;
  readonly ownerId: AccountId;
  /** Of the ARNs of instances, such as `aws`. */
  readonly partition: string;
}

export interface RoleBinding {
  /** Ids of the statements that the policy lacks; none where it binds. */
  readonly missing: readonly string[];
}

/** Scripts out, results in: the central account's bucket. */
export interface Exchange {
  /** Pattern that every URL it signs matches, for the document's `allowedPattern`; also whether the endpoint is TLS. */
  readonly urlShape: {
    readonly script: string;
    readonly result: string;
    /** Of the address that forms are posted to. */
    readonly form: string;
    /** Of what stands before the names of objects that hosts put with their own role. */
    readonly object: string;
    readonly tls: boolean;
  };
  /** Seconds left of the signing credentials; null where they do not expire. */
  credentialSeconds(): Promise<number | null>;
  scriptPut(key: string, script: string): Promise<void>;
  scriptUrl(key: string, seconds: number): Promise<string>;
  /** A URL for one PUT of exactly `bytes` bytes; a second write gets 412. */
  resultUrl(key: string, bytes: number, seconds: number): Promise<string>;
  /** A form that takes at most `bytes` bytes an object, for any key that begins with `prefix`. */
  resultForm(prefix: string, bytes: number, seconds: number): Promise<UploadForm>;
  /** What a key stands after for a host that signs for itself, and what its signature names. */
  objectAddress(): Promise<ObjectAddress>;
  /** Whether the bucket's policy lets each instance write below its own name and nobody below another's; or why that is not known. */
  roleBinding(): Promise<RoleBinding | Gap>;
  results(prefix: string): Promise<Seen<ResultObject>>;
  resultRead(key: string): Promise<AsyncIterable<Uint8Array>>;
  /** Of a key that somebody named: null where nothing lies there. */
  resultOpen(key: string): Promise<OpenedResult | null>;
}
