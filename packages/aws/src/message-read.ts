// Reads the body of a queue's message as the fields of one JSON object; whatever else stands there is refused with the reason.

/** SQS takes a mebibyte; what we ask for has some kilobytes (EventBridge quota: 256 KiB an entry; S3: 64 KB a notification). */
const lengthMax = 262_144;

export type Fields = Readonly<Record<string, unknown>>;

/** Text: why it is refused. `otherwise` is said of JSON that is no object. */
export function messageRead(body: string, otherwise: string): Fields | string {
  if (body.length > lengthMax) return `longer than ${lengthMax} characters`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (fault) {
    if (fault instanceof SyntaxError) return 'no JSON';
    throw fault;
  }
  return fieldsOf(parsed) ?? otherwise;
}

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}
