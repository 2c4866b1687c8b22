// Bodies in aws-chunked encoding: chunk signatures verified, trailing checksums read, plain bytes given back.
import { AwsError } from '../endpoint/contract.ts';
import { refusal } from './refusal.ts';
import { isSameSignature, scopeText, sha256Hex, signText } from './signing-key.ts';
import type { Verified } from './sigv4.ts';

export interface DecodedBody {
  readonly body: Buffer;
  /** Headers that came after the body, by lower-case name. */
  readonly trailers: Readonly<Record<string, string>>;
}

interface Chunk {
  readonly bytes: Buffer;
  readonly signature: string;
}

const broken = (what: string): AwsError => new AwsError('IncompleteBody', what, 400);

/** The plain body of a request whose payload hash says `STREAMING-…`. */
export function decodeChunkedBody(
  raw: Buffer,
  verified: Verified,
  headers: Readonly<Record<string, string>>,
): DecodedBody {
  const signed = verified.payloadHash.startsWith('STREAMING-AWS4-HMAC-SHA256-PAYLOAD');
  if (!signed && verified.payloadHash !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    throw new AwsError('InvalidArgument', `${verified.payloadHash} is not supported`, 400);
  }
  const { chunks, rest } = readChunks(raw);
  const { trailers, signature } = readTrailers(rest);
  if (signed) verifyChunks(chunks, { trailers, signature }, verified);
  const body = Buffer.concat(chunks.map((chunk) => chunk.bytes));
  const declared = headers['x-amz-decoded-content-length'];
  if (declared === undefined)
    throw new AwsError('MissingContentLength', 'x-amz-decoded-content-length is missing', 411);
  if (Number(declared) !== body.length) throw broken('You did not provide the number of bytes you declared.');
  for (const announced of (headers['x-amz-trailer'] ?? '').split(',').map((name) => name.trim().toLowerCase())) {
    if (announced !== '' && trailers[announced] === undefined) {
      throw new AwsError('MalformedTrailerError', `The trailer ${announced} was announced but not sent`, 400);
    }
  }
  return { body, trailers };
}

/** All chunks, the last and empty one included, and what follows it. */
function readChunks(raw: Buffer): { chunks: readonly Chunk[]; rest: Buffer } {
  const chunks: Chunk[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = raw.indexOf('\r\n', at);
    if (lineEnd < 0) throw broken('A chunk has no size line');
    const line = /^([0-9a-f]+)(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(
      raw.subarray(at, lineEnd).toString('latin1'),
    );
    if (line === null) throw broken('The size line of a chunk is malformed');
    const sizeBytes = Number.parseInt(line[1] ?? '', 16);
    const start = lineEnd + 2;
    chunks.push({ bytes: raw.subarray(start, start + sizeBytes), signature: line[2] ?? '' });
    if (sizeBytes === 0) return { chunks, rest: raw.subarray(start) };
    if (raw.length < start + sizeBytes + 2) throw broken('The body ends within a chunk');
    at = start + sizeBytes + 2;
  }
}

function readTrailers(rest: Buffer): { trailers: Record<string, string>; signature?: string } {
  const lines = rest
    .toString('latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const pairs = lines.map((line) => [
    line.slice(0, line.indexOf(':')).trim().toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  const { 'x-amz-trailer-signature': signature, ...trailers } = Object.fromEntries(pairs) as Record<string, string>;
  return { trailers, ...(signature === undefined ? {} : { signature }) };
}

function verifyChunks(
  chunks: readonly Chunk[],
  trailing: { trailers: Readonly<Record<string, string>>; signature: string | undefined },
  verified: Verified,
): void {
  const head = [verified.dateTime, scopeText(verified.scope)];
  let previous = verified.signature;
  for (const chunk of chunks) {
    const text = ['AWS4-HMAC-SHA256-PAYLOAD', ...head, previous, sha256Hex(''), sha256Hex(chunk.bytes)].join('\n');
    if (!isSameSignature(chunk.signature, signText(verified.key, text))) throw refusal('s3', 'badSignature');
    previous = chunk.signature;
  }
  if (!verified.payloadHash.endsWith('-TRAILER')) return;
  const content = Object.entries(trailing.trailers)
    .map(([name, value]) => `${name}:${value}\n`)
    .join('');
  const text = ['AWS4-HMAC-SHA256-TRAILER', ...head, previous, sha256Hex(content)].join('\n');
  if (!isSameSignature(trailing.signature ?? '', signText(verified.key, text))) throw refusal('s3', 'badSignature');
}
