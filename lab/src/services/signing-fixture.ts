// Requests signed by the SDK's own signer, for tests: presigned URLs, and the calls of an agent that has no client.
import { S3Client } from '@aws-sdk/client-s3';
import { HttpRequest } from '@smithy/core/protocols';
import type { Lab, LabCredentials } from '../lab.ts';
import { seoul } from './lab-fixture.ts';

/** The resolved signer can do more than its declared type says. */
interface Signer {
  presign(request: HttpRequest, options: object): Promise<HttpRequest>;
  sign(request: HttpRequest, options: object): Promise<HttpRequest>;
}

async function signerOf(credentials: LabCredentials): Promise<Signer> {
  const { config } = new S3Client({ region: seoul, credentials });
  return (await config.signer()) as unknown as Signer;
}

function requestTo(lab: Lab, method: string, path: string, headers: Record<string, string>, body = ''): HttpRequest {
  const { hostname, host, port } = new URL(lab.url);
  const address = { protocol: 'http:', hostname, port: Number(port) };
  return new HttpRequest({ ...address, method, path, headers: { host, ...headers }, body });
}

/** A URL for one PUT by the central account, with `headers` signed; ends after `seconds` on the lab's clock. */
export async function presignedPut(
  lab: Lab,
  path: string,
  headers: Record<string, string>,
  seconds: number,
): Promise<string> {
  const signer = await signerOf(lab.centralCredentials);
  const hash = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
  const signed = await signer.presign(requestTo(lab, 'PUT', path, { ...hash, ...headers }), {
    expiresIn: seconds,
    signingDate: new Date(lab.clock.now()),
    unhoistableHeaders: new Set(Object.keys(headers)),
  });
  return `${lab.url}${path}?${new URLSearchParams(signed.query as Record<string, string>).toString()}`;
}

/** One JSON call of a real agent; gives the status and the answer. */
export async function agentCall(
  lab: Lab,
  credentials: LabCredentials,
  [service, target]: readonly [service: 'ssm' | 'ec2messages', target: string],
  input: object,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const signer = await signerOf(credentials);
  const prefix = service === 'ssm' ? 'AmazonSSM' : 'EC2WindowsMessageDeliveryService';
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${prefix}.${target}` };
  const request = requestTo(lab, 'POST', '/', headers, JSON.stringify(input));
  const signed = await signer.sign(request, { signingService: service, signingDate: new Date(lab.clock.now()) });
  const answer = await fetch(lab.url, { method: 'POST', headers: signed.headers, body: request.body });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
