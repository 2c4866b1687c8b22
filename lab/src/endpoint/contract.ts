// What a lab service is: handlers over decoded input, the caller they serve, and errors in AWS's own words.
import type { ClientPackage } from './client-packages.ts';

/** Someone who may call the lab: an access key, its secret, and who that is. */
export interface Identity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly accountId: string;
  readonly arn: string;
  /** Milliseconds on the lab's clock; absent for keys that do not expire. */
  readonly expiresAt?: number;
  /** Session policy given to AssumeRole, already parsed; absent where none was given. */
  readonly sessionPolicy?: unknown;
  /** `aws:userid`: a role's id and the name of its session. */
  readonly userId?: string;
  /** `ec2:SourceInstanceARN` of credentials that an instance's metadata service gave out. */
  readonly instanceArn?: string;
  /** The host whose agent or programs hold it. */
  readonly hostId?: string;
}

/** One decoded, authenticated call. */
export interface Call {
  readonly identity: Identity;
  readonly accountId: string;
  readonly region: string;
  /** Signing name: `ssm`, `ec2`, `s3`, `sts`, `organizations`. */
  readonly service: string;
  readonly operation: string;
  readonly requestId: string;
  readonly headers: Readonly<Record<string, string>>;
  /** True where the signature stood in the query string. */
  readonly presigned: boolean;
  /** The body after `aws-chunked` decoding, for services that store it. */
  readonly body: Buffer;
}

/**
 * Input and output are plain objects in the SDK's own shapes (member names of the operation's schemas): blobs arrive as
 * Buffer, timestamps as Date. An operation without a schema gets the parsed JSON body and gives JSON.
 *
 * S3's `PostObject` has no schema either. The endpoint has verified its policy; its input is
 * `{ Bucket, Key, Body, ContentType?, Metadata?, Fields }` and its output `{ ETag, Location? }`.
 * An S3 output that holds `ContentRange` is answered with 206.
 */
// biome-ignore lint: the shapes are the SDK's, checked by the codec at run time
export type Shape = Record<string, any>;
export type Handler = (input: Shape, call: Call) => Promise<Shape | void> | Shape | void;
export type Handlers = Readonly<Record<string, Handler>>;

/** An error as the service would answer it; the endpoint writes it in the envelope of the caller's protocol. */
export class AwsError extends Error {
  readonly code: string;
  /** Absent: the status the service's model or list of errors gives this code. */
  readonly status: number | undefined;
  /** Further members of the error, such as S3's `Key`. */
  readonly extra: Readonly<Record<string, string>>;

  constructor(code: string, message: string, status?: number, extra: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.status = status;
    this.extra = extra;
  }
}

/** The lab's clock: real time plus what was advanced, or virtual time that only advancing moves. */
export interface LabClock {
  /** Milliseconds since the epoch. */
  now(): number;
  advance(milliseconds: number): void;
  /** Calls back when the virtual time has come, by waiting or by `advance`; returns how to cancel it. */
  at(milliseconds: number, action: () => void): () => void;
  /** The moment of the earliest timer; undefined where there is none. */
  next(): number | undefined;
}

/** One AWS service of the lab: its signing name, where its schemas come from, and what its operations do. */
export interface LabApi {
  /** Signing name, as in the credential scope. */
  readonly name: string;
  /** Client package with the schemas, loaded at the first request; absent for services without a public model. */
  readonly sdkPackage?: ClientPackage;
  readonly handlers: Handlers;
}

/** What a call is to the fault rules. */
export interface FaultSubject {
  readonly service: string;
  readonly operation: string;
  readonly accountId: string;
  readonly region: string;
  readonly input: Shape;
}

/** What a rule does to a call. */
export type FaultEffect =
  | { readonly error: string; readonly message?: string; readonly status?: number }
  /** An answer of the machines before the service; `after` lets the operation happen first. */
  | { readonly status: number; readonly after?: true }
  /** A quota is used up: the code the service has for that, which is not the one for a rate. */
  | { readonly quota: true }
  | { readonly latencyMs: number }
  /** Cuts the connection without an answer; `after` lets the operation happen first. */
  | { readonly drop: 'before' | 'after' }
  /** Announces the whole body, sends this many bytes of it and cuts the connection. */
  | { readonly truncate: number };

/** Where the endpoint asks, right after authentication, what goes wrong with a call; effects apply in order. */
export interface FaultSource {
  decide(subject: FaultSubject): readonly FaultEffect[];
}

/** What happened to one call, refused ones included: the lab's evidence of who asked what. */
export interface CallRecord {
  /** Milliseconds on the lab's clock. */
  readonly at: number;
  readonly requestId: string;
  readonly service: string;
  readonly operation: string;
  /** Absent where the caller could not be authenticated. */
  readonly arn?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** HTTP status answered; 0 where the connection was cut without an answer. */
  readonly status: number;
  readonly errorCode?: string;
  readonly faults: readonly FaultEffect[];
}
