// What a simulated host asks with its role's credentials: a PUT or a GET that it signs itself, in its headers.
import { stringToSign } from '../auth/canonical.ts';
import { scopeText, sha256Hex, signingKey, signText } from '../auth/signing-key.ts';
import type { Identity } from '../endpoint/contract.ts';
import { parameterOf, type Scene } from './scene.ts';

interface RoleRequest {
  readonly method: 'PUT' | 'GET';
  readonly url: string;
  readonly region: string;
  /** Account that must own the bucket. */
  readonly owner: string;
  readonly at: Date;
}

/** The headers of a signed request, `host` aside, which every client sends by itself. */
function roleHeaders(identity: Identity, asked: RoleRequest, body: Buffer): Readonly<Record<string, string>> {
  const { host, pathname } = new URL(asked.url);
  const dateTime = asked.at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const hash = sha256Hex(body);
  const headers = {
    ...(asked.method === 'PUT' ? { 'if-none-match': '*' } : {}),
    'x-amz-content-sha256': hash,
    'x-amz-date': dateTime,
    'x-amz-expected-bucket-owner': asked.owner,
    ...(identity.sessionToken === undefined ? {} : { 'x-amz-security-token': identity.sessionToken }),
  };
  const scope = { day: dateTime.slice(0, 8), region: asked.region, service: 's3' };
  const signedHeaders = ['host', ...Object.keys(headers)];
  const { accessKeyId } = identity;
  const claim = { accessKeyId, scope, dateTime, signedHeaders, signature: '', presigned: false };
  const request = { method: asked.method, rawUrl: pathname, headers: { ...headers, host }, body };
  const signature = signText(signingKey(identity.secretAccessKey, scope), stringToSign(request, claim, hash));
  const parts = [
    `Credential=${accessKeyId}/${scopeText(scope)}`,
    `SignedHeaders=${signedHeaders.join(';')}`,
    `Signature=${signature}`,
  ];
  return { ...headers, authorization: `AWS4-HMAC-SHA256 ${parts.join(', ')}` };
}

/** Headers of a request with new credentials of the host's role; null where it has none. */
function signedBy(
  scene: Scene,
  method: 'PUT' | 'GET',
  url: string,
  body: Buffer,
): ReturnType<typeof roleHeaders> | null {
  const { message, clock } = scene;
  const identity = scene.role();
  if (identity === null) return null;
  const [region, owner] = [parameterOf(message, 'ResultRegion'), parameterOf(message, 'ResultOwner')];
  return roleHeaders(identity, { method, url, region, owner, at: new Date(clock.now()) }, body);
}

/** One PUT with the role of the host, wherever it says; 403 where it has none, as S3 would answer to nobody. */
export async function putByRole(scene: Scene, url: string, body: Buffer): Promise<number> {
  const headers = signedBy(scene, 'PUT', url, body);
  return headers === null ? 403 : scene.transfer.put(url, [body], scene.signal, headers);
}

/** The bytes of an object, or the status that was not 200. */
export async function getByRole(scene: Scene, url: string): Promise<Buffer | number> {
  const headers = signedBy(scene, 'GET', url, Buffer.alloc(0));
  return headers === null ? 403 : scene.transfer.get(url, scene.signal, headers);
}
