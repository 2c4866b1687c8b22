// Forms in multipart/form-data, as browsers and curl upload them: named fields, then one file.
import { malformed } from './malformed.ts';

export interface UploadForm {
  /** By lower-case name, because S3 compares form fields without regard to case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly file?: { readonly name: string; readonly bytes: Buffer };
}

/** Fields up to and including `file`; what follows the file is ignored, as S3 does. */
export function readForm(contentType: string, body: Buffer): UploadForm {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw malformed('The form has no boundary', 'MalformedPOSTRequest');
  const fields = new Map<string, string>();
  const delimiter = Buffer.from(`\r\n--${mark}`);
  // A leading line end lets the first delimiter look like all others.
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  let start = whole.indexOf(delimiter);
  while (start >= 0) {
    const next = whole.indexOf(delimiter, start + delimiter.length);
    if (next < 0) break;
    const part = readPart(whole.subarray(start + delimiter.length + 2, next));
    if (part.name === 'file') return { fields, file: { name: part.fileName ?? '', bytes: part.bytes } };
    fields.set(part.name, part.bytes.toString());
    start = next;
  }
  return { fields };
}

function readPart(part: Buffer): { name: string; fileName?: string; bytes: Buffer } {
  const headEnd = part.indexOf('\r\n\r\n');
  if (headEnd < 0) throw malformed('A part of the form has no head', 'MalformedPOSTRequest');
  const head = part.subarray(0, headEnd).toString();
  const name = /;\s*name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) throw malformed('A part of the form has no name', 'MalformedPOSTRequest');
  const fileName = /;\s*filename="([^"]*)"/i.exec(head)?.[1];
  const bytes = part.subarray(headEnd + 4);
  return { name: name.toLowerCase(), bytes, ...(fileName === undefined ? {} : { fileName }) };
}
