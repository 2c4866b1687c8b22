// Verifies who sent a request: Signature Version 4 in the Authorization header or in a presigned URL.
import { AwsError, type Identity } from '../endpoint/contract.ts';
import { stringToSign } from './canonical.ts';
import { readClaim, type ReceivedRequest, type SignatureClaim } from './claim.ts';
import { refusal } from './refusal.ts';
import { isSameSignature, sha256Hex, type SigningScope, signingKey, signText } from './signing-key.ts';

export type IdentityOf = (accessKeyId: string) => Identity | undefined;

/** A request whose signature is right; what is needed to go on and verify the chunks of its body. */
export interface Verified {
  readonly identity: Identity;
  readonly scope: SigningScope;
  readonly presigned: boolean;
  readonly dateTime: string;
  readonly signature: string;
  readonly key: Buffer;
  /** What stood for the body in the signature: a hash, `UNSIGNED-PAYLOAD` or one of the `STREAMING-…` words. */
  readonly payloadHash: string;
}

/** How far a signature's time may be off: 15 minutes for S3, 5 for the others (AWS General Reference). */
const SKEW_MILLISECONDS = { s3: 15 * 60_000, other: 5 * 60_000 } as const;

/** Who signed the request; undefined for an unsigned one; an AwsError where the signature does not hold. */
export function verifySignature(request: ReceivedRequest, identityOf: IdentityOf, now: number): Verified | undefined {
  const claim = readClaim(request);
  if (claim === undefined) return undefined;
  const { service } = claim.scope;
  const identity = identityOf(claim.accessKeyId);
  if (identity === undefined) throw refusal(service, 'unknownKey');
  checkTime(claim, now);
  checkSession(identity, claim.sessionToken, service, now);
  checkSignedHeaders(request, claim);
  const payloadHash = payloadHashOf(request, claim);
  const key = signingKey(identity.secretAccessKey, claim.scope);
  if (!isSameSignature(claim.signature, signText(key, stringToSign(request, claim, payloadHash)))) {
    throw refusal(service, 'badSignature');
  }
  if (/^[0-9a-f]{64}$/.test(payloadHash) && payloadHash !== sha256Hex(request.body)) {
    const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    throw new AwsError('XAmzContentSHA256Mismatch', message, 400);
  }
  const { scope, presigned, dateTime, signature } = claim;
  return { identity, scope, presigned, dateTime, signature, key, payloadHash };
}

/** Whether a session still holds and its token was sent; used for form uploads as well. */
export function checkSession(identity: Identity, token: string | undefined, service: string, now: number): void {
  if (identity.sessionToken !== token) throw refusal(service, 'badToken');
  if (identity.expiresAt !== undefined && now >= identity.expiresAt) throw refusal(service, 'expiredToken');
}

/** The moment of a `YYYYMMDDTHHMMSSZ` text in milliseconds. */
export function readDateTime(dateTime: string): number {
  return Date.parse(dateTime.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function checkTime(claim: SignatureClaim, now: number): void {
  const { service } = claim.scope;
  const signedAt = readDateTime(claim.dateTime);
  if (Number.isNaN(signedAt)) throw refusal(service, 'incomplete', 'The date is not one');
  if (claim.expiresSeconds !== undefined) {
    const expiresAt = signedAt + claim.expiresSeconds * 1000;
    if (now > expiresAt) {
      const times = { Expires: new Date(expiresAt).toISOString(), ServerTime: new Date(now).toISOString() };
      throw new AwsError('AccessDenied', 'Request has expired', 403, times);
    }
    if (signedAt > now + SKEW_MILLISECONDS.s3) throw new AwsError('AccessDenied', 'Request is not yet valid', 403);
    return;
  }
  const skew = service === 's3' ? SKEW_MILLISECONDS.s3 : SKEW_MILLISECONDS.other;
  if (Math.abs(now - signedAt) <= skew) return;
  const message = `Signature expired: ${claim.dateTime} is not within ${skew / 60_000} minutes of ${new Date(now).toISOString()}`;
  throw refusal(service, 'skewed', service === 's3' ? undefined : message);
}

/** Host always; for S3 also every `x-amz-` header that was sent. */
function checkSignedHeaders(request: ReceivedRequest, claim: SignatureClaim): void {
  if (!claim.signedHeaders.includes('host')) throw refusal(claim.scope.service, 'incomplete', 'Host must be signed');
  if (claim.scope.service !== 's3') return;
  const unsigned = Object.keys(request.headers).filter(
    (name) => name.startsWith('x-amz-') && !claim.signedHeaders.includes(name),
  );
  if (unsigned.length === 0) return;
  const message = 'There were headers present in the request which were not signed';
  throw new AwsError('AccessDenied', message, 403, { HeadersNotSigned: unsigned.join(', ') });
}

function payloadHashOf(request: ReceivedRequest, claim: SignatureClaim): string {
  const declared = request.headers['x-amz-content-sha256'];
  if (claim.scope.service !== 's3') return sha256Hex(request.body);
  if (claim.presigned) return declared ?? 'UNSIGNED-PAYLOAD';
  if (declared === undefined) {
    throw new AwsError('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256', 400);
  }
  return declared;
}
