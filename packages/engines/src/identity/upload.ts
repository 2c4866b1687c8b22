// An upload that proves who made it: the host's signed identity document, then the archive; taken apart and held against its target.
import { signedMessageOpen } from './signed-message.ts';

/** What the identity and the lines around it may take: the metadata service's message has about 2,000 characters. */
export const identityBytesMax = 8192;
const firstLine = 'bongsu-identity 1\n';

export interface IdentityExpected {
  readonly accountId: string;
  readonly region: string;
  readonly instanceId: string;
}

export type ProvenUpload = { readonly archive: Buffer } | { readonly refused: string; readonly bytes: Buffer };

/**
 * The archive, where the identity before it is this instance's by the word of one of the certificates. Of an upload larger than `bytesMax`
 * no more is read than is needed to refuse it.
 */
export async function provenUpload(
  source: AsyncIterable<Uint8Array>,
  bytesMax: number,
  expected: IdentityExpected,
  certificates: readonly string[],
): Promise<ProvenUpload> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > bytesMax) return { refused: `larger than ${bytesMax} bytes`, bytes: Buffer.concat(chunks) };
  }
  const bytes = Buffer.concat(chunks);
  const opened = uploadOpen(bytes, expected, certificates);
  return 'refused' in opened ? { ...opened, bytes } : opened;
}

function uploadOpen(
  bytes: Buffer,
  expected: IdentityExpected,
  certificates: readonly string[],
): { readonly archive: Buffer } | { readonly refused: string } {
  if (certificates.length === 0) return { refused: `no certificate is known for identities of ${expected.region}` };
  const end = bytes.subarray(0, identityBytesMax).indexOf('\n', firstLine.length);
  if (end < 0 || bytes.subarray(0, firstLine.length).toString('latin1') !== firstLine)
    return { refused: 'no identity stands before the archive' };
  const message = bytes.subarray(firstLine.length, end).toString('latin1');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(message)) return { refused: 'the identity is not base64' };
  const opened = signedMessageOpen(Buffer.from(message, 'base64'), certificates);
  if ('fault' in opened) return { refused: opened.fault };
  const fault = documentFault(opened.content.toString('utf8'), expected);
  return fault === null ? { archive: bytes.subarray(end + 1) } : { refused: fault };
}

function documentFault(text: string, expected: IdentityExpected): string | null {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return 'the identity document is not readable';
  }
  if (typeof said !== 'object' || said === null) return 'the identity document is not readable';
  const document = said as Readonly<Record<string, unknown>>;
  if (document['instanceId'] !== expected.instanceId) return 'the identity is another instance’s';
  if (document['accountId'] !== expected.accountId) return 'the identity is another account’s';
  return document['region'] === expected.region ? null : 'the identity is another Region’s';
}
