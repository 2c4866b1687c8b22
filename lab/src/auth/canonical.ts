// The canonical request of Signature Version 4, built from what was actually received.
import { percentDecode, queryPairs, type ReceivedRequest, type SignatureClaim } from './claim.ts';
import { scopeText, sha256Hex } from './signing-key.ts';

/** RFC 3986 encoding: everything but letters, digits, `-`, `.`, `_` and `~`. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

const encodeSegments = (path: string): string => path.split('/').map(percentEncode).join('/');

/** S3 signs the path encoded once; every other service normalises it and encodes what was sent once more. */
function canonicalPath(rawPath: string, service: string): string {
  if (service === 's3')
    return (
      rawPath
        .split('/')
        .map((segment) => percentEncode(percentDecode(segment)))
        .join('/') || '/'
    );
  const segments: string[] = [];
  for (const segment of rawPath.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const trailing = segments.length > 0 && rawPath.endsWith('/') ? '/' : '';
  return encodeSegments(`/${segments.join('/')}${trailing}`);
}

function canonicalQuery(rawUrl: string): string {
  return queryPairs(rawUrl)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort(([leftName, leftValue], [rightName, rightValue]) =>
      leftName === rightName ? compareBytes(leftValue, rightValue) : compareBytes(leftName, rightName),
    )
    .map((pair) => pair.join('='))
    .join('&');
}

const compareBytes = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** A header that is signed but was not received counts as empty, so its signature does not match. */
const headerLine = (name: string, headers: Readonly<Record<string, string>>): string =>
  `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`;

/** The string whose signature the client claims; `payloadHash` is what stands for the body. */
export function stringToSign(request: ReceivedRequest, claim: SignatureClaim, payloadHash: string): string {
  const canonicalRequest = [
    request.method,
    canonicalPath(request.rawUrl.split('?')[0] ?? '/', claim.scope.service),
    canonicalQuery(request.rawUrl),
    claim.signedHeaders.map((name) => headerLine(name, request.headers)).join(''),
    claim.signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
  return ['AWS4-HMAC-SHA256', claim.dateTime, scopeText(claim.scope), sha256Hex(canonicalRequest)].join('\n');
}
