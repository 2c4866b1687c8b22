// Responses of rest-json and rest-xml: headers, status and body from one output.
import { isBodyMember, type RestFormat } from './rest-input.ts';
import { writeJson } from './json.ts';
import { membersOf, type Schema, traitsOf, type Value } from './schema.ts';
import { writeScalar } from './scalar.ts';
import { escapeXml } from './xml-tree.ts';
import { writeXml, writeXmlMembers } from './xml.ts';

export interface RestAnswer {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  /** Where the output itself names the status. */
  readonly status?: number;
}

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Headers, body and status; `rootTag` and `xmlNamespace` name the XML root where the schema does not. */
export function writeRest(
  schema: Schema,
  format: RestFormat,
  output: Value,
  rootTag: string,
  xmlNamespace: string,
): RestAnswer {
  const headers: Record<string, string> = {};
  let status: number | undefined;
  for (const [name, member] of membersOf(schema)) {
    const value = output[name];
    if (value === undefined || value === null) continue;
    const traits = traitsOf(member);
    if (traits.httpHeader !== undefined) headers[traits.httpHeader.toLowerCase()] = writeHeader(member, value);
    else if (traits.httpPrefixHeaders !== undefined) {
      for (const [key, text] of Object.entries(value)) {
        headers[(traits.httpPrefixHeaders + key).toLowerCase()] = headerText(String(text));
      }
    } else if (traits.httpResponseCode) status = Number(value);
  }
  const { contentType, body } = writeBody(schema, format, output, rootTag, xmlNamespace);
  if (contentType !== undefined) headers['content-type'] ??= contentType;
  return { headers, body, ...(status === undefined ? {} : { status }) };
}

/** Headers carry ASCII; the rest travels as RFC 2047 words, as S3 sends metadata. */
function headerText(text: string): string {
  return /^[\t\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function writeHeader(member: Schema, value: Value): string {
  if (traitsOf(member).mediaType !== undefined) return Buffer.from(String(value)).toString('base64');
  if (!member.isListSchema()) return headerText(writeScalar(member, value, 'http-date'));
  const item = member.getValueSchema();
  return value
    .map((entry: Value) => writeScalar(item, entry, 'http-date'))
    .map((text: string) => (!item.isTimestampSchema() && /[",]/.test(text) ? JSON.stringify(text) : text))
    .join(', ');
}

interface Body {
  readonly contentType?: string;
  readonly body: Buffer;
}

const empty: Body = { body: Buffer.alloc(0) };

function writeBody(schema: Schema, format: RestFormat, output: Value, rootTag: string, xmlNamespace: string): Body {
  const payload = membersOf(schema).find(([, member]) => traitsOf(member).httpPayload);
  if (payload !== undefined) return writePayload(payload[1], format, output[payload[0]]);
  const members = membersOf(schema).filter(([, member]) => isBodyMember(member));
  if (format === 'rest-json') {
    const own = Object.fromEntries(members.map(([name]) => [name, output[name]]));
    return {
      contentType: 'application/json',
      body: Buffer.from(JSON.stringify(writeJson(schema, own, 'model') ?? {})),
    };
  }
  if (members.length === 0) return empty;
  const tag = traitsOf(schema).xmlName ?? rootTag;
  const content = writeXmlMembers(schema, output, isBodyMember);
  const xmlns = xmlNamespace === '' ? '' : ` xmlns="${escapeXml(xmlNamespace)}"`;
  return { contentType: 'application/xml', body: Buffer.from(`${XML_HEAD}<${tag}${xmlns}>${content}</${tag}>`) };
}

function writePayload(member: Schema, format: RestFormat, value: Value): Body {
  if (value === undefined || value === null) return empty;
  if (member.isBlobSchema()) return { contentType: 'application/octet-stream', body: Buffer.from(value) };
  if (member.isStringSchema()) return { contentType: 'text/plain', body: Buffer.from(String(value)) };
  if (format === 'rest-json') {
    return { contentType: 'application/json', body: Buffer.from(JSON.stringify(writeJson(member, value, 'model'))) };
  }
  const tag = traitsOf(member).xmlName ?? member.getName() ?? member.getMemberName();
  return { contentType: 'application/xml', body: Buffer.from(XML_HEAD + writeXml(member, value, tag)) };
}
