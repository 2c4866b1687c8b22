// What a request claims about its signer: read from the Authorization header or from a presigned query string.
import { AwsError } from '../endpoint/contract.ts';
import { refusal } from './refusal.ts';
import { scopeText, type SigningScope } from './signing-key.ts';

/** A request as it came off the wire. */
export interface ReceivedRequest {
  readonly method: string;
  /** Exactly what stood on the request line. */
  readonly rawUrl: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface SignatureClaim {
  readonly accessKeyId: string;
  readonly scope: SigningScope;
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly dateTime: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly sessionToken?: string;
  readonly presigned: boolean;
  /** Validity of a presigned URL in seconds, as claimed. */
  readonly expiresSeconds?: number;
}

/** AWS's limit for presigned URLs: seven days. */
const EXPIRES_SECONDS_MAX = 604_800;

/** Percent-decoding that leaves text which is not valid as it stands, so that its signature simply will not match. */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not a gap: malformed escapes are data here, compared byte for byte with what was signed.
    return text;
  }
}

/** Query pairs in their order, decoded; `+` stays a plus, as signers take it. */
export function queryPairs(rawUrl: string): readonly (readonly [name: string, value: string])[] {
  const start = rawUrl.indexOf('?');
  if (start < 0 || start === rawUrl.length - 1) return [];
  return rawUrl
    .slice(start + 1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return [percentDecode(name), percentDecode(rest.join('='))] as const;
    });
}

/** Reads a credential scope such as `AKIA…/20260101/us-east-1/ssm/aws4_request`. */
export function readCredential(credential: string): { accessKeyId: string; scope: SigningScope } | undefined {
  const parts = credential.split('/');
  const [accessKeyId, day, region, service, terminator] = parts;
  if (parts.length !== 5 || terminator !== 'aws4_request') return undefined;
  if (!accessKeyId || !day || !region || !service || !/^\d{8}$/.test(day)) return undefined;
  return { accessKeyId, scope: { day, region, service } };
}

/** The service named in the claimed scope, however broken the rest is; undefined for unsigned requests. */
export function claimedService(request: ReceivedRequest): string | undefined {
  const credential =
    /Credential=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1] ??
    new Map(queryPairs(request.rawUrl)).get('X-Amz-Credential');
  return credential?.split('/')[3];
}

/** The claim of a request; undefined where it carries none. */
export function readClaim(request: ReceivedRequest): SignatureClaim | undefined {
  const query = new Map(queryPairs(request.rawUrl));
  const authorization = request.headers.authorization;
  const presigned = query.has('X-Amz-Algorithm') || query.has('X-Amz-Signature');
  if (presigned && authorization !== undefined) {
    const message =
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter or the Authorization header';
    throw new AwsError('InvalidArgument', message, 400);
  }
  if (presigned) return readQueryClaim(query);
  return authorization === undefined ? undefined : readHeaderClaim(authorization, request.headers);
}

function readHeaderClaim(authorization: string, headers: Readonly<Record<string, string>>): SignatureClaim {
  const service = /Credential=[^/]*\/[^/]*\/[^/]*\/([^/]*)/.exec(authorization)?.[1] ?? '';
  if (!authorization.startsWith('AWS4-HMAC-SHA256 ')) {
    throw refusal(service, 'incomplete', 'Only AWS4-HMAC-SHA256 is accepted');
  }
  const fields = new Map(
    authorization
      .slice('AWS4-HMAC-SHA256 '.length)
      .split(/\s*,\s*/)
      .map((field) => [field.split('=')[0] ?? '', field.slice(field.indexOf('=') + 1)] as const),
  );
  const sessionToken = headers['x-amz-security-token'];
  return assemble({
    service,
    credential: fields.get('Credential'),
    dateTime: headers['x-amz-date'] ?? compactDate(headers.date),
    signedHeaders: fields.get('SignedHeaders'),
    signature: fields.get('Signature'),
    ...(sessionToken === undefined ? {} : { sessionToken }),
    presigned: false,
  });
}

/** A client may send only `Date`; its scope still needs the compact form. */
function compactDate(date: string | undefined): string | undefined {
  const moment = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function readQueryClaim(query: ReadonlyMap<string, string>): SignatureClaim {
  const service = query.get('X-Amz-Credential')?.split('/')[3] ?? '';
  const wrong = (message: string) => new AwsError('AuthorizationQueryParametersError', message, 400);
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') {
    throw wrong('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  }
  const expires = query.get('X-Amz-Expires');
  if (expires === undefined || !/^-?\d+$/.test(expires)) throw wrong('X-Amz-Expires should be a number');
  if (Number(expires) < 1) throw wrong('X-Amz-Expires must be positive');
  if (Number(expires) > EXPIRES_SECONDS_MAX) {
    throw wrong(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  }
  const sessionToken = query.get('X-Amz-Security-Token');
  return assemble({
    service,
    credential: query.get('X-Amz-Credential'),
    dateTime: query.get('X-Amz-Date'),
    signedHeaders: query.get('X-Amz-SignedHeaders'),
    signature: query.get('X-Amz-Signature'),
    ...(sessionToken === undefined ? {} : { sessionToken }),
    presigned: true,
    expiresSeconds: Number(expires),
  });
}

interface RawClaim {
  readonly service: string;
  readonly credential: string | undefined;
  readonly dateTime: string | undefined;
  readonly signedHeaders: string | undefined;
  readonly signature: string | undefined;
  readonly sessionToken?: string;
  readonly presigned: boolean;
  readonly expiresSeconds?: number;
}

function assemble(raw: RawClaim): SignatureClaim {
  const { service, credential, dateTime, signedHeaders, signature, ...rest } = raw;
  const read = credential === undefined ? undefined : readCredential(credential);
  if (read === undefined) throw refusal(service, 'incomplete', 'The credential scope is malformed');
  if (dateTime === undefined || !/^\d{8}T\d{6}Z$/.test(dateTime) || !dateTime.startsWith(read.scope.day)) {
    throw refusal(service, 'incomplete', `The date does not fit the scope ${scopeText(read.scope)}`);
  }
  if (!signature || !signedHeaders) throw refusal(service, 'incomplete', 'Signature or SignedHeaders is missing');
  return { ...read, dateTime, signedHeaders: signedHeaders.split(';'), signature, ...rest };
}
