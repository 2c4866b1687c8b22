// What a lab service is: handlers over decoded input, the caller they serve, and errors in AWS's own words.

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
  /** Raw body, for services that store it. */
  readonly body: Buffer;
}

/** Input and output are plain objects in the SDK's own shapes (member names of the operation's schemas). */
// biome-ignore lint: the shapes are the SDK's, checked by the codec at run time
export type Shape = Record<string, any>;
export type Handler = (input: Shape, call: Call) => Promise<Shape | void> | Shape | void;
export type Handlers = Readonly<Record<string, Handler>>;

/** An error as the service would answer it; the endpoint writes it in the envelope of the caller's protocol. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error, such as S3's `Key`. */
  readonly extra: Readonly<Record<string, string>>;

  constructor(code: string, message: string, status = 400, extra: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.status = status;
    this.extra = extra;
  }
}

/** The lab's virtual clock: real time plus what was advanced. */
export interface LabClock {
  /** Milliseconds since the epoch. */
  now(): number;
  advance(milliseconds: number): void;
  /** Calls back when the virtual time has come, by waiting or by `advance`; returns how to cancel it. */
  at(milliseconds: number, action: () => void): () => void;
}
