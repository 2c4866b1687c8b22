// Sorts what a call can throw into the few kinds that matter, and leaves bugs to be thrown.

/**
 * `denied`: an IAM action is missing; `expired`: other credentials are needed; `throttled`: a rate; `limit`: a quota that
 * waiting does not cure; `timeout`, `network`, `server`, `malformed`: the answer is not known; `refused`: any other modelled error.
 */
export type FaultKind =
  | 'denied'
  | 'expired'
  | 'throttled'
  | 'limit'
  | 'timeout'
  | 'network'
  | 'server'
  | 'malformed'
  | 'refused';

export interface Fault {
  readonly kind: FaultKind;
  /** The service's error code, or `NetworkError`, `TimeoutError`, `NoCredentials`, `MalformedAnswer`. */
  readonly code: string;
  /** Cleaned of control characters, at most 300 characters. */
  readonly message: string;
}

const denied = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'AuthorizationError',
  'Forbidden',
]);
/** The lower half: a service that does not know a session, or not yet (IAM User Guide, "Changes that I make are not always immediately visible"). */
const expired = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'TokenRefreshRequired',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidToken',
  'UnrecognizedClientException',
]);

/**
 * Rate codes of the SDK's own list (@smithy/core, service-error-classification) without LimitExceededException, which
 * services also use for quotas.
 */
const throttled = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RateExceeded',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);
const quota = /LimitExceeded(?:Exception)?$|QuotaExceeded(?:Exception)?$|PermissionLimit$/;
const timedOut = new Set(['TimeoutError', 'RequestTimeout', 'RequestTimeoutException']);

/** Codes of the system, of TLS and of Node's HTTP parser for a connection that failed; other codes of Node are bugs. */
const broken =
  /^(?:E(?!RR_|TIMEDOUT)[A-Z0-9_]+|ERR_(?:TLS|SSL|STREAM_PREMATURE)\w*|HPE_\w+|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/;

/** Refusals at the door for the time of a signature (AWS SDK, service-error-classification): nothing behind it saw the request. */
const outOfTime = new Set([
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);

interface Thrown {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly $fault?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly clockSkewCorrected?: boolean };
}

/** A request that was refused for its time alone, by a client that has learnt the right one from the answer: made again, it is made once. */
export function clockCorrected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { $metadata }: Thrown = error;
  return $metadata?.clockSkewCorrected === true && outOfTime.has(error.name);
}

/** The fault in what the SDK threw; null where it is not a fault of a call but a bug. */
export function faultOf(error: unknown): Fault | null {
  if (!(error instanceof Error)) return null;
  const thrown: Thrown = error;
  const status = thrown.$metadata?.httpStatusCode;
  if (thrown.$fault !== undefined) return serviceFault(error.name, error.message, status);
  // The SDK also names resets TimeoutError, so the system's own code is asked first.
  if (typeof thrown.code === 'string' && broken.test(thrown.code))
    return { kind: 'network', code: 'NetworkError', message: clean(`${thrown.code}: ${firstLine(error.message)}`) };
  if (timedOut.has(error.name) || thrown.code === 'ETIMEDOUT')
    return { kind: 'timeout', code: 'TimeoutError', message: clean(firstLine(error.message)) };
  if (/Credential|TokenProvider/.test(error.name))
    return { kind: 'refused', code: 'NoCredentials', message: clean(error.message) };
  return status === undefined ? null : strangeAnswer(error.message, status);
}

function serviceFault(name: string, message: string, status: number | undefined): Fault {
  // An answer without a readable error, as a proxy gives it, has no code of its own.
  const nameless = /^(?:\d{3}|Unknown(?:Error)?|Error)$/.test(name);
  const code = nameless ? `Http${status ?? 'Unknown'}` : clean(name);
  return { kind: kindOf(code, status), code, message: clean(message) };
}

function kindOf(code: string, status: number | undefined): FaultKind {
  if (denied.has(code)) return 'denied';
  if (expired.has(code)) return 'expired';
  if (throttled.has(code) || status === 429) return 'throttled';
  if (quota.test(code)) return 'limit';
  if (timedOut.has(code) || status === 408) return 'timeout';
  return status !== undefined && status >= 500 ? 'server' : 'refused';
}

/** An answer that the SDK could not read: a proxy's page, or one cut short. */
function strangeAnswer(message: string, status: number): Fault {
  const told = clean(firstLine(message));
  if (status >= 500) return { kind: 'server', code: `Http${status}`, message: told };
  return { kind: 'malformed', code: 'MalformedAnswer', message: `HTTP ${status}: ${told}`.slice(0, 300) };
}

/** The SDK adds a hint for programmers in further lines. */
function firstLine(message: string): string {
  return message.split('\n')[0] ?? '';
}

/** One line of at most 300 characters, without control characters or marks that turn the direction of text. */
export function clean(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const letters = Array.from(line);
  return letters.length <= 300 ? line : `${letters.slice(0, 299).join('')}…`;
}
