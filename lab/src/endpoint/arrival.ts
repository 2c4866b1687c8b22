// A request as it arrived: what it says of its protocol, service and operation before anything is decoded.
import type { IncomingMessage } from 'node:http';
import { claimedService, type ReceivedRequest } from '../auth/claim.ts';

export type Protocol = 'json-1.0' | 'json-1.1' | 'cbor' | 'query' | 'ec2' | 'rest-json' | 'rest-xml';

/** How a request is put together, before the service's model says which dialect it is. */
export type Manner = 'json-1.0' | 'json-1.1' | 'cbor' | 'form' | 'rest';

export interface Arrival extends ReceivedRequest {
  readonly manner: Manner;
  /** Signing name claimed; for unsigned REST requests S3, the only service that takes them. */
  readonly service: string | undefined;
  /** Path as sent, still encoded. */
  readonly rawPath: string;
  readonly query: URLSearchParams;
  /** Form fields of the query protocols. */
  readonly form: URLSearchParams;
}

/** Reads a request to its end. */
export async function readArrival(message: IncomingMessage): Promise<Arrival> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  const rawUrl = message.url ?? '/';
  const request = { method: message.method ?? 'GET', rawUrl, headers, body: Buffer.concat(chunks) };
  const [rawPath = '/', ...rest] = rawUrl.split('?');
  const query = new URLSearchParams(rest.join('?'));
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const form = isForm ? new URLSearchParams(request.body.toString()) : query;
  const manner = mannerOf(rawPath, headers, form, isForm || rawPath === '/');
  const service = claimedService(request) ?? (manner === 'rest' ? 's3' : undefined);
  return { ...request, manner, service, rawPath, query, form };
}

function mannerOf(
  rawPath: string,
  headers: Readonly<Record<string, string>>,
  form: URLSearchParams,
  mayBeForm: boolean,
): Manner {
  if (/^\/service\/[^/]+\/operation\/[^/]+$/.test(rawPath)) return 'cbor';
  if (headers['x-amz-target'] !== undefined) {
    return headers['content-type']?.includes('json-1.0') ? 'json-1.0' : 'json-1.1';
  }
  return mayBeForm && form.has('Action') ? 'form' : 'rest';
}
