// The arithmetic of Signature Version 4: hashes, derived keys and comparison in constant time.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The credential scope: `day/region/service/aws4_request`. */
export interface SigningScope {
  /** `YYYYMMDD`. */
  readonly day: string;
  readonly region: string;
  readonly service: string;
}

/** SHA-256 in lower-case hex. */
export function sha256Hex(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The key that a secret gives for one day, Region and service. */
export function signingKey(secretAccessKey: string, scope: SigningScope): Buffer {
  const day = hmac(`AWS4${secretAccessKey}`, scope.day);
  return hmac(hmac(hmac(day, scope.region), scope.service), 'aws4_request');
}

/** The scope as it stands in a string to sign. */
export function scopeText(scope: SigningScope): string {
  return `${scope.day}/${scope.region}/${scope.service}/aws4_request`;
}

/** Lower-case hex signature of a string. */
export function signText(key: Buffer, text: string): string {
  return hmac(key, text).toString('hex');
}

/** Whether two hex signatures are equal, without telling where they differ. */
export function isSameSignature(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
