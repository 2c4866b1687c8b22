// S3's form upload: the form read, its policy verified, and the answer the form asks for.
import { type PostVerified, verifyPostPolicy } from '../auth/post-policy.ts';
import type { IdentityOf } from '../auth/sigv4.ts';
import { readForm } from '../wire/multipart.ts';
import { escapeXml } from '../wire/xml-tree.ts';
import { type Answer, requestIdHeaders } from './answer.ts';
import type { Arrival } from './arrival.ts';
import { AwsError, type Shape } from './contract.ts';
import { readS3Address } from './s3-address.ts';

export interface PostObject extends PostVerified {
  readonly input: Shape;
}

/** Whether a request is a form upload to a bucket. */
export function isPostObject(arrival: Arrival): boolean {
  const isForm = arrival.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  if (arrival.method !== 'POST' || !isForm || arrival.headers['x-amz-target'] !== undefined) return false;
  const address = readS3Address(arrival.headers.host ?? '', arrival.rawPath);
  return address.bucket !== undefined && address.path === '/';
}

/** The upload and who signed its policy. */
export function readPostObject(arrival: Arrival, identityOf: IdentityOf, now: number): PostObject {
  const { bucket = '' } = readS3Address(arrival.headers.host ?? '', arrival.rawPath);
  const form = readForm(arrival.headers['content-type'] ?? '', arrival.body);
  if (form.file === undefined) {
    throw new AwsError('InvalidArgument', 'POST requires exactly one file upload per request.', 400);
  }
  const template = form.fields.get('key');
  if (template === undefined) {
    throw new AwsError('InvalidArgument', "Bucket POST must contain a field named 'key'.", 400);
  }
  const key = template.replaceAll('${filename}', form.file.name);
  const fields = new Map(form.fields).set('key', key);
  const verified = verifyPostPolicy({ bucket, fields, sizeBytes: form.file.bytes.length }, identityOf, now);
  const prefix = 'x-amz-meta-';
  const metadata = [...fields].filter(([name]) => name.startsWith(prefix));
  const contentType = fields.get('content-type');
  const input: Shape = {
    Bucket: bucket,
    Key: key,
    Body: form.file.bytes,
    Fields: Object.fromEntries(fields),
    Metadata: Object.fromEntries(metadata.map(([name, text]) => [name.slice(prefix.length), text])),
    ...(contentType === undefined ? {} : { ContentType: contentType }),
  };
  return { ...verified, input };
}

/** 204, or what the form's `success_action_status` asks for. */
export function writePostAnswer(input: Shape, output: Shape, host: string, requestId: string): Answer {
  const asked = String(input.Fields.success_action_status ?? '');
  const status = asked === '200' || asked === '201' ? Number(asked) : 204;
  const location = output.Location ?? `http://${host}/${input.Bucket}/${encodeURIComponent(input.Key)}`;
  const headers: Record<string, string> = { ...requestIdHeaders('rest-xml', requestId), location };
  if (output.ETag !== undefined) headers.etag = output.ETag;
  if (status !== 201) return { status, headers, body: Buffer.alloc(0) };
  const members = { Location: location, Bucket: input.Bucket, Key: input.Key, ETag: output.ETag ?? '' };
  const content = Object.entries(members).map(([name, text]) => `<${name}>${escapeXml(String(text))}</${name}>`);
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<PostResponse>${content.join('')}</PostResponse>`;
  return { status, headers: { ...headers, 'content-type': 'application/xml' }, body: Buffer.from(body) };
}
