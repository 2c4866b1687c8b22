// What a simulated host sends with its role's credentials: one PUT that it signs itself, in its headers.
import { stringToSign } from '../auth/canonical.ts';
import { scopeText, sha256Hex, signingKey, signText } from '../auth/signing-key.ts';
import type { Identity } from '../endpoint/contract.ts';
import { parameterOf, type Scene } from './scene.ts';

interface RolePut {
  readonly url: string;
  readonly region: string;
  /** Account that must own the bucket. */
  readonly owner: string;
  readonly at: Date;
}

/** The headers of a signed PUT, `host` aside, which every client sends by itself. */
function rolePutHeaders(identity: Identity, put: RolePut, body: Buffer): Readonly<Record<string, string>> {
  const { host, pathname } = new URL(put.url);
  const dateTime = put.at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const hash = sha256Hex(body);
  const headers = {
    'if-none-match': '*',
    'x-amz-content-sha256': hash,
    'x-amz-date': dateTime,
    'x-amz-expected-bucket-owner': put.owner,
    ...(identity.sessionToken === undefined ? {} : { 'x-amz-security-token': identity.sessionToken }),
  };
  const scope = { day: dateTime.slice(0, 8), region: put.region, service: 's3' };
  const signedHeaders = ['host', ...Object.keys(headers)];
  const { accessKeyId } = identity;
  const claim = { accessKeyId, scope, dateTime, signedHeaders, signature: '', presigned: false };
  const request = { method: 'PUT', rawUrl: pathname, headers: { ...headers, host }, body };
  const signature = signText(signingKey(identity.secretAccessKey, scope), stringToSign(request, claim, hash));
  const parts = [
    `Credential=${accessKeyId}/${scopeText(scope)}`,
    `SignedHeaders=${signedHeaders.join(';')}`,
    `Signature=${signature}`,
  ];
  return { ...headers, authorization: `AWS4-HMAC-SHA256 ${parts.join(', ')}` };
}

/** One PUT with the role of the host, wherever it says; 403 where it has none, as S3 would answer to nobody. */
export async function putByRole(scene: Scene, url: string, body: Buffer): Promise<number> {
  const { message, transfer, signal, clock } = scene;
  const identity = scene.role();
  if (identity === null) return 403;
  const [region, owner] = [parameterOf(message, 'ResultRegion'), parameterOf(message, 'ResultOwner')];
  const headers = rolePutHeaders(identity, { url, region, owner, at: new Date(clock.now()) }, body);
  return transfer.put(url, [body], signal, headers);
}
