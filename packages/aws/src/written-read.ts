// Reads which objects S3 says were written, in its own notifications and in its events through EventBridge.
import { fieldsOf, type Fields, messageRead } from './message-read.ts';

export interface WrittenObject {
  readonly bucket: string;
  readonly key: string;
}

/** A key is at most 1,024 bytes (S3 user guide, object keys). */
const keyBytesMax = 1_024;

/**
 * null: it says nothing of an object that was written (the test message of a new notification, a deletion). Text: why it is refused. Size,
 * tag and time are left aside: a reader gets those from S3 with the object itself.
 */
export function writtenRead(body: string): readonly WrittenObject[] | null | string {
  const message = messageRead(body, 'no message of S3');
  if (typeof message === 'string') return message;
  if (message['Event'] === 's3:TestEvent') return null;
  if (message['source'] === 'aws.s3') return throughEventBridge(message);
  const records = message['Records'];
  if (!Array.isArray(records) || records.length === 0) return 'no message of S3';
  const written: WrittenObject[] = [];
  for (const record of records as readonly unknown[]) {
    const read = recordRead(fieldsOf(record) ?? {});
    if (typeof read === 'string') return read;
    if (read !== null) written.push(read);
  }
  return written.length > 0 ? written : null;
}

/** One record of S3's own; its key is written as in a form, blanks as plus signs (S3 user guide, event message structure). */
function recordRead(record: Fields): WrittenObject | null | string {
  if (record['eventSource'] !== 'aws:s3') return 'a record of another source';
  const name = record['eventName'];
  if (typeof name !== 'string') return 'a record without a name';
  if (!name.startsWith('ObjectCreated:')) return null;
  const s3 = fieldsOf(record['s3']);
  const encoded = fieldsOf(s3?.['object'])?.['key'];
  if (typeof encoded !== 'string') return 'no key';
  let key: string;
  try {
    key = decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch (fault) {
    if (fault instanceof URIError) return 'a key that is not URL-encoded';
    throw fault;
  }
  return object(s3?.['bucket'], key);
}

/** The same through EventBridge, where keys stand as they are. */
function throughEventBridge(event: Fields): readonly WrittenObject[] | null | string {
  // A wider rule than ours.
  if (event['detail-type'] !== 'Object Created') return null;
  const detail = fieldsOf(event['detail']);
  const read = object(detail?.['bucket'], fieldsOf(detail?.['object'])?.['key']);
  return typeof read === 'string' ? read : [read];
}

function object(bucket: unknown, key: unknown): WrittenObject | string {
  const name = fieldsOf(bucket)?.['name'];
  if (typeof name !== 'string' || !/^[\w.-]{3,255}$/.test(name)) return 'no bucket';
  if (typeof key !== 'string' || key === '') return 'no key';
  return Buffer.byteLength(key) > keyBytesMax ? `a key of more than ${keyBytesMax} bytes` : { bucket: name, key };
}
